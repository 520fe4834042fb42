#include "ui/cut_text.hpp"

#include <gtest/gtest.h>

namespace ntmap::ui {
namespace {

std::string cut_to_bytes(const std::string& words, const std::string& tail, std::size_t most) {
  return cut_before(words, tail, [most](const std::string& all) { return all.size() <= most; });
}

TEST(CutBefore, KeepsTheUnitAndTheBeginning) {
  EXPECT_EQ(cut_to_bytes("Income", "(%)", 10), "Income (%)");
  EXPECT_EQ(cut_to_bytes("Income a head", "(%)", 16), "Income a… (%)") << "three bytes are the sign";
  EXPECT_EQ(cut_to_bytes("Income a head", "(%)", 14), "Income… (%)") << "no space before the sign";
}

TEST(CutBefore, LeavesLettersWhole) {
  EXPECT_EQ(cut_to_bytes("Hộ đạt", "", 9), "Hộ…");
}

TEST(CutBefore, KeepsALetterWhereNothingFits) {
  EXPECT_EQ(cut_to_bytes("Đạt", "(%)", 1), "Đ… (%)");
}

}  // namespace
}  // namespace ntmap::ui
