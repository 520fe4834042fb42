#include <algorithm>
#include <string>

#include "criteria/set_file.hpp"
#include "criteria/threshold_rows.hpp"
#include "criteria/toml_tree.hpp"

namespace ntmap::criteria {
namespace {

/// What every row of an overlay has in common.
struct OverlayHead {
  bool illustrative = false;
  base::Text document;
  std::string source;
  std::string confidence;
};

CriteriaSet& set_of(Catalogue& catalogue, const std::string& id, const std::string& file,
                    std::uint32_t line) {
  if (CriteriaSet* set = catalogue.find(id)) return *set;
  std::vector<std::string> known;
  for (const CriteriaSet& set : catalogue.sets()) known.push_back(set.id);
  throw error_at(file, line, base::text("không có bộ tiêu chí \"{}\"", "unknown set \"{}\"", {id}),
                 suggestion(id, known));
}

/// Whether the wording lacks a threshold that the row could give.
bool fills_gap(const Indicator& indicator, const ThresholdRow& row, ThresholdKey key) {
  const bool same_days = (row.to.empty() || indicator.from.empty() || indicator.from <= row.to) &&
                         (indicator.to.empty() || row.from.empty() || row.from <= indicator.to);
  const bool overlapping = std::any_of(indicator.thresholds.begin(), indicator.thresholds.end(),
                                       [&](const ThresholdRow& other) { return overlaps(row, other, key); });
  const bool gap = std::any_of(indicator.thresholds.begin(), indicator.thresholds.end(),
                               [](const ThresholdRow& other) { return other.unknown; });
  return same_days && gap && !overlapping;
}

std::vector<Indicator*> wordings(CriteriaSet& set, const std::string& code) {
  std::vector<Indicator*> out;
  for (Criterion& criterion : set.criteria) {
    for (Indicator& indicator : criterion.indicators) {
      if (indicator.code == code) out.push_back(&indicator);
    }
  }
  return out;
}

/// A threshold of a year that the set does not cover would never be looked at.
void require_year_of_set(const CriteriaSet& set, const Fields& fields, const ThresholdRow& row) {
  if (row.year == 0 || (row.year >= set.first_year && row.year <= set.last_year)) return;
  const base::Text first = std::to_string(set.first_year);
  const base::Text last = std::to_string(set.last_year);
  throw fields.error(
      base::text("năm {} nằm ngoài giai đoạn {} - {} của bộ {}",
                 "the year {} is outside the years {} - {} of set {}",
                 {std::to_string(row.year), first, last, set.id}),
      base::text("ghi một năm từ {} đến {}, hoặc bỏ year nếu ngưỡng dùng cho mọi năm",
                 "write a year from {} to {}, or leave year out if the threshold is for all", {first, last}));
}

void lay_row(CriteriaSet& set, Fields fields, const OverlayHead& head) {
  const std::string code = fields.text("indicator");
  const std::vector<Indicator*> targets = wordings(set, code);
  if (targets.empty()) {
    std::vector<std::string> known;
    for (const Criterion& c : set.criteria) {
      for (const Indicator& i : c.indicators) known.push_back(i.code);
    }
    throw fields.error(
        base::text("bộ {} không có chỉ tiêu \"{}\"", "set {} has no indicator \"{}\"", {set.id, code}),
        suggestion(code, known));
  }
  ThresholdRow row = read_threshold_values(fields, set.key, *targets.front());
  fields.finish();
  require_year_of_set(set, fields, row);
  row.illustrative = head.illustrative;
  row.document = head.document;
  row.source = head.source;
  row.confidence = head.confidence;
  bool used = false;
  for (Indicator* indicator : targets) {
    if (!fills_gap(*indicator, row, set.key)) continue;
    indicator->thresholds.push_back(row);
    check_rows(*indicator, set.key);
    used = true;
  }
  if (!used) {
    throw fields.error(
        base::text("chỉ tiêu {} đã có ngưỡng này, hoặc hàng trùng với một hàng trước",
                   "indicator {} has this threshold already, or the row repeats an earlier one", {code}),
        {"tệp bổ sung chỉ điền ngưỡng còn thiếu", "an overlay only fills thresholds that are missing"});
  }
}

void lay(Catalogue& catalogue, const std::filesystem::path& file, const TomlNode& root) {
  Fields fields(file.string(), root);
  OverlayHead head;
  fields.text("id");
  fields.text_or("province", "");
  head.illustrative = fields.flag("illustrative");
  head.document = fields.both("vi", "en");
  head.source = fields.text("source");
  head.confidence = fields.text("confidence");
  const TomlNode* sets = fields.find("set");
  fields.finish();
  if (sets == nullptr)
    throw fields.error({"không có bảng [set.<bộ tiêu chí>]", "there is no table [set.<set>]"});
  for (const auto& [id, node] : sets->entries) {
    Fields of_set(file.string(), node);
    CriteriaSet& set = set_of(catalogue, id, file.string(), node.line);
    for (const TomlNode& row : of_set.tables("threshold")) lay_row(set, Fields(file.string(), row), head);
    of_set.finish();
  }
}

}  // namespace

void load_overlay(Catalogue& catalogue, const std::filesystem::path& file) {
  lay(catalogue, file, read_toml(file));
}

void load_overlay(Catalogue& catalogue, const std::filesystem::path& file, std::string_view text) {
  lay(catalogue, file, parse_toml(text, file));
}

Catalogue load_catalogue(std::span<const std::filesystem::path> sets,
                         std::span<const std::filesystem::path> overlays) {
  Catalogue catalogue;
  for (const auto& file : sets) catalogue.add(load_set(file));
  for (const auto& file : overlays) load_overlay(catalogue, file);
  check_catalogue(catalogue);
  return catalogue;
}

}  // namespace ntmap::criteria
