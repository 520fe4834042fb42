#include "app/desk/theme_edits.hpp"

#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

TEST(ThemeEdits, IdsAreWrittenPlainlyAndEachOnce) {
  const test::SampleProject sample;
  const auto project = sample.project();
  EXPECT_EQ(free_theme_id(*project, "Tỷ lệ hộ nghèo (%)"), "ty-le-ho-ngheo");
  EXPECT_EQ(free_theme_id(*project, "nuoc-sach"), "nuoc-sach-2");
  EXPECT_EQ(free_theme_id(*project, "…"), "chuyen-de");
}

TEST(ThemeEdits, ACopyDiffersInIdAndTitleOnly) {
  const test::SampleProject sample;
  const auto project = sample.project();
  model::Theme copy = copy_of_theme(*project, "nuoc-sach");
  EXPECT_EQ(copy.id, "nuoc-sach-2");
  EXPECT_EQ(copy.title.vi, "Nước sạch (bản sao)");
  EXPECT_EQ(copy.title.en, "Clean water (copy)");
  copy.id = "nuoc-sach";
  copy.title = {};
  EXPECT_EQ(copy, *project->find_theme("nuoc-sach"));
}

TEST(ThemeEdits, ANewThemeShowsItsIndicator) {
  const test::SampleProject sample;
  const model::Theme theme = new_theme(*sample.project(), "nuoc", {});
  EXPECT_EQ(theme.indicator, "nuoc");
  EXPECT_EQ(theme.title.vi, "Nước sạch");
  EXPECT_EQ(theme.kind, model::ThemeKind::value);
  EXPECT_EQ(theme.classification.decimals, 1);
}

}  // namespace
}  // namespace ntmap::app
