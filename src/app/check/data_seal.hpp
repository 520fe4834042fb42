#pragma once

#include <filesystem>

#include "base/finding.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Where the seal of a project lies: "hatinh.sha256" beside "hatinh.toml".
std::filesystem::path seal_file(const model::Project& project);

/// Seals the data ("chốt số liệu"): writes the SHA-256 of every source file, in the format that
/// `sha256sum -c` checks. An older seal is replaced. Throws Error{io}.
void seal(const model::Project& project);

/// What has changed since the project was sealed.
///   seal.none      it never was (note)
///   seal.changed   a file has other bytes (warning)
///   seal.missing   a sealed file is gone (error)
///   seal.new       a file is not in the seal (warning)
///   seal.unreadable  a line of the seal is none (error)
base::Findings seal_findings(const model::Project& project);

}  // namespace ntmap::app
