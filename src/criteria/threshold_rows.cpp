#include "criteria/threshold_rows.hpp"

#include <algorithm>
#include <string>

#include "base/nearest_word.hpp"
#include "criteria/evidence.hpp"
#include "criteria/value_range.hpp"
#include "criteria/value_text.hpp"

namespace ntmap::criteria {
namespace {

/// A word as a threshold: "Đạt" only of what is judged in words, else a word of the scale.
std::optional<Decimal> threshold_of_word(const std::string& word, const Indicator& indicator,
                                         std::string_view part) {
  if (range_of_threshold(indicator, part).in_words)
    return is_pass_word(word) ? std::optional<Decimal>(1) : std::nullopt;
  const int rank = rank_in(indicator.scale, word);
  return rank > 0 ? std::optional<Decimal>(rank) : std::nullopt;
}

std::optional<Decimal> read_threshold(Fields& fields, std::string_view key, const Indicator& indicator,
                                      std::string_view part) {
  const TomlNode* node = fields.find(key);
  if (node == nullptr) return std::nullopt;
  const bool in_word = node->kind == TomlNode::Kind::text;
  const auto threshold = in_word ? threshold_of_word(node->text, indicator, part) : fields.decimal(key);
  if (threshold && range_of_threshold(indicator, part).contains(threshold->to_double())) return threshold;
  const base::Text value = in_word ? base::Text("\"" + node->text + "\"") : threshold->localised();
  throw error_at(
      fields.file(), node->line,
      base::text("{} không phải là ngưỡng của chỉ tiêu {} ({})", "{} is no threshold of indicator {} ({})",
                 {value, indicator.code, unit_text(indicator.unit)}),
      due_threshold(indicator, part));
}

void read_columns(Fields& fields, ThresholdRow& row, ThresholdKey key, const Indicator& indicator) {
  if (const auto all = read_threshold(fields, "all", indicator, row.value)) {
    row.everywhere = true;
    row.at[0] = all;
  }
  for (std::size_t i = 0; i < k_region_count; ++i) {
    const bool by_region = key == ThresholdKey::region;
    if (!by_region && (i < 1 || i > 3)) continue;
    const std::string name =
        by_region ? std::string(word(static_cast<Region>(i))) : "group" + std::to_string(i);
    const auto threshold = read_threshold(fields, name, indicator, row.value);
    if (!threshold) continue;
    if (row.everywhere)
      throw fields.error({"\"all\" không đi với từng vùng", "\"all\" does not go with regions"});
    row.at[i] = threshold;
  }
}

bool has_any(const ThresholdRow& row) {
  return row.factor.has_value() ||
         std::any_of(row.at.begin(), row.at.end(), [](const auto& t) { return t.has_value(); });
}

bool share_days(const ThresholdRow& a, const ThresholdRow& b) {
  const bool apart = (!a.to.empty() && a.to < b.from) || (!b.to.empty() && b.to < a.from);
  return !apart;
}

}  // namespace

ThresholdRow read_threshold_values(Fields& fields, ThresholdKey key, const Indicator& indicator) {
  ThresholdRow row;
  row.file = fields.file();
  row.line = fields.line();
  row.year = fields.integer_or("year", 0);
  row.from = fields.date("from");
  row.to = fields.date("to");
  row.value = fields.text_or("value", "");
  row.unknown = fields.flag("unknown");
  read_columns(fields, row, key, indicator);
  row.factor = fields.decimal("factor");
  if (row.factor) {
    row.of_set = fields.text("of");
    row.of_indicator = fields.text("indicator");
  }
  if (row.unknown == has_any(row)) {
    throw fields.error({"cần một ngưỡng, hoặc unknown = true", "a threshold is due, or unknown = true"});
  }
  return row;
}

ThresholdRow read_threshold_row(Fields fields, ThresholdKey key, const Indicator& indicator) {
  ThresholdRow row = read_threshold_values(fields, key, indicator);
  row.source = fields.text("source");
  row.confidence = fields.text("confidence");
  fields.finish();
  return row;
}

bool overlaps(const ThresholdRow& a, const ThresholdRow& b, ThresholdKey key) {
  if (a.unknown || b.unknown || !share_days(a, b)) return false;
  if (a.year != 0 && b.year != 0 && a.year != b.year) return false;
  if (!a.value.empty() && !b.value.empty() && a.value != b.value) return false;
  if (a.everywhere || b.everywhere || a.factor || b.factor) return true;
  // The national column only stands in for regions without a figure, so it may stand beside them.
  for (std::size_t i = key == ThresholdKey::region ? 0 : 1; i < k_region_count; ++i) {
    if (a.at[i] && b.at[i]) return true;
  }
  return false;
}

void check_rows(const Indicator& indicator, ThresholdKey key) {
  std::vector<std::string> parts;
  for (const IndicatorPart& part : indicator.parts) parts.push_back(part.id);
  for (std::size_t i = 0; i < indicator.thresholds.size(); ++i) {
    const ThresholdRow& row = indicator.thresholds[i];
    if (!row.value.empty() && std::find(parts.begin(), parts.end(), row.value) == parts.end()) {
      const auto guess = base::nearest_word(row.value, parts);
      throw error_at(row.file, row.line,
                     base::text("chỉ tiêu {} không có số liệu \"{}\"", "indicator {} has no figure \"{}\"",
                                {indicator.code, row.value}),
                     guess ? base::text("có phải \"{}\"?", "did you mean \"{}\"?", {*guess}) : base::Text{});
    }
    for (std::size_t j = 0; j < i; ++j) {
      const ThresholdRow& earlier = indicator.thresholds[j];
      if (!overlaps(row, earlier, key)) continue;
      throw error_at(
          row.file, row.line,
          base::text("chỉ tiêu {} có hai ngưỡng cho cùng vùng và năm: dòng này và {}, dòng {}",
                     "indicator {} has two thresholds for one region and year: this and {}, line {}",
                     {indicator.code, earlier.file, earlier.line}),
          {"bỏ một trong hai", "remove one of them"});
    }
  }
}

}  // namespace ntmap::criteria
