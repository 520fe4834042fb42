#pragma once

#include <filesystem>
#include <string>

#include "app/data/carry_figures.hpp"
#include "base/pending_file.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// Refuses an extension other than .csv and .xlsx, and a target that cannot or must not be written.
void check_crosswalk_target(const std::filesystem::path& target, base::Overwrite overwrite);

/// Writes carried figures as a table that a project can read again: code, name, type, district, a column a
/// figure called by its id, then the parts of the unit and the marks of its figures in words. A workbook
/// has two more sheets: every marked figure with its reason, and the rule and totals of each figure.
void write_crosswalk(const CarriedFigures& figures, const std::filesystem::path& target, base::Lang lang,
                     base::Overwrite overwrite, const base::Job& job = {});

/// "Xã Thạch Môn (18103), Xã Kỳ Lợi (18796) 42 % theo diện tích": what a new unit is made of.
base::Text parts_text(const CarriedFigures& figures, std::uint32_t new_unit);

/// Why a carried figure is to be taken with care, or why there is none; empty for a plain one.
base::Text mark_text(const CarriedFigures& figures, const std::string& column, std::uint32_t new_unit);

}  // namespace ntmap::app
