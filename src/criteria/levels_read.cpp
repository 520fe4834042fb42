#include <algorithm>
#include <charconv>

#include "criteria/levels.hpp"
#include "criteria/table_rows.hpp"
#include "criteria/toml_tree.hpp"

namespace ntmap::criteria {
namespace {

RevocationRule revocation(Fields& fields, bool of_districts) {
  RevocationRule out;
  if (const auto share = fields.decimal("revoke_share")) out.share = *share;
  if (const auto share = fields.decimal("revoke_share_with_key")) out.share_with_key = *share;
  out.key_criteria = fields.texts("key_criteria");
  if (of_districts) out.children_share = fields.decimal("revoke_children_share");
  return out;
}

void take_rule(ProgrammeRules& rules, Fields& fields, const std::string& id) {
  if (id == "C07")
    rules.recognition = {{fields.text_or("conditions_vi", ""), fields.text_or("conditions_en", "")},
                         fields.date("from"),
                         fields.date("to")};
  if (id == "V01") rules.commune = revocation(fields, false);
  if (id == "V02") rules.district = revocation(fields, true);
  if (id == "B01") rules.just_met_margin = fields.decimal("margin").value_or(rules.just_met_margin);
  if (id == "S02")
    rules.published_tolerance = fields.decimal("tolerance").value_or(rules.published_tolerance);
  if (id == "U02") rules.civilised_urban_years = fields.integer_or("years", rules.civilised_urban_years);
  if (id == "O01") rules.ocop_months = fields.integer_or("months", rules.ocop_months);
}

}  // namespace

std::vector<Recognition> read_recognitions(const model::Table& table, base::Findings& findings) {
  TableRows rows(table, "recognitions", {"id", "unit_code", "unit_code_valid", "rank", "attainment_year"});
  std::vector<Recognition> out;
  for (std::size_t row = 0; row < rows.count(); ++row) {
    Recognition r;
    r.id = rows.cell(row, "id");
    r.unit_code = rows.cell(row, "unit_code");
    r.code_valid = rows.cell(row, "unit_code_valid");
    r.unit_name = rows.cell(row, "unit_name");
    r.rank = rows.cell(row, "rank");
    r.decision = rows.cell(row, "decision");
    r.source = rows.cell(row, "source");
    r.confidence = rows.cell(row, "confidence");
    r.note = rows.cell(row, "note");
    r.row = rows.source_row(row);
    r.after_merger = r.rank == "NTM_MERGED";
    if (r.after_merger) r.rank = "NTM";
    const auto year = rows.year(row, "attainment_year", findings);
    const auto decided = rows.date(row, "decision_date", findings);
    const auto ends = rows.date(row, "ends", findings);
    if (!year || !decided || !ends) continue;
    r.attainment_year = *year;
    r.decided = *decided;
    r.ends = *ends;
    if (r.attainment_year == 0 && r.decided.empty()) {
      rows.find(findings, row, "undated",
                {"không có năm đạt và ngày quyết định", "neither year of attainment nor day of decision"},
                {"bổ sung một trong hai", "give one of them"});
      continue;
    }
    out.push_back(std::move(r));
  }
  return out;
}

ProgrammeRules load_rules(const std::filesystem::path& file) {
  const TomlNode root = read_toml(file);
  Fields fields(file.string(), root);
  ProgrammeRules out;
  for (const TomlNode& node : fields.tables("rule")) {
    Fields rule(file.string(), node);
    const std::string id = rule.text("id");
    for (const char* key :
         {"sets", "level", "kind", "text", "params", "on_missing", "source", "confidence", "note"}) {
      rule.text_or(key, "");
    }
    rule.date("from");
    rule.date("to");
    take_rule(out, rule, id);
    rule.finish();
  }
  fields.finish();
  return out;
}

}  // namespace ntmap::criteria
