#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/class_list.hpp"
#include "model/polygon_set.hpp"
#include "model/table.hpp"

namespace ntmap::io {

/// What every exported file says about itself. No field is filled from the clock: the same input
/// gives the same bytes.
struct ExportMetadata {
  base::Text title;
  std::string period;    ///< "2025", "2025-Q2"
  base::Text criterion;  ///< "Tiêu chí 17.1: Tỷ lệ hộ được sử dụng nước sạch"
  base::Text source;
  base::Text licence;
  base::Text notice;  ///< "ranh giới sơ đồ, số liệu minh họa"; empty when there is none
  std::string date;   ///< ISO 8601 date the figures stand for, "2025-06-30"; may be empty
};

/// One layer ready to leave the program: unit i is feature i of `polygons`, and entry i of every list
/// that is not empty. Texts are written in `lang`.
struct ExportLayer {
  std::string name;  ///< layer or table name in the file, "nuoc_sach"
  base::Lang lang = base::Lang::vi;
  std::shared_ptr<const model::PolygonSet> polygons;  ///< required by all but CSV and XLSX
  std::string crs;                                    ///< of `polygons`: "EPSG:9209" or WKT; may be empty
  std::vector<std::string> codes;
  std::vector<std::string> names;
  std::vector<double> values;  ///< NaN: no data
  model::ClassList classes;    ///< class_of is empty or has one byte a unit
  std::vector<base::Text> verdicts;
  std::vector<double> margins;       ///< percent of the threshold, below 0: short; NaN: none
  std::vector<base::Text> evidence;  ///< one short sentence a unit
  model::Table attributes;           ///< further columns, one row a unit; may have no columns
  ExportMetadata metadata;
};

// Names of the columns that ntmap itself writes, the same in every format.
inline constexpr const char* k_code_column = "code";
inline constexpr const char* k_name_column = "name";
inline constexpr const char* k_value_column = "value";
inline constexpr const char* k_class_column = "class";
inline constexpr const char* k_label_column = "label";
inline constexpr const char* k_verdict_column = "verdict";
inline constexpr const char* k_margin_column = "margin";
inline constexpr const char* k_evidence_column = "evidence";

inline constexpr const char* k_type_column = "type";          ///< attribute: ward, commune, township
inline constexpr const char* k_district_column = "district";  ///< attribute

/// What people read over a column of the layer: "Mã đơn vị"; over the values what the legend says of them,
/// with the unit ("Tỷ lệ hộ (%)"); the column's own name where nothing else is known.
base::Text column_title(const ExportLayer& layer, const std::string& name);

/// The number that stands for a class in every exported file: 1 for the first class, and
/// k_class_no_data, k_class_not_applicable, k_class_out_of_range for the special states.
/// 0 is left for pixels outside all units.
constexpr std::uint8_t exported_class(std::uint8_t class_byte) {
  return class_byte < model::k_max_classes ? static_cast<std::uint8_t>(class_byte + 1) : class_byte;
}
inline constexpr std::uint8_t k_exported_outside = 0;

/// The classes in legend order with their exported numbers: the intervals, then the special states
/// that at least one unit is in.
struct ExportedClass {
  std::uint8_t number = 0;
  const model::MapClass* look = nullptr;  ///< lives as long as the class list
};
std::vector<ExportedClass> exported_classes(const model::ClassList& classes);

/// The number of units; throws std::logic_error when the lists of the layer differ in length.
std::size_t unit_count(const ExportLayer& layer);

/// The attribute table that GeoJSON, GeoPackage, CSV and XLSX share: code, name, value, class, label,
/// verdict, margin, evidence (those the layer has), then `attributes`. A column of `attributes` whose
/// name is taken (letter case aside) gets a number: "name_2".
std::vector<model::Column> export_columns(const ExportLayer& layer);

}  // namespace ntmap::io
