#include "names/name_frame.hpp"

#include <gtest/gtest.h>

#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

std::string behind_lead(const char* text) {
  const std::u32string characters = key_characters(text);
  const std::vector<Token> tokens = tokens_of(characters);
  return to_utf8(std::u32string_view(characters).substr(tokens.at(lead_of(tokens)).begin));
}

TEST(NameFrame, NumbersOfLists) {
  for (const char* text :
       {"1. Xã Ba", "1) Xã Ba", "(1) Xã Ba", "1- Xã Ba", "1/ Xã Ba", "1 Xã Ba", "1.2. Xã Ba", "1.2 Xã Ba",
        "I. Xã Ba", "IV) Xã Ba", "a) Xã Ba", "đ. Xã Ba", "- Xã Ba", "+ Xã Ba"}) {
    EXPECT_EQ(behind_lead(text), "Xã Ba") << text;
  }
  EXPECT_EQ(behind_lead("12. Kỳ Sơn"), "Kỳ Sơn");
}

TEST(NameFrame, AuthoritiesAndWhatTheyAreFor) {
  for (const char* text :
       {"UBND xã Ba", "Ủy ban nhân dân xã Ba", "Uỷ Ban Nhân Dân xã Ba", "uy ban nhan dan xã Ba", "HĐND xã Ba",
        "Đảng uỷ xã Ba", "Đảng ủy - HĐND - UBND xã Ba", "BCĐ xã Ba", "BCĐ NTM xã Ba", "Ban chỉ đạo NTM xã Ba",
        "Ban Chỉ đạo Chương trình MTQG xây dựng NTM xã Ba", "BQL xây dựng nông thôn mới xã Ba",
        "3. UBND xã Ba", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Ba"}) {
    EXPECT_EQ(behind_lead(text), "xã Ba") << text;
  }
}

TEST(NameFrame, NumbersBeforeTypesWithoutMarksAndAuthorities) {
  EXPECT_EQ(behind_lead("IV. PHUONG TAN GIANG"), "PHUONG TAN GIANG");
  EXPECT_EQ(behind_lead("a) phườngđạinài"), "phườngđạinài");
  EXPECT_EQ(behind_lead("3 Ủy ban nhân dân phường Ba"), "phường Ba");
  EXPECT_EQ(behind_lead("X. Phuong My"), "X. Phuong My");
  EXPECT_EQ(behind_lead("X. Xã Ba"), "Xã Ba");
}

TEST(NameFrame, NamesAreNotEaten) {
  for (const char* text : {"X. Kỳ Sơn", "T.X Kỳ Anh", "5", "UBND", "12", "I", "Văn Phong", "V. Long",
                           "A Lưới", "Xây Dựng", "Nông thôn mới", "Phường 5", "Đăk D. Xã"}) {
    EXPECT_EQ(behind_lead(text), text);
  }
}

std::string noted(const char* text) {
  const std::u32string characters = key_characters(text);
  return to_utf8(without_note(characters));
}

TEST(NameFrame, NotesThatSayNothingAgainstTheName) {
  for (const char* text :
       {"Ba (mới)", "Ba (*)", "Ba (**)", "Ba ()", "Ba (sáp nhập)", "Ba (sát nhập)", "Ba (Sau sáp nhập)",
        "Ba (xã mới)", "Ba (mới thành lập)", "Ba (thành lập mới)", "Ba (NTM nâng cao)", "Ba (đạt chuẩn NTM)",
        "Ba (sáp nhập từ Kim Lộc, Song Lộc)", "Ba [mới]", "Ba (mới", "Ba (mới) (*)", "Ba (mới)*"}) {
    EXPECT_EQ(noted(text), "Ba ") << text;
  }
  for (const char* text :
       {"Ba (cũ)", "Ba (1)", "Ba (TT)", "Ba (huyện Kỳ Anh)", "Ba (mới cũ)", "(mới)", "Ba (Mới Hải)",
        "Ba (trước sáp nhập)", "Ba (đã sáp nhập)", "Ba (sáp nhập vào Bốn)", "Ba (mới) Bốn"}) {
    EXPECT_EQ(noted(text), text);
  }
}

TEST(NameFrame, NotesThatMayMeanAnotherUnit) {
  std::u32string_view before;
  for (const char* text : {"Ba (cũ)", "Ba (1)", "Ba (trước sáp nhập)", "Ba (đã giải thể)"}) {
    const std::u32string characters = key_characters(text);
    ASSERT_TRUE(has_doubtful_note(characters, before)) << text;
    EXPECT_EQ(to_utf8(before), "Ba ");
  }
  for (const char* text : {"Ba", "Ba (mới)", "Ba (Can Lộc)", "Ba ("}) {
    const std::u32string characters = key_characters(text);
    EXPECT_FALSE(has_doubtful_note(characters, before)) << text;
  }
}

}  // namespace
}  // namespace ntmap::names
