#include "app/project/theme_sections.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

ConfigSection section(const std::string& toml) {
  return ConfigSection::from_text(toml, "p.toml");
}

TEST(ThemeSections, SecondFigure) {
  ConfigSection theme = section("[second]\nindicator = \"thu_nhap\"\nmethod = \"quantile\"\nclasses = 3\n");
  const auto second = read_second(theme);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->indicator, "thu_nhap");
  EXPECT_EQ(second->classification.classes, 3);
  ConfigSection none = section("id = \"a\"\n");
  EXPECT_FALSE(read_second(none));
}

TEST(ThemeSections, Mark) {
  ConfigSection theme =
      section("[mark]\nindicator = \"ngheo\"\nat_least = 4\nhatch = \"cross\"\nlabel = \"Nguy cơ\"\n");
  const auto mark = read_mark(theme);
  ASSERT_TRUE(mark);
  EXPECT_EQ(mark->at_least, 4);
  EXPECT_EQ(mark->hatch, model::Hatch::cross);
}

TEST(ThemeSections, AMarkThatMarksNothingIsRefused) {
  ConfigSection empty = section("[mark]\nindicator = \"a\"\nlabel = \"b\"\n");
  EXPECT_THAT(test::error_of([&] { read_mark(empty); }), HasSubstr("at_least"));
  ConfigSection unnamed = section("[mark]\nindicator = \"a\"\nat_most = 1\n");
  EXPECT_THAT(test::error_of([&] { read_mark(unnamed); }), HasSubstr("label"));
  ConfigSection wrong = section("[mark]\nindicator = \"a\"\nat_most = 1\nlabel = \"b\"\nhatch = \"croos\"\n");
  EXPECT_THAT(test::error_of([&] { read_mark(wrong); }), HasSubstr("cross"));
}

}  // namespace
}  // namespace ntmap::app
