#pragma once

#include <optional>
#include <string>
#include <vector>

#include "names/match.hpp"

namespace ntmap::names {

/// The row with the places in its name's cell moved to the fields that are empty: "Xã Kỳ Sơn, huyện Kỳ Anh,
/// tỉnh Hà Tĩnh". Only places that say their type, behind a comma, semicolon, dash or bracket, and that agree
/// with the row's own; else the row as it is.
MatchRow without_address(const MatchRow& row);

/// One way to take a cell for a name and its place. Whether there are such a name and such a place is not
/// known here.
struct CellParts {
  std::string name = {};
  std::string district = {};  ///< empty where the place is a province
  std::string province = {};  ///< empty where the cell says none
  bool typed = false;         ///< the place says what it is ("huyện Can Lộc")
  bool name_first = true;
  bool comma = false;   ///< parted by a comma or semicolon
  bool listed = false;  ///< parted as lists of units are too: comma, semicolon, slash
  bool legacy = false;  ///< only after undoing a wrong encoding of the whole cell
};

/// All of them: "Kim Song Trường - Can Lộc", "Kim Song Trường (Can Lộc)", "Can Lộc - Kim Song Trường", "xã
/// Kim Song Trường huyện Can Lộc".
std::vector<CellParts> ways_to_part(const std::string& cell);

/// The cell without a note that may mean another unit ("(cũ)", "(1)"); nothing where there is none.
std::optional<std::string> without_doubtful_note(const std::string& cell);

}  // namespace ntmap::names
