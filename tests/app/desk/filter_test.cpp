#include "app/desk/filter.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "app/sample_project.hpp"
#include "base/error.hpp"
#include "model/table.hpp"

namespace ntmap::app {
namespace {

using base::Lang;

bool number(const char* filter, double value, Lang lang = Lang::vi) {
  return Filter::parse(filter, lang).accepts(value);
}
bool word(const char* filter, const char* key) {
  return Filter::parse(filter, Lang::vi).accepts(std::string_view(key));
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

TEST(Filter, QuotesWhatItDoesNotUnderstand) {
  EXPECT_NE(test::error_of([] { Filter::parse(">ba", Lang::vi); }).find("“>ba”"), std::string::npos);
  EXPECT_NE(test::error_of([] { Filter::parse(">3 &", Lang::vi); }).find("usage"), std::string::npos);
  EXPECT_NE(test::error_of([] { Filter::parse("a..b", Lang::vi); }).find("a..b"), std::string::npos);
}

}  // namespace
}  // namespace ntmap::app
