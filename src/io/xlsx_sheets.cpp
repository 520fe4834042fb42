#include "io/xlsx_sheets.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ntmap::io {
namespace {

using base::Text;
using base::text;

/// Sheet of two columns, built line by line.
class SourceLines {
 public:
  explicit SourceLines(base::Lang lang) : m_lang(lang) {}

  void add(const Text& key, const std::string& value, model::Rgb fill = {255, 255, 255}) {
    if (value.empty()) return;
    m_keys.push_back(key.in(m_lang));
    m_values.push_back(value);
    m_fills.push_back(fill);
  }

  Sheet sheet() && {
    Sheet out;
    out.name = text("Nguồn", "Source").in(m_lang);
    out.filter = false;
    const auto column = [](std::vector<std::string> texts, std::string heading) {
      SheetColumn made;
      made.cells.texts = std::move(texts);
      made.heading = std::move(heading);
      return made;
    };
    out.columns.push_back(column(std::move(m_keys), text("Mục", "Item").in(m_lang)));
    out.columns.push_back(column(std::move(m_values), text("Nội dung", "Content").in(m_lang)));
    out.columns.back().fills = std::move(m_fills);
    return out;
  }

 private:
  base::Lang m_lang;
  std::vector<std::string> m_keys;
  std::vector<std::string> m_values;
  std::vector<model::Rgb> m_fills;
};

Sheet source_sheet(const ExportLayer& layer) {
  const ExportMetadata& about = layer.metadata;
  SourceLines lines(layer.lang);
  lines.add(text("Bản đồ", "Map"), about.title.in(layer.lang));
  lines.add(text("Tiêu chí", "Criterion"), about.criterion.in(layer.lang));
  lines.add(text("Kỳ số liệu", "Period"), about.period);
  lines.add(text("Ngày số liệu", "Date of the figures"), about.date);
  lines.add(text("Nguồn số liệu", "Source of the figures"), about.source.in(layer.lang));
  lines.add(text("Giấy phép", "Licence"), about.licence.in(layer.lang));
  lines.add(text("Lưu ý", "Notice"), about.notice.in(layer.lang));
  lines.add(text("Đơn vị tính", "Unit"), layer.classes.unit.in(layer.lang));
  for (const ExportedClass& each : exported_classes(layer.classes)) {
    lines.add(text("Lớp {}", "Class {}", {int{each.number}}), each.look->label.in(layer.lang),
              each.look->fill);
  }
  return std::move(lines).sheet();
}

std::vector<model::Rgb> colours_of(const model::ClassList& classes) {
  std::vector<model::Rgb> out;
  for (const std::uint8_t byte : classes.class_of) out.push_back(classes.by_byte(byte).fill);
  return out;
}

/// As many decimals as the column's numbers need, so that its digits stand in line; at most 4.
int decimals_of(const std::vector<double>& numbers) {
  constexpr int k_most = 4;
  double scale = 1;
  for (int decimals = 0; decimals < k_most; ++decimals, scale *= 10) {
    const auto fits = [&](double value) {
      return !std::isfinite(value) || std::abs(value * scale - std::round(value * scale)) < 1e-6;
    };
    if (std::ranges::all_of(numbers, fits)) return decimals;
  }
  return k_most;
}

}  // namespace

std::vector<Sheet> sheets_of(const ExportLayer& layer) {
  Sheet data;
  data.name = layer.metadata.title.empty() ? layer.name : layer.metadata.title.in(layer.lang);
  for (model::Column& column : export_columns(layer)) {
    SheetColumn made;
    made.heading = column_title(layer, column.name).in(layer.lang);
    // Further columns may be years or numbers of houses: those keep the general format.
    const bool measured =
        column.name == k_value_column || column.name == k_margin_column || column.name == k_class_column;
    if (measured) made.decimals = decimals_of(column.numbers);
    if (column.name == k_class_column || column.name == k_label_column)
      made.fills = colours_of(layer.classes);
    made.cells = std::move(column);
    data.columns.push_back(std::move(made));
  }
  std::vector<Sheet> sheets;
  sheets.push_back(std::move(data));
  sheets.push_back(source_sheet(layer));
  return sheets;
}

}  // namespace ntmap::io
