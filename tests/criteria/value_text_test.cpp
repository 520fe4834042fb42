#include "criteria/value_text.hpp"

#include <gmock/gmock.h>

namespace ntmap::criteria {
namespace {

const std::vector<std::string> k_scale = {"Yếu", "Trung bình", "Khá", "Tốt"};

TEST(ValueTextTest, ReadsPassAndFailInTheWordsOfficesUse) {
  for (const char* text : {"Đạt", "đạt", "ĐẠT", " Đạt ", "x", "X", "Có", "CÓ", "yes"})
    EXPECT_EQ(figure_from(text, {}), 1) << text;
  for (const char* text : {"Không đạt", "KHÔNG ĐẠT", "Chưa đạt", "không", "No"})
    EXPECT_EQ(figure_from(text, {}), 0) << text;
}

TEST(ValueTextTest, NotApplicableNeedsItsOwnWord) {
  for (const char* text : {"Không áp dụng", "KHÔNG ÁP DỤNG", "KAD", "n/a"})
    EXPECT_TRUE(is_not_applicable_word(text)) << text;
  for (const char* text : {"", "-", "0", "không"}) EXPECT_FALSE(is_not_applicable_word(text)) << text;
}

TEST(ValueTextTest, RanksAWordByItsScale) {
  EXPECT_EQ(figure_from("khá", k_scale), 3);
  EXPECT_EQ(figure_from("TỐT", k_scale), 4);
  EXPECT_EQ(figure_from("Xuất sắc", k_scale), std::nullopt);
  EXPECT_EQ(rank_in(k_scale, "trung bình"), 2);
}

TEST(ValueTextTest, ReadsNumbersWithDecimalCommaPointAndPercent) {
  EXPECT_EQ(figure_from("98,5", {}), 98.5);
  EXPECT_EQ(figure_from("98.5 %", {}), 98.5);
  EXPECT_EQ(figure_from("Mức độ 3", {}), 3);
  EXPECT_EQ(figure_from("mức 2", {}), 2);
}

TEST(ValueTextTest, TextIsNoNumber) {
  for (const char* text : {"", "#DIV/0!", "khoảng 80", "1,234,5", "12 hộ"})
    EXPECT_FALSE(figure_from(text, {}).has_value()) << text;
}

TEST(ValueText, WordsWithLostMarksAndOtherLettersForD) {
  for (const char* word : {"Ðạt", "ðạt", "Ɖạt", "dat", "DAT", "đat", "Dạt", "Đạt chuân", "co"})
    EXPECT_TRUE(is_pass_word(word)) << word;
  for (const char* word : {"Chua dat", "chua đạt", "Chưa Ðạt", "CHƯA ĐAT", "Khong dat", "khong", "chua"})
    EXPECT_TRUE(is_fail_word(word)) << word;
  for (const char* word : {"chùa", "Hoàn thành", "đất", "cò", "dật", "đạ"}) {
    EXPECT_FALSE(is_pass_word(word)) << word;
    EXPECT_FALSE(is_fail_word(word)) << word;
  }
  EXPECT_TRUE(is_not_applicable_word("Khong ap dung"));
  EXPECT_EQ(rank_in({"Kém", "Trung bình", "Khá"}, "trung binh"), 2);
  EXPECT_EQ(rank_in({"Tam", "Tám"}, "tam"), 1);
  EXPECT_EQ(rank_in({"Tấm", "Tám"}, "tam"), 0);
}

}  // namespace
}  // namespace ntmap::criteria
