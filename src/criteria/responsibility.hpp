#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "criteria/evaluate.hpp"
#include "model/table.hpp"

namespace ntmap::criteria {

/// Who answers for a criterion or an indicator, by one document.
struct Lead {
  std::string scope;  ///< "xã 2021-2025", a province...
  std::string set;
  std::vector<std::string> criteria;    ///< numbers; empty: see `figure`
  std::vector<std::string> indicators;  ///< of those criteria; a criterion without any here is meant whole
  std::string figure;                   ///< a figure of the programme; may be empty
  std::string subject;
  std::string lead;
  std::string document;
  std::string source;
};

/// Reads departments.csv: scope, set, criterion ("1;9;17" or "1-5;7"), indicator ("17.9;17.10"), figure,
/// subject_vi, lead, document, source.
std::vector<Lead> read_leads(const model::Table& table, base::Findings& findings);

/// Who answers for the indicator: the row of the province (`scope`) first, then that of the set, then the
/// ministry the set names; "" when nobody is named.
std::string lead_of(std::span<const Lead> leads, std::string_view scope, const CriteriaSet& set,
                    const Criterion& criterion, const Indicator& indicator);

/// Who helps a commune, and until when.
struct Sponsor {
  std::uint32_t unit = k_no_unit;
  std::string name;
  Date deadline;
  std::string unit_code;
  std::string code_valid;
  std::uint32_t row = 0;
};

/// One indicator that one unit has yet to meet.
struct Task {
  std::uint32_t unit = k_no_unit;
  std::uint32_t indicator = 0;  ///< index in the result
  Verdict verdict = Verdict::not_met;
};

/// What is left for one department or one sponsor.
struct Remainder {
  std::string who;  ///< "": nobody is named
  Date deadline;    ///< the earliest; empty: none
  std::vector<Task> tasks;
  std::int64_t units = 0;  ///< different units among them
};

/// What is not met or unknown in the set, by department, most tasks first.
std::vector<Remainder> left_by_lead(const SetResult& result, const std::vector<std::uint32_t>& units,
                                    std::span<const Lead> leads, std::string_view scope);

/// The same by sponsor; units without one stand under "".
std::vector<Remainder> left_by_sponsor(const SetResult& result, const std::vector<std::uint32_t>& units,
                                       std::span<const Sponsor> sponsors);

}  // namespace ntmap::criteria
