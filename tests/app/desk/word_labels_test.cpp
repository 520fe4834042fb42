#include "app/desk/word_labels.hpp"

#include <gtest/gtest.h>

namespace ntmap::app {
namespace {

struct WordLabel : testing::Test {
  WordLabel() {
    indicator.id = "danh_hieu";
    indicator.compute = "recognised";
    model::Theme numbers;
    numbers.indicator = indicator.id;
    model::Theme theme = numbers;
    theme.kind = model::ThemeKind::category;
    theme.categories = {{"pending", {"Chờ thừa nhận sau sáp nhập", "Pending after merger"}, {}, {}},
                        {"met", {"Đạt cả", "All met"}, {}, {}},
                        {"bare", {}, {}, {}}};
    project.themes = {numbers, theme};
  }
  std::string of(const std::string& word) const { return word_label(project, indicator, word).vi; }

  model::Project project;
  model::Indicator indicator;
};

TEST_F(WordLabel, IsTheLegends) {
  EXPECT_EQ(of("pending"), "Chờ thừa nhận sau sáp nhập");
  EXPECT_EQ(of("met"), "Đạt cả");
}

TEST_F(WordLabel, SaysWhatWordsOfTheProgramMeanWhereNoLegendDoes) {
  EXPECT_EQ(of("not_met"), "chưa đạt");
  EXPECT_EQ(of("unchecked"), "đã công nhận, số liệu hiện tại chưa rõ");
  EXPECT_EQ(of("still_not"), "vẫn chưa đạt");
  EXPECT_EQ(of("mixed"), "nhiều mức khác nhau");
  EXPECT_EQ(of("KIEUMAU"), "nông thôn mới kiểu mẫu");
}

TEST_F(WordLabel, LeavesOtherWordsAlone) {
  EXPECT_EQ(of("bare"), "bare");
  EXPECT_EQ(of("Tốt"), "Tốt");
  EXPECT_EQ(of(""), "");
  indicator.compute.clear();
  EXPECT_EQ(of("lost"), "lost") << "a table's own words mean what its author means";
}

}  // namespace
}  // namespace ntmap::app
