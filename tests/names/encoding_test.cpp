#include "names/encoding.hpp"

#include <gtest/gtest.h>

#include "names/damage.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

constexpr std::string_view k_pangram = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";

TEST(Encoding, Tcvn3HoldsAll74Letters) {
  // Bytes of TCVN 5712:1993, small letters in the order of the pangram, then Ă Â Ê Ô Ơ Ư Đ.
  constexpr std::string_view bytes =
      "\xB5\xB6\xB7\xB8\xB9\xA8\xBB\xBC\xBD\xBE\xC6\xA9\xC7\xC8\xC9\xCA\xCB"
      "\xCC\xCE\xCF\xD0\xD1\xAA\xD2\xD3\xD4\xD5\xD6\xD7\xD8\xDC\xDD\xDE"
      "\xDF\xE1\xE2\xE3\xE4\xAB\xE5\xE6\xE7\xE8\xE9\xAC\xEA\xEB\xEC\xED\xEE"
      "\xEF\xF1\xF2\xF3\xF4\xAD\xF5\xF6\xF7\xF8\xF9\xFA\xFB\xFC\xFD\xFE\xAE";
  EXPECT_EQ(decode(bytes, Encoding::tcvn3), k_pangram);
  EXPECT_EQ(decode("\xA1\xA2\xA3\xA4\xA5\xA6\xA7", Encoding::tcvn3), "ĂÂÊÔƠƯĐ");
}

TEST(Encoding, CapitalsThatTcvn3CannotHoldAreRestored) {
  EXPECT_EQ(decode("\xDD"
                   "ch H\xCB"
                   "u",
                   Encoding::tcvn3),
            "Ích Hậu");
  EXPECT_EQ(decode("TX. H\xE5NG L\xDCNH", Encoding::tcvn3), "TX. HỒNG LĨNH");
  EXPECT_EQ(decode("\xCAp ven bi\xD3n", Encoding::tcvn3), "ấp ven biển");
  EXPECT_EQ(decode("Ghi ch\xF3: \xEB \xAE\xA9u", Encoding::tcvn3), "Ghi chú: ở đâu");
}

TEST(Encoding, VniIsALetterAndAMarkByte) {
  EXPECT_EQ(decode("Thaïch Haø", Encoding::utf8), "Thaïch Haø");
  EXPECT_EQ(decode("Tha\xEF"
                   "ch Ha\xF8",
                   Encoding::vni),
            "Thạch Hà");
  EXPECT_EQ(decode("\xD1\xF6\xF9"
                   "c Tho\xEF",
                   Encoding::vni),
            "Đức Thọ");
  EXPECT_EQ(decode("TX. HO\xC0NG L\xF3NH", Encoding::vni), "TX. HỒNG LĩNH");
  EXPECT_EQ(decode("V\xD3NH", Encoding::vni), "VĨNH");
}

TEST(Encoding, EveryLetterSurvivesItsEncoding) {
  for (const std::string& text :
       {std::string(k_pangram), std::string("Thị trấn Nghèn, huyện Can Lộc; Ấp Đắk Ơ, Ưỡn")}) {
    EXPECT_EQ(decode(test::to_vni(text), Encoding::vni), text);
    EXPECT_EQ(decode(test::to_cp1258(text), Encoding::cp1258), text);
  }
  EXPECT_EQ(decode(test::to_tcvn3(k_pangram), Encoding::tcvn3), k_pangram);
}

TEST(Encoding, CombiningMarksOfCp1258AreComposed) {
  EXPECT_EQ(decode("K\xFD\xCC H\xEA\xF2", Encoding::cp1258), "Kừ Hệ");
  EXPECT_EQ(decode("\xD0\xDD\xEC"
                   "c",
                   Encoding::cp1258),
            "ĐỨc");
}

TEST(Encoding, BrokenUtf8IsShown) {
  EXPECT_EQ(decode("Th\xE1\xBA", Encoding::utf8), "Th\uFFFD\uFFFD");
  EXPECT_EQ(decode("Ky\xCC\x80", Encoding::utf8), "Kỳ");
}

TEST(Encoding, LabelsAreReadAsOfficesWriteThem) {
  for (const char* label : {"UTF-8", "utf8", "\xEF\xBB\xBFUTF-8\r\n", " 65001 "}) {
    EXPECT_EQ(encoding_from(label), Encoding::utf8) << label;
  }
  for (const char* label : {"ANSI 1258", "cp1258", "windows-1258\n", "1258", "WIN1258"}) {
    EXPECT_EQ(encoding_from(label), Encoding::cp1258) << label;
  }
  for (const char* label : {"1252", "ISO-8859-1", "latin1", "ANSI 1252"}) {
    EXPECT_EQ(encoding_from(label), Encoding::cp1252) << label;
  }
  EXPECT_EQ(encoding_from("TCVN3 (ABC)"), Encoding::tcvn3);
  EXPECT_EQ(encoding_from("vni"), Encoding::vni);
  for (const char* label : {"", "big5", "12582", "\n", "ansi"})
    EXPECT_EQ(encoding_from(label), std::nullopt) << label;
}

TEST(Encoding, NamesAreReadBack) {
  for (const Encoding e :
       {Encoding::utf8, Encoding::cp1252, Encoding::cp1258, Encoding::tcvn3, Encoding::vni}) {
    EXPECT_EQ(encoding_from(encoding_name(e)), e);
  }
}

TEST(Encoding, LanguageIdOfDbf) {
  EXPECT_EQ(encoding_from_language_id(0x57), std::nullopt);
  EXPECT_EQ(encoding_from_language_id(0), std::nullopt);
  EXPECT_EQ(encoding_from_language_id(-1), std::nullopt);
  EXPECT_EQ(encoding_from_language_id(0x03), Encoding::cp1252);
}

TEST(Encoding, WrongReadingIsUndoneByteForByte) {
  std::string all;
  for (int c = 1; c < 256; ++c) all += static_cast<char>(c);
  EXPECT_EQ(bytes_read_as_cp1252(decode(all, Encoding::cp1252)), all);
  EXPECT_EQ(bytes_read_as_cp1252("Kỳ"), std::nullopt);
  EXPECT_EQ(bytes_read_as_cp1252("Ky"), std::nullopt);
}

TEST(Unicode, NormalFormHealsEveryComposition) {
  const std::string text = "Thị trấn Nghèn, Hệ, Đức, Ấp, Ưỡn, Quỳnh, Ặ";
  EXPECT_EQ(nfc(test::to_nfd(text)), text);
  EXPECT_EQ(nfc(test::to_half_composed(text)), text);
  EXPECT_EQ(nfc(text), text);
}

TEST(Unicode, C1ControlsAreSeen) {
  EXPECT_TRUE(has_c1_controls("a\xC2\x90"));
  EXPECT_FALSE(has_c1_controls("Hà Tĩnh"));
  EXPECT_FALSE(is_valid_utf8("\xC3"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
  EXPECT_TRUE(is_valid_utf8("Đắk"));
}

}  // namespace
}  // namespace ntmap::names
