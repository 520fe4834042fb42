#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "criteria/evaluate.hpp"
#include "criteria/evidence.hpp"
#include "criteria/support.hpp"
#include "model/table.hpp"

namespace ntmap::test {

/// A province (unit 0), a district (1) and communes (from 2) in Bắc Trung Bộ that pass everything at the end
/// of 2024 by the project's sets with the illustrative overlay of Hà Tĩnh: to be changed from there.
class EvaluationTest : public testing::Test {
 protected:
  explicit EvaluationTest(std::size_t communes = 1)
      : m_catalogue(project_sets({"overlay_hatinh_illustrative.toml"})), m_values(2024, communes + 2) {
    using criteria::Region;
    m_units.push_back({"42", "Hà Tĩnh", "tỉnh", criteria::k_no_unit, Region::btb, 0});
    m_units.push_back({"444", "Hương Khê", "huyện", 0, Region::btb, 0});
    for (std::size_t i = 0; i < communes; ++i) {
      m_units.push_back({std::to_string(18000 + i), "Xã", "xã", 1, Region::btb, 0});
    }
    for (std::size_t u = 0; u < m_units.size(); ++u) pass_everything(m_values, m_catalogue, u);
  }

  static constexpr std::uint32_t province() { return 0; }
  static constexpr std::uint32_t district() { return 1; }
  static constexpr std::uint32_t commune() { return 2; }

  criteria::Units& units() { return m_units; }
  criteria::ValueTable& values() { return m_values; }
  criteria::EvaluationOptions& options() { return m_options; }
  const criteria::Catalogue& catalogue() const { return m_catalogue; }
  const criteria::Evaluation& result() const { return m_result; }

  void use_sets(criteria::Catalogue sets) { m_catalogue = std::move(sets); }
  void use_titles(std::vector<criteria::Titles> titles) { m_titles = std::move(titles); }
  void at(int year, criteria::Date date) { m_period = {year, date}; }
  void set(const char* figure, double value) { m_values.set(figure, commune(), value); }
  void clear(const char* figure) { clear_of(figure, commune()); }
  void clear_of(const char* figure, std::uint32_t unit) { m_values.set(figure, unit, model::k_no_data); }
  void flag(const char* figure, std::uint8_t flags) {
    m_values.set(figure, commune(), model::k_no_data, flags);
  }
  double get(const char* figure) { return m_values.column(figure).value[commune()]; }
  void exclude(std::uint32_t unit) {
    m_excluded.resize(m_units.size(), 0);
    m_excluded[unit] = 1;
  }

  criteria::EvaluationInput input() const {
    criteria::EvaluationInput out;
    out.catalogue = &m_catalogue;
    out.units = &m_units;
    out.values = &m_values;
    out.period = m_period;
    out.options = m_options;
    out.titles = m_titles;
    out.excluded = m_excluded;
    return out;
  }

  const criteria::Evaluation& evaluated() {
    m_result = criteria::evaluate(input());
    return m_result;
  }

  criteria::Mark mark_of(const char* set_id, const char* code, std::uint32_t unit) {
    const criteria::SetResult& set = *evaluated().find(set_id);
    return set.indicator(set.find(code).value(), unit);
  }
  criteria::Verdict verdict_of(const char* set_id, const char* code, std::uint32_t unit) {
    return mark_of(set_id, code, unit).verdict();
  }
  criteria::Mark indicator(const char* set_id, const char* code) { return mark_of(set_id, code, commune()); }
  criteria::Verdict verdict(const char* set_id, const char* code) {
    return indicator(set_id, code).verdict();
  }
  criteria::Mark overall(const char* set_id) { return evaluated().find(set_id)->overall(commune()); }

  criteria::Evidence evidence_of(const char* set_id, const char* code, std::uint32_t unit = commune()) {
    const criteria::SetResult& set = *evaluated().find(set_id);
    return criteria::evidence(input(), set, set.find(code).value(), unit);
  }

 private:
  criteria::Catalogue m_catalogue;
  criteria::Units m_units;
  criteria::ValueTable m_values;
  criteria::Period m_period{2024, {2024, 12, 31}};
  criteria::EvaluationOptions m_options;
  std::vector<criteria::Titles> m_titles;
  std::vector<std::uint8_t> m_excluded;
  criteria::Evaluation m_result;
};

}  // namespace ntmap::test
