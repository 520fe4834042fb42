#include "names/syllable.hpp"

#include <gtest/gtest.h>

#include <string_view>

#include "names/held_out_names.hpp"

namespace ntmap::names {
namespace {

TEST(Syllable, WordsOfUnitNamesAreSyllables) {
  for (const std::u32string_view word :
       {U"kỳ",    U"anh", U"thạch", U"hà",    U"nghèn",  U"giang", U"quý", U"quỳnh", U"khuyến",
        U"nghĩa", U"gia", U"gì",    U"giếng", U"đức",    U"thọ",   U"yên", U"ỷ",     U"ấp",
        U"hòa",   U"hoà", U"thủy",  U"xuyên", U"trường", U"ngoạn", U"uyên"}) {
    EXPECT_TRUE(is_syllable(word)) << testing::PrintToString(word);
  }
}

TEST(Syllable, SpellingRulesAreHeld) {
  // Stops bear only two tones; c and k, g and gh, ng and ngh have their own vowels; lips take no glide.
  for (const std::u32string_view word :
       {U"thach", U"thàch", U"kú", U"cỳ", U"ghà", U"nghà", U"ngèn", U"bòa", U"thcạh", U"c", U"", U"hàà",
        U"xyz", U"k1", U"th¹ch", U"ñaù", U"hà hà"}) {
    EXPECT_FALSE(is_syllable(word)) << testing::PrintToString(word);
  }
}

TEST(Syllable, MarksMayBeMissing) {
  EXPECT_TRUE(is_syllable(U"thach", Marks::optional));
  EXPECT_TRUE(is_syllable(U"duc", Marks::optional));
  EXPECT_TRUE(is_syllable(U"quyen", Marks::optional));
  EXPECT_FALSE(is_syllable(U"tbach", Marks::optional));
}

TEST(Syllable, ReadabilityCountsOnlyWordsBeyondAscii) {
  const Readability right = readability("Huyện Kỳ Anh (cũ)");
  EXPECT_EQ(right.words, 3u);
  EXPECT_EQ(right.syllables, 3u);
  const Readability wrong = readability("Huy\u00D6n K\u00FA Anh");
  EXPECT_EQ(wrong.words, 2u);
  EXPECT_EQ(wrong.syllables, 0u);
  EXPECT_EQ(readability("Ha Tinh").words, 0u);
}

TEST(Syllable, MostNamesOfTheCountryRead) {
  Readability all;
  for (const test::HeldOut& unit : test::k_held_out) all += readability(unit.name);
  EXPECT_GT(all.share(), 0.9);
}

}  // namespace
}  // namespace ntmap::names
