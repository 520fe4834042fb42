#include "io/group_doubt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "findings.hpp"
#include "io/table_reader.hpp"

namespace ntmap::io {
namespace {

using base::Severity;
using test::count_rule;
using test::find_rule;

model::Table table_of(const std::string& name, const std::vector<std::string>& texts) {
  model::Table table;
  table.file = "t.csv";
  table.columns.push_back({name, model::ColumnType::text, texts, {}});
  table.source_row.resize(texts.size());
  std::iota(table.source_row.begin(), table.source_row.end(), 2U);
  return table;
}

NumberColumn read_column(const model::Table& table) {
  return read_numbers(table, table.columns[0], false);
}

std::vector<std::string> thousands(std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back(std::to_string(1 + i % 9).append(".").append(std::to_string(111 + (i * 7) % 8)));
  return out;
}

TEST(GroupDoubt, OneOddCellMakesNoDecimalsOfThousands) {
  for (const char* odd : {"2.85", "12.5"}) {
    std::vector<std::string> texts = thousands(60);
    texts.emplace_back(odd);
    const NumberColumn column = read_column(table_of("Số hộ", texts));
    EXPECT_TRUE(std::isnan(column.values.front())) << odd;
    EXPECT_TRUE(std::isnan(column.values.back())) << odd;
    const base::Finding* told = find_rule(column.findings, "number.undecided");
    ASSERT_NE(told, nullptr);
    EXPECT_EQ(told->severity, Severity::error);
    EXPECT_THAT(told->what.en, testing::HasSubstr(odd));
    EXPECT_THAT(told->place.en, testing::HasSubstr("row 62"));
  }
}

TEST(GroupDoubt, AFinalZeroSaysThatNoneWasDropped) {
  const NumberColumn column = read_column(table_of("v", {"1.730", "3.822", "4.177", "12.5", "2.311"}));
  EXPECT_TRUE(std::isnan(column.values[0]));
  EXPECT_EQ(count_rule(column.findings, "number.undecided"), 1U);
}

TEST(GroupDoubt, ThreeDecimalsWithDroppedZerosAreDecimalsAndTold) {
  const NumberColumn column = read_column(table_of("km2", {"1.737", "3.822", "4.177", "12.5", "2.311"}));
  EXPECT_EQ(column.values, (std::vector<double>{1.737, 3.822, 4.177, 12.5, 2.311}));
  const base::Finding* told = find_rule(column.findings, "number.thousands-or-decimals");
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->severity, Severity::warning);
}

TEST(GroupDoubt, DecimalsThatAreCertainAreNotDoubted) {
  EXPECT_TRUE(read_column(table_of("v", {"1.737", "3.822", "4.177", "0.737"})).findings.empty());
  EXPECT_TRUE(read_column(table_of("v", {"1.5", "2.25", "1.11", "1.011"})).findings.empty());
  EXPECT_EQ(read_column(table_of("v", {"1.737", "3.822", "4.177", "12,5"})).values[0], 1737);
}

TEST(GroupDoubt, EachPartSpeaksForItself) {
  model::Table table = table_of("Diện tích", {"2.559", "1.999", "2.660", "42.5", "9.5", "79.5"});
  table.parts = {{"a.csv", "", 1, 0}, {"b.csv", "", 1, 3}};
  const NumberColumn apart = read_column(table);
  EXPECT_TRUE(std::isnan(apart.values[0]));
  EXPECT_EQ(apart.values[3], 42.5);
  ASSERT_NE(find_rule(apart.findings, "number.undecided"), nullptr);
  EXPECT_EQ(find_rule(apart.findings, "number.undecided")->file, "a.csv");

  table.columns[0].texts = {"2.559", "1.999", "2.661", "4.5", "3.5", "2.25"};
  const NumberColumn alike = read_column(table);
  EXPECT_EQ(alike.values[0], 2.559);
  EXPECT_NE(find_rule(alike.findings, "number.thousands-or-decimals"), nullptr);
}

TEST(GroupDoubt, PointsThatASpreadsheetAteAreTold) {
  const auto numbers = [](const std::string& name, const std::vector<double>& values) {
    model::Table table;
    table.columns.push_back({name, model::ColumnType::number, {}, values});
    table.source_row.assign(values.size(), 1);
    return read_numbers(table, table.columns[0], false).findings;
  };
  const std::vector<double> eaten{2.851, 987, 3.412, 1.733, 640, 5.12};
  EXPECT_EQ(count_rule(numbers("v", eaten), "number.thousands-or-decimals"), 1U);
  EXPECT_EQ(count_rule(numbers("Số hộ", {2.851, 3.412, 1.733, 5.12}), "number.thousands-or-decimals"), 1U);
  EXPECT_TRUE(numbers("km2", {2.851, 3.412, 1.733, 5.12}).empty());
  EXPECT_TRUE(numbers("v", {2.5, 987, 3.25, 1.733, 640}).empty());
  EXPECT_TRUE(numbers("v", {102.851, 987, 203.412, 391.733, 640}).empty());
  EXPECT_TRUE(numbers("Số người bình quân một hộ", {2.851, 3.412, 3.733}).empty());
}

TEST(GroupDoubt, AFewPercentSignsAmongOtherNumbersAreTold) {
  const NumberColumn column = read_column(table_of("Số hộ", {"120", "12,5%", "87", "240"}));
  EXPECT_EQ(column.values[1], 12.5);
  const base::Finding* told = find_rule(column.findings, "number.percent-sign");
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->severity, Severity::warning);
  EXPECT_TRUE(read_column(table_of("v", {"12%", "13%", "14"})).findings.empty());
}

}  // namespace
}  // namespace ntmap::io
