#pragma once

#include <filesystem>
#include <string>

#include "base/finding.hpp"
#include "base/pending_file.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// "Lỗi", "Cảnh báo", "Ghi chú".
base::Text severity_text(base::Severity severity);

/// The finding's file as people name it: relative to `folder` where it lies below it.
std::string short_file(const base::Finding& finding, const std::string& folder);

/// Findings that say the same of several places of one file as one, so that a page stays readable: "cột
/// TEN_XA, cột LOAI". At most eight places are named.
base::Findings with_places_joined(const base::Findings& findings);

/// Refuses an extension other than .csv and .xlsx, and a target that cannot or must not be written.
void check_findings_target(const std::filesystem::path& target, base::Overwrite overwrite);

/// Writes findings as a table to send to those who must act: severity, file, place, what, remedy, rule.
void write_findings(const base::Findings& findings, const std::string& folder,
                    const std::filesystem::path& target, base::Lang lang, base::Overwrite overwrite);

}  // namespace ntmap::app
