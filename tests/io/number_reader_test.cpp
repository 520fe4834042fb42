#include "io/number_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "findings.hpp"
#include "io/table_reader.hpp"

namespace ntmap::io {
namespace {

using test::count_rule;
using test::find_rule;

NumberColumn read_texts(const std::vector<std::string>& texts, bool percent = false) {
  model::Table table;
  table.file = "t.csv";
  table.columns.push_back({"v", model::ColumnType::text, texts, {}});
  table.source_row.resize(texts.size());
  std::iota(table.source_row.begin(), table.source_row.end(), 2U);
  return read_numbers(table, table.columns[0], percent);
}

NumberColumn read_mixed(const std::vector<std::string>& texts, const std::vector<double>& numbers) {
  model::Table table;
  table.columns.push_back({"v", model::ColumnType::mixed, texts, numbers});
  table.source_row.assign(texts.size(), 1);
  return read_numbers(table, table.columns[0], true);
}

TEST(Numbers, ShapesOfTexts) {
  const auto shape = [](std::string_view text) { return parse_number_text(text).shape; };
  EXPECT_EQ(shape("12"), NumberShape::plain);
  EXPECT_EQ(shape(" 98,5 % "), NumberShape::decimal_comma);
  EXPECT_EQ(shape("98.5"), NumberShape::decimal_point);
  EXPECT_EQ(shape("1.234.567"), NumberShape::decimal_comma);
  EXPECT_EQ(shape("1,234.5"), NumberShape::decimal_point);
  EXPECT_EQ(shape("1.234"), NumberShape::point_or_group);
  EXPECT_EQ(shape("0.234"), NumberShape::decimal_point);
  EXPECT_EQ(shape("1234.567"), NumberShape::decimal_point);
  EXPECT_EQ(shape("1 234"), NumberShape::plain);
  EXPECT_EQ(shape("1\xC2\xA0"
                  "234,5"),
            NumberShape::decimal_comma);
  for (const char* word : {"", "-", "–", "x", "không có", "n/a"})
    EXPECT_EQ(shape(word), NumberShape::no_data) << word;
  for (const char* word :
       {"12 ha", "1,2,3", "1.23.456", "đạt", "12 5", "1e5", "nan", "inf", "--5", "5.", "#DIV/0!"}) {
    EXPECT_EQ(shape(word), NumberShape::word) << word;
  }
}

TEST(Numbers, DecimalCommaIsDecidedForTheColumn) {
  const NumberColumn comma = read_texts({"98,5", "1.234", "−7", "+3"});
  EXPECT_EQ(comma.values, (std::vector<double>{98.5, 1234, -7, 3}));
  EXPECT_TRUE(comma.findings.empty());
  EXPECT_EQ(read_texts({"98.5", "1,234"}).values, (std::vector<double>{98.5, 1234}));
  EXPECT_EQ(read_texts({"98.5", "1.234"}).values, (std::vector<double>{98.5, 1.234}));
}

TEST(Numbers, OpenCellsAloneAreThousandsAndSaidSo) {
  const NumberColumn thousands = read_texts({"1.234", "2.500", "999"});
  EXPECT_EQ(thousands.values, (std::vector<double>{1234, 2500, 999}));
  ASSERT_NE(find_rule(thousands.findings, "number.thousands-or-decimals"), nullptr);
  EXPECT_EQ(find_rule(thousands.findings, "number.thousands-or-decimals")->place.en, "row 2, column “v”");
  EXPECT_EQ(read_texts({"1.234", "2500"}).values, (std::vector<double>{1.234, 2500}));
  EXPECT_EQ(read_texts({"98.125", "7"}, true).values[0], 98.125);
}

TEST(Numbers, TwoStylesInOneColumnLeaveOpenCellsOut) {
  const NumberColumn column = read_texts({"98,5", "97.5", "1.234"});
  EXPECT_EQ(column.values[0], 98.5);
  EXPECT_EQ(column.values[1], 97.5);
  EXPECT_TRUE(std::isnan(column.values[2]));
  EXPECT_NE(find_rule(column.findings, "number.styles-mixed"), nullptr);
  ASSERT_NE(find_rule(column.findings, "number.undecided"), nullptr);
  EXPECT_EQ(find_rule(column.findings, "number.undecided")->place.en, "row 4, column “v”");
}

TEST(Numbers, WordsAreNamedAndNoDataIsNoted) {
  const NumberColumn column = read_texts({"12", "–", "x", "không có", "đạt", ""});
  EXPECT_EQ(column.values[0], 12);
  for (std::size_t i = 1; i < 6; ++i) EXPECT_TRUE(std::isnan(column.values[i]));
  ASSERT_EQ(count_rule(column.findings, "number.text"), 1U);
  EXPECT_EQ(find_rule(column.findings, "number.text")->place.en, "row 6, column “v”");
  EXPECT_EQ(find_rule(column.findings, "number.text")->file, "t.csv");
  EXPECT_THAT(find_rule(column.findings, "number.no-data-words")->what.en, testing::StartsWith("3 cells"));
}

TEST(Numbers, FractionsBesidePercentTextsAreBroughtUp) {
  const double nan = model::k_no_data;
  const NumberColumn column = read_mixed({"", "98,5", ""}, {0.97, nan, 1});
  EXPECT_EQ(column.values, (std::vector<double>{97, 98.5, 100}));
  EXPECT_NE(find_rule(column.findings, "percent.fractions"), nullptr);
  // Texts in 0..1 as well: nothing says that these are fractions, so nothing is changed.
  EXPECT_EQ(read_mixed({"", "0,5"}, {0.97, nan}).values, (std::vector<double>{0.97, 0.5}));
  EXPECT_EQ(read_mixed({"", "98,5"}, {97, nan}).values, (std::vector<double>{97, 98.5}));
}

TEST(Numbers, SmallPercentagesAreNoFractions) {
  const double nan = model::k_no_data;
  // Poor households: a cell of 0.8 is 0.8 % where the others are about 2 %.
  const NumberColumn poor = read_mixed({"", "1,2", "", "2,5"}, {0.8, nan, 0.5, nan});
  EXPECT_EQ(poor.values, (std::vector<double>{0.8, 1.2, 0.5, 2.5}));
  ASSERT_NE(find_rule(poor.findings, "percent.fractions"), nullptr);
  EXPECT_EQ(find_rule(poor.findings, "percent.fractions")->severity, base::Severity::note);
  // About as far from 8 as 0.8 is from it: 80 or 0.8, nobody can say.
  const NumberColumn open = read_mixed({"", "8,5", "7,5"}, {0.8, nan, nan});
  EXPECT_TRUE(std::isnan(open.values[0]));
  EXPECT_EQ(open.values[1], 8.5);
  ASSERT_NE(find_rule(open.findings, "percent.undecided"), nullptr);
  EXPECT_EQ(find_rule(open.findings, "percent.undecided")->severity, base::Severity::error);
}

TEST(Numbers, PercentSanity) {
  EXPECT_NE(find_rule(read_texts({"0,5", "0,98", "1"}, true).findings, "percent.all-below-one"), nullptr);
  EXPECT_NE(
      find_rule(read_texts({"95", "96", "97", "98", "99", "0,97"}, true).findings, "percent.some-below-one"),
      nullptr);
  const NumberColumn outside = read_texts({"98", "985", "-1"}, true);
  EXPECT_EQ(count_rule(outside.findings, "percent.outside"), 2U);
  EXPECT_EQ(outside.values[1], 985);
  EXPECT_TRUE(read_texts({"50", "60"}, true).findings.empty());
  EXPECT_TRUE(read_texts({"0,5", "500"}, false).findings.empty());
}

TEST(Numbers, FractionsAmongPercentagesAreToldHoweverMany) {
  for (const std::size_t fractions : {1U, 5U, 20U, 55U}) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < 60; ++i)
      cells.push_back((i < fractions ? "0," : "") + std::to_string(55 + i % 40) +
                      (i < fractions ? "" : ",5"));
    EXPECT_EQ(count_rule(read_texts(cells, true).findings, "percent.some-below-one"), 1U) << fractions;
  }
  // Shares of poor households: many are small, and the others follow on.
  const std::vector<std::string> poor{"0,4", "0,6", "0,9", "1,2", "1,8", "2,5", "3,9", "6", "11", "24"};
  EXPECT_EQ(find_rule(read_texts(poor, true).findings, "percent.some-below-one"), nullptr);
}

TEST(Numbers, AGroupAmongDecimalsIsDoubtedWhereItStandsOut) {
  const NumberColumn column = read_texts({"950", "987.5", "999", "1.011", "870.2"});
  ASSERT_EQ(count_rule(column.findings, "number.thousands-or-decimals"), 1U);
  EXPECT_THAT(find_rule(column.findings, "number.thousands-or-decimals")->what.en,
              testing::HasSubstr("1,011"));
  EXPECT_EQ(count_rule(read_texts({"1.5", "2.25", "1.011", "0.9"}).findings, "number.thousands-or-decimals"),
            0U);
}

TEST(Numbers, FindingsNameTheFileOfTheirPart) {
  model::Table table;
  table.columns.push_back({"v", model::ColumnType::text, {"1", "đạt"}, {}});
  table.source_row = {2, 7};
  table.parts = {{"a.xlsx", "A", 1, 0}, {"b.xlsx", "B", 1, 1}};
  const NumberColumn column = read_numbers(table, table.columns[0], false);
  const base::Finding* word = find_rule(column.findings, "number.text");
  EXPECT_EQ(word->file, "b.xlsx");
  EXPECT_EQ(word->place.en, "sheet “B”, row 7, column “v”") << "the file is not said twice";
}

}  // namespace
}  // namespace ntmap::io
