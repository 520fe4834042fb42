#include "criteria/support.hpp"

#include <algorithm>

namespace ntmap::test {
namespace {

using criteria::IndicatorKind;

std::vector<std::string> csv_cells(const std::string& text, std::size_t& at) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') {
        cells.back() += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        cells.back() += text[++at];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      cells.emplace_back();
    } else if (c == '\n') {
      ++at;
      break;
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

}  // namespace

criteria::Catalogue project_sets(std::initializer_list<std::string_view> overlays) {
  std::vector<std::filesystem::path> sets;
  for (const auto& entry : std::filesystem::directory_iterator(checkout("gis_data/criteria"))) {
    const std::string name = entry.path().filename().string();
    const bool other = name.starts_with("overlay_") || name == "rules.toml" || name == "figures.toml";
    if (entry.path().extension() == ".toml" && !other) sets.push_back(entry.path());
  }
  std::sort(sets.begin(), sets.end());
  std::vector<std::filesystem::path> overlay_files;
  for (const std::string_view name : overlays) overlay_files.push_back(checkout("gis_data/criteria") / name);
  return criteria::load_catalogue(sets, overlay_files);
}

void pass_everything(criteria::ValueTable& values, const criteria::Catalogue& catalogue, std::size_t unit) {
  for (const criteria::CriteriaSet& set : catalogue.sets()) {
    for (const criteria::NamedFigure& figure : set.figures) {
      const double value = figure.unit == "%" ? 100 : (figure.unit == "Đạt/không đạt" ? 1 : 5);
      values.set(figure.id, unit, value);
    }
    for (const criteria::Criterion& criterion : set.criteria) {
      for (const criteria::Indicator& indicator : criterion.indicators) {
        if (indicator.kind == IndicatorKind::rule) continue;
        const bool falling = indicator.op == criteria::Op::le;
        const double top = indicator.unit == "%" ? 100 : 1000;
        const double value = indicator.kind == IndicatorKind::pass ? 1 : (falling ? 0 : top);
        for (const criteria::IndicatorPart& part : indicator.parts) values.set(part.id, unit, value);
      }
    }
  }
}

model::Table table_from(std::string_view csv, std::string_view file) {
  const std::string text(csv);
  model::Table out;
  out.file = file;
  out.header_row = 1;
  std::size_t at = 0;
  for (const std::string& name : csv_cells(text, at))
    out.columns.push_back({name, model::ColumnType::text, {}, {}});
  for (std::uint32_t row = 2; at < text.size(); ++row) {
    std::vector<std::string> cells = csv_cells(text, at);
    cells.resize(out.columns.size());
    for (std::size_t i = 0; i < cells.size(); ++i) out.columns[i].texts.push_back(cells[i]);
    out.source_row.push_back(row);
  }
  return out;
}

model::Table read_csv(std::string_view relative) {
  return table_from(read_bytes(checkout(relative)), relative);
}

}  // namespace ntmap::test
