#include "app/map/category_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<model::ThemeCategory> list(const std::vector<std::string>& words) {
  std::vector<model::ThemeCategory> out;
  for (const std::string& word : words) {
    model::ThemeCategory one;
    one.value = word;
    out.push_back(one);
  }
  return out;
}

TEST(CategoryWords, AreReadWhateverTheirCaseMarksAndD) {
  const std::vector<std::string> words{"Đạt", "Ðạt", "đạt", "DAT", "Chua dat", "chưa đạt ", "", "Hoàn thành"};
  EXPECT_THAT(words_of_list(words, list({"Đạt", "Chưa đạt"})),
              ElementsAre("Đạt", "Đạt", "Đạt", "Đạt", "Chưa đạt", "Chưa đạt", "", "Hoàn thành"));
}

TEST(CategoryWords, AWordThatMayBeTwoStaysAsItIs) {
  const std::vector<std::string> words{"cam", "Cám", "CẤM"};
  EXPECT_THAT(words_of_list(words, list({"Cám", "Cấm"})), ElementsAre("cam", "Cám", "Cấm"));
}

TEST(CategoryWords, OthersAreToldWithTheirRows) {
  Figures figures;
  figures.file = "w.csv";
  figures.texts = {"Đạt", "Hoàn thành", "", "dat", "?"};
  figures.source_row = {2, 3, 4, 5, 6};
  const base::Findings told = words_not_listed(figures, list({"Đạt", "Chưa đạt"}), "i");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].severity, base::Severity::warning);
  EXPECT_EQ(told[0].place.en, "row 3, 6, theme “i”");
  EXPECT_THAT(told[0].what.vi, HasSubstr("“Hoàn thành”, “?”"));
  EXPECT_THAT(told[0].remedy.vi, HasSubstr("“Chưa đạt”"));
  figures.texts = {"Đạt"};
  EXPECT_TRUE(words_not_listed(figures, list({"Đạt"}), "i").empty());
}

}  // namespace
}  // namespace ntmap::app
