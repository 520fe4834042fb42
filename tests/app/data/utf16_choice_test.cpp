#include "app/data/utf16_choice.hpp"

#include <gtest/gtest.h>

#include "app/data/load_layer.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

std::string utf16le(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

TEST(Utf16Choice, TheWordsOfIt) {
  for (const char* word : {"utf-16", "UTF16", "utf-16le", "UTF-16 BE", "utf_16_le"})
    EXPECT_TRUE(is_utf16_word(word));
  for (const char* word : {"utf-8", "utf-1", "auto", ""}) EXPECT_FALSE(is_utf16_word(word));
}

TEST(Utf16Choice, AFileThatIsItIsReadSo) {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("a.csv", utf16le("ma,ten\n1,Ky Anh\n")).string();
  const LoadedTable loaded = load_table({.files = {file}, .encoding = "utf-16le"});
  EXPECT_EQ(loaded.table.columns[1].text(0), "Ky Anh");
  EXPECT_EQ(test::count_rule(loaded.findings, "encoding.chosen-wrong"), 0U);
}

TEST(Utf16Choice, AFileThatIsNotIsToldAndReadByItsTexts) {
  const test::TemporaryFolder folder;
  const std::string utf8 = folder.write("a.csv", "ma,ten\n1,Kỳ Anh\n").string();
  const std::string font = folder
                               .write("b.csv",
                                      "ma,ten\n1,K\xFA Anh\n2,Th\xB9"
                                      "ch H\xB5\n")
                               .string();
  for (const std::string& file : {utf8, font}) {
    const LoadedTable loaded = load_table({.files = {file}, .encoding = "utf-16"});
    EXPECT_EQ(loaded.table.columns[1].text(0), "Kỳ Anh");
    EXPECT_EQ(test::count_rule(loaded.findings, "encoding.chosen-wrong"), 1U);
  }
}

TEST(Utf16Choice, Utf8ChosenForAFileThatIsUtf16IsTold) {
  const test::TemporaryFolder folder;
  const std::string wide = folder
                               .write("a.csv", utf16le("ma,ten\n1,K\xFA Anh\n2,Th\xB9"
                                                       "ch H\xB5\n"))
                               .string();
  const std::string utf8 = folder.write("b.csv", "ma,ten\n1,Kỳ Anh\n").string();
  const LoadedTable told = load_table({.files = {wide}, .encoding = "UTF-8"});
  EXPECT_EQ(told.table.columns[1].text(1), "Thạch Hà") << "as if nothing had been chosen";
  ASSERT_EQ(told.encodings.size(), 1U);
  EXPECT_NE(told.encodings[0].by, names::DecidedBy::user);
  EXPECT_EQ(test::count_rule(told.findings, "encoding.chosen-wrong"), 1U);
  const LoadedTable right = load_table({.files = {utf8}, .encoding = "UTF-8"});
  EXPECT_EQ(test::count_rule(right.findings, "encoding.chosen-wrong"), 0U);
}

}  // namespace
}  // namespace ntmap::app
