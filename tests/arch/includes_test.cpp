// Holds the includes of the whole tree against the folder table of docs/ARCHITECTURE.md.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/temporary_folder.hpp"

namespace ntmap {
namespace {

namespace fs = std::filesystem;

struct Folder {
  std::set<std::string> may_include;  // our folders
  std::set<std::string> owns;         // first path component or whole name of third-party headers
};

const std::set<std::string> k_core = {"base", "model", "colour", "names", "stats", "criteria", "io",
                                      "geom", "crs",   "scene",  "sheet", "gl",    "app"};

std::map<std::string, Folder> rules() {
  std::set<std::string> for_ui = k_core;
  for_ui.insert("ui");
  return {
      {"base", {{}, {}}},
      {"model", {{"base"}, {}}},
      {"colour", {{"base", "model"}, {}}},
      {"names", {{"base", "model"}, {"utf8proc.h"}}},
      {"stats", {{"base", "model"}, {}}},
      {"criteria", {{"base", "model"}, {"toml++"}}},
      {"io", {{"base", "model"}, {"minizip", "zlib.h"}}},
      {"io/gdal", {{"base", "model", "io"}, {"gdal", "ogr", "cpl"}}},
      {"geom", {{"base", "model"}, {"geos_c.h"}}},
      {"crs", {{"base", "model"}, {"proj.h", "geodesic.h"}}},
      {"scene", {{"base", "model", "colour", "stats", "geom", "crs"}, {}}},
      {"sheet", {{"base", "model", "colour", "scene"}, {"cairo", "pango", "png.h", "qpdf"}}},
      {"gl", {{"base", "model", "scene"}, {"epoxy", "EGL"}}},
      {"app", {k_core, {"toml++"}}},
      {"ui", {for_ui, {"imgui", "GLFW", "fontconfig"}}},
      {"cli", {{"base", "model", "app", "ui"}, {"CLI"}}},
  };
}

struct Include {
  fs::path file;
  int line = 0;
  std::string name;
  bool ours = false;
};

std::vector<Include> includes_of(const fs::path& file) {
  std::vector<Include> found;
  std::ifstream stream(file);
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (!line.starts_with("#include ")) continue;
    const bool ours = line[9] == '"';
    const std::size_t end = line.find(ours ? '"' : '>', 10);
    found.push_back({file, number, line.substr(10, end - 10), ours});
  }
  return found;
}

bool is_source(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".hpp";
}

/// Standard headers have neither an extension nor a folder; the C library's are those listed.
bool is_system(const std::string& name) {
  if (name.find('.') == std::string::npos && name.find('/') == std::string::npos) return true;
  static const std::set<std::string> posix = {"dlfcn.h", "fcntl.h",  "link.h", "malloc.h",
                                              "pwd.h",   "stdlib.h", "time.h", "unistd.h"};
  return posix.contains(name) || name.starts_with("sys/");
}

bool owned(const Folder& folder, const std::string& header) {
  for (const std::string& prefix : folder.owns) {
    if (header.starts_with(prefix)) return true;
  }
  return false;
}

std::string breach(const std::string& folder_name, const Folder& folder, const Include& include) {
  const std::string where = include.file.string() + ":" + std::to_string(include.line) + ": " + include.name;
  if (include.ours) {
    const std::string target = include.name.substr(0, include.name.find('/'));
    return target == folder_name || folder.may_include.contains(target) ? ""
                                                                        : where + " (folder not allowed)";
  }
  if (is_system(include.name)) return "";
  if (include.file.extension() == ".hpp") return where + " (third party in a header)";
  if (include.name.starts_with("fmt/")) return "";
  return owned(folder, include.name) ? "" : where + " (owned by another folder)";
}

/// The folder with rules of its own that a file under src/ lies in. GDAL's is a library apart.
std::string folder_of(const fs::path& file) {
  return file.parent_path() == "io/gdal" ? "io/gdal" : file.begin()->string();
}

TEST(Includes, FollowTheFolderTable) {
  std::vector<std::string> breaches;
  std::size_t seen = 0;
  const auto table = rules();
  for (const auto& entry : fs::recursive_directory_iterator(test::checkout("src"))) {
    if (!is_source(entry.path())) continue;
    const std::string folder = folder_of(fs::relative(entry.path(), test::checkout("src")));
    ASSERT_TRUE(table.contains(folder)) << "no rule for src/" << folder;
    for (const Include& include : includes_of(entry.path())) {
      ++seen;
      if (auto text = breach(folder, table.at(folder), include); !text.empty()) breaches.push_back(text);
    }
  }
  EXPECT_GT(seen, 50U);
  EXPECT_THAT(breaches, testing::IsEmpty());
}

TEST(Includes, TheRuleFindsBreaches) {
  const auto table = rules();
  const auto check = [&](const char* folder, const char* file, const char* name, bool ours) {
    return breach(folder, table.at(folder), {file, 1, name, ours});
  };
  EXPECT_NE(check("io", "a.cpp", "geom/repair.hpp", true), "");
  EXPECT_NE(check("io", "a.hpp", "gdal.h", false), "");
  EXPECT_NE(check("io", "a.cpp", "gdal.h", false), "");
  EXPECT_EQ(check(folder_of("io/gdal/a.cpp").c_str(), "a.cpp", "gdal.h", false), "");
  EXPECT_NE(check("scene", "a.cpp", "geos_c.h", false), "");
  EXPECT_EQ(check("geom", "a.cpp", "geos_c.h", false), "");
  EXPECT_EQ(check("geom", "a.hpp", "model/polygon_set.hpp", true), "");
}

TEST(Includes, EveryHeaderIsGuarded) {
  for (const auto& entry : fs::recursive_directory_iterator(test::checkout("src"))) {
    if (entry.path().extension() != ".hpp") continue;
    EXPECT_TRUE(test::read_bytes(entry.path()).starts_with("#pragma once")) << entry.path();
  }
}

// So that every header with a .cpp of its name is known to compile alone: that .cpp has nothing before it.
TEST(Includes, EverySourceIncludesItsOwnHeaderFirst) {
  std::vector<std::string> breaches;
  std::size_t pairs = 0;
  for (const auto& entry : fs::recursive_directory_iterator(test::checkout("src"))) {
    fs::path header = fs::relative(entry.path(), test::checkout("src")).replace_extension(".hpp");
    if (entry.path().extension() != ".cpp" || !fs::exists(test::checkout("src") / header)) continue;
    ++pairs;
    const std::vector<Include> found = includes_of(entry.path());
    if (found.empty() || found.front().name != header) breaches.push_back(entry.path().string());
  }
  EXPECT_GT(pairs, 50U);
  EXPECT_THAT(breaches, testing::IsEmpty());
}

}  // namespace
}  // namespace ntmap
