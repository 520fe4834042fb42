#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ntmap::test {

/// What a run of the real program left.
struct Outcome {
  int code = -1;  ///< exit code; 128 + n when signal n ended it
  std::string out;
  std::string err;
};

/// Runs ntmap with these arguments in a folder, in English unless the arguments say otherwise. With `out_to`
/// its standard output goes there and is not read back.
Outcome ntmap(const std::vector<std::string>& arguments, const std::filesystem::path& folder = ".",
              const std::filesystem::path& out_to = {});

/// Names and bytes of all files below a folder.
std::map<std::string, std::string> listing(const std::filesystem::path& folder);

/// Compares with tests/golden/cli/<name>.txt: an empty text when they agree, else both. With
/// NTMAP_UPDATE_GOLDEN set the golden text is written instead.
std::string compare_with_golden_text(const std::string& text, const std::string& name);

}  // namespace ntmap::test
