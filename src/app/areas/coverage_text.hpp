#pragma once

#include <string>
#include <vector>

#include "app/areas/coverage_report.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// What the areas measure, in lines for people: share and hectares, by status and year, what would be if all
/// that is being built were at work, units where area and weights differ most. `reasons` says where to read
/// why areas were left out.
std::vector<base::Text> coverage_lines(const CoverageReport& report, const base::Text& reasons = {});

/// The shortest account for a panel: what is covered by ground and by people, the "what if", and what is
/// wrong.
std::vector<base::Text> coverage_summary(const CoverageReport& report);

/// All of coverage_lines(), the lists of overlaps and of areas outside every unit, and all that was found
/// wrong with the areas, as one JSON object. Numbers are as computed; no data is null. Names of keys are the
/// same in both languages; the findings' words are in `lang`.
std::string coverage_json(const CoverageReport& report, base::Lang lang = base::Lang::vi);

/// "với tất cả công trình đang xây dựng, 41 đơn vị đạt từ 50 %": one sentence about one "what if".
base::Text what_if_text(const CoverageReport& report, const WhatIf& answer);

}  // namespace ntmap::app
