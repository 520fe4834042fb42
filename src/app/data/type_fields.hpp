#pragma once

#include <string>

#include "base/finding.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// The field that says xã, phường, thị trấn or đặc khu in most rows and nothing else: it tells Xã Thạch Hà
/// from Thị trấn Thạch Hà. Abbreviations ("X", "P", "TT") count under a heading of types only. Empty where
/// there is none.
std::string field_of_types(const model::Table& table);

/// Says that the types of units were taken from that field (join.types-found, note).
base::Finding types_found(const model::Table& table, const std::string& field);

}  // namespace ntmap::app
