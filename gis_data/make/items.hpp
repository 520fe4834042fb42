#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace ntmap::sample {

/// The threshold columns that the samples use: Bắc Trung Bộ (Hà Tĩnh) and Trung du miền núi phía Bắc.
enum class Column { btb, tdmnpb };

/// How a figure of a criteria set is made up.
enum class ItemKind {
  pass,       ///< "Đạt" or "Không đạt"
  if_any,     ///< the same, and "Không áp dụng" in most communes
  number,     ///< with a threshold
  income,     ///< with thresholds by year
  scale,      ///< a rank of "Yếu", "Trung bình", "Khá", "Tốt", from 1
  companion,  ///< what the rule of the figure before it also asks for: given with it, never the reason of a
              ///< failure
};

/// One column of the commune tables. Thresholds are those of gis_data/criteria with its illustrative
/// overlays; they only steer the made-up values and decide nothing.
struct Item {
  std::string_view id;
  int basic = 0;     ///< criterion of XA_NTM_2021_2025 it belongs to; 0: none
  int advanced = 0;  ///< criterion of XA_NTM_NANGCAO_2021_2025; 0: none
  ItemKind kind = ItemKind::pass;
  std::array<double, 2> met{};           ///< threshold of the basic set by Column
  std::array<double, 2> advanced_met{};  ///< of the advanced set; where it has none, of the basic set
  double best = 100;                     ///< the best value that occurs
  int decimals = 1;
};

/// In the order of the tables. Falling figures (poverty, stunting) have best < met.
const std::vector<Item>& items();

/// Income thresholds of 318/QĐ-TTg in million đồng a head and year, the same in both columns.
double income_met(int year);
double income_advanced(int year);

}  // namespace ntmap::sample
