#include "app/desk/filter.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "app/sample_project.hpp"
#include "base/error.hpp"
#include "model/table.hpp"
#include "names/fold.hpp"

namespace ntmap::app {
namespace {

using base::Lang;

bool number(const char* filter, double value, Lang lang = Lang::vi) {
  return Filter::parse(filter, lang, Filter::Cells::numbers).accepts(value);
}
bool word(const char* filter, const char* key) {
  return Filter::parse(filter, Lang::vi, Filter::Cells::words).accepts(std::string_view(key));
}

TEST(Filter, WithoutACondionAcceptsEverything) {
  EXPECT_TRUE(number("", 3));
  EXPECT_TRUE(number("  ", model::k_no_data));
  EXPECT_TRUE(word("", ""));
}

TEST(Filter, ComparesNumbers) {
  EXPECT_TRUE(number(">3", 3.1));
  EXPECT_FALSE(number(">3", 3));
  EXPECT_TRUE(number(">=3", 3));
  EXPECT_TRUE(number("≤ 3", 3));
  EXPECT_TRUE(number("<3", 2.9));
  EXPECT_TRUE(number("=3", 3));
  EXPECT_TRUE(number("3", 3));
  EXPECT_FALSE(number("3", 3.01));
  EXPECT_TRUE(number("!=3", 4));
  EXPECT_TRUE(number("10..20", 20));
  EXPECT_FALSE(number("10..20", 20.5));
}

TEST(Filter, JoinsConditionsAndBeforeOr) {
  EXPECT_TRUE(number(">3 & <8", 5));
  EXPECT_FALSE(number(">3 & <8", 8));
  EXPECT_TRUE(number("<1 | >3 & <8", 0));
  EXPECT_TRUE(number("<1 | >3 & <8", 5));
  EXPECT_FALSE(number("<1 | >3 & <8", 2));
}

TEST(Filter, ReadsNumbersAsTheLanguageWritesThem) {
  EXPECT_TRUE(number(">2,5", 2.6));
  EXPECT_FALSE(number(">2,5", 2.4));
  EXPECT_TRUE(number("=1.234", 1234, Lang::vi));
  EXPECT_TRUE(number("=1.234", 1.234, Lang::en));
  EXPECT_TRUE(number("=1.234,5", 1234.5, Lang::vi));
  EXPECT_TRUE(number("=98.5", 98.5, Lang::vi)) << "one digit behind a point is no group";
}

TEST(Filter, NoDataIsAcceptedByTheQuestionMarkOnly) {
  EXPECT_FALSE(number(">3", model::k_no_data));
  EXPECT_FALSE(number("<3", model::k_no_data));
  EXPECT_TRUE(number("?", model::k_no_data));
  EXPECT_FALSE(number("?", 0));
  EXPECT_TRUE(number("!?", 0));
  EXPECT_TRUE(number("? | >90", model::k_no_data));
}

TEST(Filter, LooksForWordsWithoutAccents) {
  EXPECT_TRUE(word("ky anh", "xa ky anh"));
  EXPECT_TRUE(word("Kỳ Anh", "xa ky anh"));
  EXPECT_FALSE(word("ky hoa", "xa ky anh"));
  EXPECT_TRUE(word("!ky", "huong khe"));
  EXPECT_TRUE(word("=dat", "dat"));
  EXPECT_TRUE(word("?", ""));
}

TEST(Filter, TakesADashForARangeOfNumbers) {
  EXPECT_TRUE(number("3-5", 3));
  EXPECT_TRUE(number("3 - 5,5", 5.5));
  EXPECT_TRUE(number("3–5", 4));
  EXPECT_FALSE(number("3-5", 5.1));
  EXPECT_FALSE(number("!3-5", 4));
  EXPECT_TRUE(number("-5--3", -4));
  EXPECT_TRUE(number("-5", -5));
  EXPECT_FALSE(number("-5", 5));
}

TEST(Filter, LooksForADashInWords) {
  EXPECT_TRUE(word("2021-2025", names::search_key("Giai đoạn 2021-2025").c_str()));
  EXPECT_TRUE(word("=00097", "00097"));
}

std::string refused(const char* filter, Filter::Cells cells) {
  return test::error_of([&] { Filter::parse(filter, Lang::vi, cells); });
}

TEST(Filter, QuotesWhatItDoesNotUnderstand) {
  const auto numbers = Filter::Cells::numbers;
  EXPECT_NE(refused(">ba", numbers).find("“>ba”"), std::string::npos);
  EXPECT_NE(refused(">3 &", numbers).find("usage"), std::string::npos);
  EXPECT_NE(refused("a..b", numbers).find("a..b"), std::string::npos);
}

TEST(Filter, RefusesWhatNoCellOfThatKindCanBe) {
  EXPECT_NE(refused(">3 & abc", Filter::Cells::numbers).find("“abc”"), std::string::npos);
  EXPECT_NE(refused("=dat", Filter::Cells::numbers).find("“=dat”"), std::string::npos);
  EXPECT_NE(refused("3-abc", Filter::Cells::numbers).find("“3-abc”"), std::string::npos);
  EXPECT_NE(refused(">3", Filter::Cells::words).find("“>3”"), std::string::npos);
  EXPECT_EQ(refused("!?", Filter::Cells::words), "no error");
  EXPECT_EQ(refused("10..20 | ?", Filter::Cells::numbers), "no error");
}

}  // namespace
}  // namespace ntmap::app
