#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "make/assessment.hpp"
#include "make/sheet.hpp"

namespace ntmap::sample {

/// The assessments of Hà Tĩnh at the ends of 2021 to 2024, in June 2025 and in December 2025 (on the units
/// of July 2025).
struct NamedRound {
  std::string period;  ///< folder of its tables: "2025_06"
  Round round;
};
std::vector<NamedRound> make_rounds(const Profiles& profiles, const std::vector<Recognition>& recognitions);

/// Sơn Dương in March 2024: 18 communes of 30 meet the standard, 511 criteria in all, 3 are advanced.
Round make_sonduong_round(const std::vector<Profile>& profiles);

/// The titles of its communes as recognitions of the year before.
std::vector<Recognition> sonduong_recognitions(const Round& round);

/// Tables of a round: xa_ntm and xa_nang_cao, a column an item.
Sheet basic_sheet(const Round& round);
Sheet advanced_sheet(const Round& round);

}  // namespace ntmap::sample
