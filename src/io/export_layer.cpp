#include "io/export_layer.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ntmap::io {
namespace {

using model::Column;
using model::ColumnType;

void require_length(std::size_t length, std::size_t units, const char* what) {
  if (length != 0 && length != units) {
    throw std::logic_error(std::string("export layer: wrong count of ") + what);
  }
}

std::size_t longest(const ExportLayer& layer) {
  return std::max({layer.codes.size(), layer.names.size(), layer.values.size(), layer.classes.class_of.size(),
                   layer.attributes.row_count()});
}

Column text_column(const char* name, std::vector<std::string> texts) {
  return {name, ColumnType::text, std::move(texts), {}};
}

Column number_column(const char* name, std::vector<double> numbers) {
  return {name, ColumnType::number, {}, std::move(numbers)};
}

std::vector<std::string> in_language(const std::vector<base::Text>& texts, base::Lang lang) {
  std::vector<std::string> out;
  out.reserve(texts.size());
  for (const base::Text& text : texts) out.push_back(text.in(lang));
  return out;
}

void add_class_columns(const ExportLayer& layer, std::vector<Column>& columns) {
  std::vector<double> numbers;
  std::vector<std::string> labels;
  for (const std::uint8_t byte : layer.classes.class_of) {
    numbers.push_back(exported_class(byte));
    labels.push_back(layer.classes.by_byte(byte).label.in(layer.lang));
  }
  columns.push_back(number_column(k_class_column, std::move(numbers)));
  columns.push_back(text_column(k_label_column, std::move(labels)));
}

bool same_name(const std::string& a, const std::string& b) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, small, small);
}

std::string free_name(const std::vector<Column>& taken, const std::string& wanted) {
  const auto is_taken = [&](const std::string& name) {
    return std::ranges::any_of(taken, [&](const Column& column) { return same_name(column.name, name); });
  };
  std::string name = wanted;
  for (int n = 2; is_taken(name); ++n) name = wanted + "_" + std::to_string(n);
  return name;
}

base::Text value_title(const model::ClassList& classes) {
  const auto with_unit = [](const std::string& title, const std::string& unit) {
    const std::string in_brackets = "(" + unit + ")";
    return unit.empty() || title.ends_with(in_brackets) ? title : title + " " + in_brackets;
  };
  return {with_unit(classes.title.vi, classes.unit.vi), with_unit(classes.title.en, classes.unit.en)};
}

}  // namespace

base::Text column_title(const ExportLayer& layer, const std::string& name) {
  if (name == k_value_column && !layer.classes.title.empty()) return value_title(layer.classes);
  const std::pair<const char*, base::Text> titles[] = {
      {k_code_column, {"Mã đơn vị", "Unit code"}},
      {k_name_column, {"Tên đơn vị", "Unit name"}},
      {k_value_column, {"Giá trị", "Value"}},
      {k_class_column, {"Lớp", "Class"}},
      {k_label_column, {"Nhãn lớp", "Class label"}},
      {k_verdict_column, {"Kết quả", "Verdict"}},
      {k_margin_column,
       {"Mức dư so với ngưỡng, % (âm: còn thiếu)", "Margin to the threshold, % (negative: short)"}},
      {k_evidence_column, {"Căn cứ", "Evidence"}},
      {k_type_column, {"Loại đơn vị", "Type of unit"}},
      {k_district_column, {"Huyện", "District"}}};
  for (const auto& [known, title] : titles) {
    if (name == known) return title;
  }
  return name;
}

std::vector<ExportedClass> exported_classes(const model::ClassList& classes) {
  std::vector<ExportedClass> out;
  for (std::size_t i = 0; i < classes.classes.size(); ++i) {
    out.push_back({exported_class(static_cast<std::uint8_t>(i)), &classes.classes[i]});
  }
  for (const std::uint8_t special :
       {model::k_class_out_of_range, model::k_class_not_applicable, model::k_class_no_data}) {
    if (std::ranges::count(classes.class_of, special) > 0)
      out.push_back({special, &classes.by_byte(special)});
  }
  return out;
}

std::size_t unit_count(const ExportLayer& layer) {
  const std::size_t units = layer.polygons ? layer.polygons->feature_count() : longest(layer);
  require_length(layer.codes.size(), units, "codes");
  require_length(layer.names.size(), units, "names");
  require_length(layer.values.size(), units, "values");
  require_length(layer.classes.class_of.size(), units, "class bytes");
  require_length(layer.verdicts.size(), units, "verdicts");
  require_length(layer.margins.size(), units, "margins");
  require_length(layer.evidence.size(), units, "evidence texts");
  for (const Column& column : layer.attributes.columns)
    require_length(column.size(), units, "attribute rows");
  return units;
}

std::vector<Column> export_columns(const ExportLayer& layer) {
  unit_count(layer);
  std::vector<Column> columns;
  if (!layer.codes.empty()) columns.push_back(text_column(k_code_column, layer.codes));
  if (!layer.names.empty()) columns.push_back(text_column(k_name_column, layer.names));
  if (!layer.values.empty()) columns.push_back(number_column(k_value_column, layer.values));
  if (!layer.classes.class_of.empty()) add_class_columns(layer, columns);
  if (!layer.verdicts.empty())
    columns.push_back(text_column(k_verdict_column, in_language(layer.verdicts, layer.lang)));
  if (!layer.margins.empty()) columns.push_back(number_column(k_margin_column, layer.margins));
  if (!layer.evidence.empty())
    columns.push_back(text_column(k_evidence_column, in_language(layer.evidence, layer.lang)));
  for (const Column& column : layer.attributes.columns) {
    columns.push_back(column);
    columns.back().name.clear();
    columns.back().name = free_name(columns, column.name);
  }
  return columns;
}

}  // namespace ntmap::io
