#include "names/aliases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

TEST(Aliases, FilesThatExcelSavedAgainAreRead) {
  const std::vector<Alias> wanted{{"Xã Kỳ Sơn", "Kỳ Anh", "", "18757"}};
  EXPECT_EQ(parse_aliases("\xEF\xBB\xBFname;district;province;code\r\nXã Kỳ Sơn;Kỳ Anh;;18757\r\n", "a.csv"),
            wanted);
  EXPECT_EQ(parse_aliases("name\tdistrict\tprovince\tcode\nXã Kỳ Sơn\tKỳ Anh\t\t18757\n", "a.csv"), wanted);
  std::string utf16 = "\xFF\xFE";
  for (const char32_t c : to_u32("name\tdistrict\tprovince\tcode\r\nXã Kỳ Sơn\tKỳ Anh\t\t18757\r\n")) {
    utf16 += static_cast<char>(c & 0xFFU);
    utf16 += static_cast<char>(c >> 8U);
  }
  EXPECT_EQ(parse_aliases(utf16, "a.csv"), wanted);
}

const std::vector<Alias> k_two{{"TT Vũ Quang", "Vũ Quang", "Hà Tĩnh", "18313"},
                               {"Xã \"Mới\", cũ", "", "", "00097"}};

TEST(Aliases, WrittenAndReadBack) {
  const std::string csv = format_aliases(k_two);
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFname,district,province,code\r\n"));
  EXPECT_EQ(parse_aliases(csv, "a.csv"), k_two);
  EXPECT_TRUE(parse_aliases("", "a.csv").empty());
  EXPECT_TRUE(parse_aliases(format_aliases({}), "a.csv").empty());
}

TEST(Aliases, ColumnsInAnyOrderAndBlankLines) {
  const auto read = parse_aliases("Code,Name\n\n18313,Ba Tô\n\n", "a.csv");
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0], (Alias{"Ba Tô", "", "", "18313"}));
}

std::string refusal(std::string_view csv) {
  try {
    parse_aliases(csv, "a.csv");
  } catch (const base::Error& error) {
    EXPECT_FALSE(error.remedy().empty());
    return error.message().en;
  }
  return "nothing";
}

TEST(Aliases, BadFilesAreRefusedWithTheLine) {
  using testing::HasSubstr;
  EXPECT_THAT(refusal("name,district\nA,B\n"), HasSubstr("“code” is missing"));
  EXPECT_THAT(refusal("name,code\nA,1\n\"B,2\n"), HasSubstr("a.csv, line 3"));
  EXPECT_THAT(refusal("name,code\n\"A\"x,1\n"), HasSubstr("closing quote"));
  EXPECT_THAT(refusal("name,code\nA,\n"), HasSubstr("line 2"));
  EXPECT_THAT(refusal("name,code\nXã A,1\nXÃ  a,2\n"), HasSubstr("has code 1"));
}

TEST(Aliases, CodesThatNoUnitHasAreToldWithTheirLine) {
  const auto aliases = parse_aliases("name,code\nTân An,1\n\nBa Tô,9\n", "a.csv");
  const base::Findings findings = alias_findings(
      aliases, [](const std::string& code) { return code == "1"; }, "a.csv");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "join.alias-unknown-code");
  EXPECT_EQ(findings[0].place.en, "row 4");
  EXPECT_THAT(findings[0].what.en, testing::HasSubstr("Ba Tô"));
}

TEST(Aliases, TheMostExactAliasWins) {
  const AliasBook book(std::vector<Alias>{{"Tân An", "", "", "1"}, {"Tân An", "Càng Long", "", "2"}});
  EXPECT_EQ(book.find("TÂN  AN", "Càng Long", "Trà Vinh")->code, "2");
  EXPECT_EQ(book.find("Tân An", "Nơi khác", "")->code, "1");
  EXPECT_FALSE(book.find("Tân Án", "Càng Long", ""));
  EXPECT_FALSE(book.find("Xã Tân An", "Càng Long", ""));
  EXPECT_TRUE(AliasBook().empty());
}

}  // namespace
}  // namespace ntmap::names
