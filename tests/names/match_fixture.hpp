#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "names/match.hpp"

/// Units of two provinces and more, and what is expected of one row beside them.
namespace ntmap::names {

inline const std::vector<MatchUnit> k_units{
    {"00097", "Thạch Hạ", "Xã", "Thành phố Hà Tĩnh", "Hà Tĩnh"},     // 0
    {"18562", "Thạch Hà", "Thị trấn", "Huyện Thạch Hà", "Hà Tĩnh"},  // 1
    {"18565", "Thạch Bàn", "Xã", "Huyện Thạch Hà", "Hà Tĩnh"},       // 2
    {"18754", "Kỳ Anh", "Thị trấn", "Huyện Kỳ Anh", "Hà Tĩnh"},      // 3
    {"18757", "Kỳ Sơn", "Xã", "Huyện Kỳ Anh", "Hà Tĩnh"},            // 4
    {"18760", "Kỳ Liên", "Phường", "Thị xã Kỳ Anh", "Hà Tĩnh"},      // 5
    {"18196", "Sơn Kim 1", "Xã", "Huyện Hương Sơn", "Hà Tĩnh"},      // 6
    {"18199", "Sơn Kim 2", "Xã", "Huyện Hương Sơn", "Hà Tĩnh"},      // 7
    {"18202", "Sơn Tây", "Xã", "Huyện Hương Sơn", "Hà Tĩnh"},        // 8
    {"17500", "Kỳ Sơn", "Xã", "Huyện Tân Kỳ", "Nghệ An"},            // 9
    {"01900", "Văn Lang", "Xã", "Huyện Na Rì", "Bắc Kạn"},           // 10
    {"05700", "Văn Lăng", "Xã", "Huyện Đồng Hỷ", "Thái Nguyên"},     // 11
    {"09001", "Minh Thanh", "Xã", "Huyện Na Rì", "Bắc Kạn"},         // 12
    {"09002", "Minh Thành", "Xã", "Huyện Na Rì", "Bắc Kạn"},         // 13
};

class Match : public testing::Test {
 protected:
  RowMatch one(const MatchRow& row, const AliasBook& aliases = {}) const {
    return m_matcher.match({row, {.name = "Xã Chẳng Có"}}, aliases).rows.front();
  }
  void expect(const MatchRow& row, std::uint32_t unit, MatchRule rule) const {
    const RowMatch match = one(row);
    EXPECT_EQ(match.status, MatchStatus::matched) << row.name << ": " << match.why.en;
    EXPECT_EQ(match.unit, unit) << row.name;
    EXPECT_EQ(rule_word(match.rule), rule_word(rule)) << row.name;
  }
  void expect_ambiguous(const MatchRow& row, std::vector<std::uint32_t> candidates) const {
    const RowMatch match = one(row);
    EXPECT_EQ(match.status, MatchStatus::ambiguous) << row.name << ": " << match.why.en;
    EXPECT_EQ(match.unit, k_no_unit);
    EXPECT_THAT(match.candidates, testing::ElementsAreArray(candidates)) << row.name;
    EXPECT_FALSE(match.why.vi.empty());
  }

  UnitMatcher m_matcher{k_units};
};

}  // namespace ntmap::names
