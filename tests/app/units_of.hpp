#pragma once

#include <initializer_list>
#include <string>

#include "app/data/units.hpp"

namespace ntmap::test {

struct NamedUnit {
  std::string code;
  std::string name;
  std::string type;
  std::string district;
};

/// Units by what tables and messages call them, without shapes.
inline app::Units units_of(std::initializer_list<NamedUnit> all) {
  app::Units out;
  for (const NamedUnit& one : all) {
    out.by_code[one.code] = static_cast<std::uint32_t>(out.codes.size());
    out.codes.push_back(one.code);
    out.names.push_back(one.name);
    out.types.push_back(one.type);
    out.districts.push_back(one.district);
  }
  return out;
}

}  // namespace ntmap::test
