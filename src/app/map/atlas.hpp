#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/map/map_content.hpp"
#include "app/map/render_options.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// What each page of an atlas is about.
enum class AtlasLevel : std::uint8_t { district, commune };

struct AtlasOptions {
  AtlasLevel level = AtlasLevel::district;
  RenderOptions sheet;         ///< of every page
  std::string format = "png";  ///< of the pages in a folder: "png", "pdf" or "svg"
};

/// One page: its units, its heading and its file's name without extension.
struct AtlasPage {
  std::vector<std::uint32_t> units;
  base::Text title;
  std::string name;
};

/// The pages of a vintage, in the order of a Vietnamese list. Names come from codes and names alone, so the
/// same units give the same names: "huyen-huong-khe", "18409-xa-huong-khe".
/// Throws Error{usage} for an atlas by district of units without districts.
std::vector<AtlasPage> atlas_pages(const Units& units, AtlasLevel level);

/// Whether an atlas of this name is one PDF rather than a folder of pages.
bool is_document(const std::filesystem::path& target);

/// Refuses what cannot be drawn before any file is opened: a plain or meeting style, a date that is none, a
/// target that exists as the wrong kind of file.
void check_atlas(const std::filesystem::path& target, const AtlasOptions& options);

struct AtlasResult {
  std::size_t pages = 0;
  std::size_t kept = 0;  ///< that were there already, from an earlier run that was cut short
  base::Findings findings;
};

/// Draws an atlas: into one PDF where the target ends in .pdf, else into a folder, a file a page. A run into
/// a folder that was cut short goes on where it stopped: pages are written whole or not at all, and a note in
/// the folder (atlas.json) says of which data and look they are. Throws Error{usage} when the folder holds an
/// atlas of other data and nothing may be overwritten, and Error{cancelled}.
AtlasResult render_atlas(ProjectData& data, const MapChoice& choice, const std::filesystem::path& target,
                         const AtlasOptions& options, const base::Job& job = {});

}  // namespace ntmap::app
