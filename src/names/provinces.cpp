#include "names/provinces.hpp"

#include <algorithm>
#include <array>

#include "names/fold.hpp"
#include "names/unit_name.hpp"

namespace ntmap::names {
namespace {

/// As keys without marks; Huế is Thừa Thiên Huế until 2024.
constexpr std::array<std::u32string_view, 64> k_provinces{
    U"angiang",   U"bariavungtau", U"bacgiang",  U"backan",    U"baclieu",    U"bacninh",   U"bentre",
    U"binhdinh",  U"binhduong",    U"binhphuoc", U"binhthuan", U"camau",      U"cantho",    U"caobang",
    U"danang",    U"daklak",       U"daknong",   U"dienbien",  U"dongnai",    U"dongthap",  U"gialai",
    U"hagiang",   U"hanam",        U"hanoi",     U"hatinh",    U"haiduong",   U"haiphong",  U"haugiang",
    U"hoabinh",   U"hochiminh",    U"hue",       U"hungyen",   U"khanhhoa",   U"kiengiang", U"kontum",
    U"laichau",   U"lamdong",      U"langson",   U"laocai",    U"longan",     U"namdinh",   U"nghean",
    U"ninhbinh",  U"ninhthuan",    U"phutho",    U"phuyen",    U"quangbinh",  U"quangnam",  U"quangngai",
    U"quangninh", U"quangtri",     U"soctrang",  U"sonla",     U"tayninh",    U"thaibinh",  U"thainguyen",
    U"thanhhoa",  U"thuathienhue", U"tiengiang", U"travinh",   U"tuyenquang", U"vinhlong",  U"vinhphuc",
    U"yenbai"};

}  // namespace

bool is_province_name(std::string_view text) {
  const UnitName name = parse_unit_name(text);
  const bool other_type =
      name.type != UnitType::none && name.type != UnitType::province && name.type != UnitType::city;
  return !other_type &&
         std::find(k_provinces.begin(), k_provinces.end(), fold(name.name).bare) != k_provinces.end();
}

}  // namespace ntmap::names
