#pragma once

#include <string>
#include <vector>

#include "app/areas/coverage_report.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// What the areas measure, in lines for people: share and hectares, by status and year, what would be if all
/// that is being built were at work, units where area and weights differ most.
std::vector<base::Text> coverage_lines(const CoverageReport& report);

/// The shortest account for a panel: what is covered by ground and by people, the "what if", and what is
/// wrong.
std::vector<base::Text> coverage_summary(const CoverageReport& report);

/// All of coverage_lines() and the lists of overlaps and of areas outside every unit, as one JSON object.
/// Numbers are as computed; no data is null. Names of keys are the same in both languages.
std::string coverage_json(const CoverageReport& report);

/// "với tất cả công trình đang xây dựng, 41 đơn vị đạt từ 50 %": one sentence about one "what if".
base::Text what_if_text(const CoverageReport& report, const WhatIf& answer);

}  // namespace ntmap::app
