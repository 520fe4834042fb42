#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "criteria/code_validity.hpp"
#include "criteria/compute_figure.hpp"
#include "criteria/levels.hpp"
#include "criteria/responsibility.hpp"
#include "criteria/units.hpp"
#include "model/table.hpp"

namespace ntmap::criteria {

/// A unit that does not implement the programme, from when to when and why: no share counts it.
struct Exclusion {
  std::uint32_t unit = k_no_unit;
  Date from;  ///< empty: since ever
  Date to;    ///< last day; empty: open
  base::Text reason;
  std::string source;
  std::string unit_code;
  std::string code_valid;
  std::uint32_t row = 0;
};

/// What decides a commune's thresholds where it differs from its province: another region's column
/// (specially difficult, or ATK of a poor district: rule E03), or its group of 51/2025/QĐ-TTg.
struct UnitTrait {
  std::uint32_t unit = k_no_unit;
  Region region = Region::none;  ///< none: the province's
  int group = 0;                 ///< 0: not said
  std::string source;
  std::string unit_code;
  std::string code_valid;
  std::uint32_t row = 0;
};

// Each reads one register by column name; a flaw becomes a finding with the row, and the row is left out.

/// unit_code, unit_code_valid, reason_vi; and from, to, reason_en, source.
std::vector<Exclusion> read_exclusions(const model::Table& table, base::Findings& findings);
/// unit_code, unit_code_valid; and region (tdmnpb...), group (1, 2, 3), source.
std::vector<UnitTrait> read_traits(const model::Table& table, base::Findings& findings);
/// unit_code, unit_code_valid, sponsor; and due.
std::vector<Sponsor> read_sponsors(const model::Table& table, base::Findings& findings);
/// name, unit_code, unit_code_valid, stars (1 to 5), certified; and exported (0 or 1).
std::vector<Product> read_products(const model::Table& table, base::Findings& findings);

/// Points each row at its unit, where its codes are those of units that hold in `days`; the others at
/// none. A code that should be among the units and is not gives "<subject>.unknown-unit".
void bind_units(std::vector<Recognition>& rows, const Units& units, const CodeValidity& days,
                const std::string& file, base::Findings& findings);
void bind_units(std::vector<Exclusion>& rows, const Units& units, const CodeValidity& days,
                const std::string& file, base::Findings& findings);
void bind_units(std::vector<UnitTrait>& rows, const Units& units, const CodeValidity& days,
                const std::string& file, base::Findings& findings);
void bind_units(std::vector<Sponsor>& rows, const Units& units, const CodeValidity& days,
                const std::string& file, base::Findings& findings);
void bind_units(std::vector<Product>& rows, const Units& units, const CodeValidity& days,
                const std::string& file, base::Findings& findings);

}  // namespace ntmap::criteria
