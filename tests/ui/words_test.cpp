#include "ui/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

namespace ntmap::ui {
namespace {

using base::text;
using base::Text;
using ::testing::ElementsAre;

/// Two units: one with 24.5 in its second class, one without a value.
app::MapContent map_of_two() {
  auto units = std::make_shared<app::Units>();
  units->codes = {"18073", "18100"};
  units->names = {"Hương Khê", "Kỳ Anh"};
  units->types = {"Xã", ""};
  units->districts = {"Hương Khê", ""};
  app::MapContent map;
  map.title = text("Nước sạch tập trung", "Centralised water supply");
  map.theme.classification.decimals = 1;
  map.figures.units = units;
  map.figures.values = {24.5, model::k_no_data};
  map.figures.source_row = {7, 0};
  map.figures.file = "bang/Đắk Lắk/nuoc.csv";
  map.figure_unit = map.classes.unit = "%";
  map.classes.classes.resize(2);
  map.classes.classes[1].label = text("20,0 – 30,0", "20.0 – 30.0");
  map.classes.no_data.label = text("chưa rõ", "unknown");
  map.classes.class_of = {1, model::k_class_no_data};
  return map;
}

TEST(ValueWords, WritesNumbersAsTheLanguageDoes) {
  EXPECT_EQ(value_words(map_of_two(), 0), text("24,5 %", "24.5 %"));
}

TEST(ValueWords, NeverMakesANumberOfWhatIsUnknown) {
  EXPECT_EQ(value_words(map_of_two(), 1), text("chưa rõ", "unknown"));
}

TEST(ValueWords, OfACountBesideUnknownCriteriaSayWhatIsKnown) {
  app::MapContent map = map_of_two();
  map.figure_unit = text("tiêu chí", "criteria");
  map.figures.texts = {"", "1..19"};
  EXPECT_EQ(value_words(map, 1), text("ít nhất 1 tiêu chí, 18 chưa rõ", "at least 1 criterion, 18 unknown"));
  EXPECT_EQ(tip_words(map, 1).back(), text("Lớp: chưa rõ", "Class: unknown"));
  map.classes.class_of[1] = 1;
  EXPECT_EQ(tip_words(map, 1).back(), text("Lớp: 20,0 – 30,0", "Class: 20.0 – 30.0"));
}

TEST(ValueWords, TellNotApplicableFromUnknown) {
  app::MapContent map = map_of_two();
  map.classes.not_applicable.label = text("không áp dụng", "not applicable");
  map.classes.class_of[1] = model::k_class_not_applicable;
  EXPECT_EQ(value_words(map, 1), text("không áp dụng", "not applicable"));
  EXPECT_EQ(tip_words(map, 1).size(), 1U);
}

TEST(ValueWords, LeavesOutAnEmptyUnitOfMeasure) {
  app::MapContent map = map_of_two();
  map.figure_unit = map.classes.unit = {};
  EXPECT_EQ(value_words(map, 0), text("24,5", "24.5"));
}

TEST(ValueWords, OfACategoryAreItsLabel) {
  app::MapContent map = map_of_two();
  map.theme.kind = model::ThemeKind::category;
  map.classes.classes[1].label = text("Nâng cao", "Advanced");
  EXPECT_EQ(value_words(map, 0), text("Nâng cao", "Advanced"));
  EXPECT_EQ(value_words(map, 1), text("chưa rõ", "unknown"));
}

TEST(TipWords, SayDistrictValueAndClass) {
  EXPECT_THAT(
      tip_words(map_of_two(), 0),
      ElementsAre(Text("Hương Khê"), text("Nước sạch tập trung: 24,5 %", "Centralised water supply: 24.5 %"),
                  text("Lớp: 20,0 – 30,0", "Class: 20.0 – 30.0")));
}

TEST(TipWords, OfCirclesNameBothFiguresEachWithItsUnit) {
  app::MapContent map = map_of_two();
  map.theme.kind = model::ThemeKind::symbols;
  map.theme.second.emplace();
  map.title = text("Đất tập trung: diện tích và tỷ lệ", "Consolidated land: hectares and share");
  map.figure_title = text("Đất tập trung", "Consolidated land");
  map.figure_unit = "ha";
  map.classes.title = text("Tỷ lệ", "Share");
  map.classes.class_of = {1, 1};
  EXPECT_THAT(tip_words(map, 0),
              ElementsAre(Text("Hương Khê"), text("Đất tập trung: 24,5 ha", "Consolidated land: 24.5 ha"),
                          text("Tỷ lệ: 20,0 – 30,0", "Share: 20.0 – 30.0")));
  EXPECT_EQ(value_words(map, 1), text("chưa rõ", "unknown")) << "whatever class the other figure has";
}

TEST(TipWords, DoNotRepeatThemselves) {
  EXPECT_THAT(tip_words(map_of_two(), 1),
              ElementsAre(text("Nước sạch tập trung: chưa rõ", "Centralised water supply: unknown")));
  app::MapContent map = map_of_two();
  map.figure_unit = map.classes.unit = {};
  map.classes.classes[1].label = text("24,5", "24.5");
  EXPECT_EQ(tip_words(map, 0).size(), 2U) << "a class of one value says nothing more";
}

TEST(SourceWords, NameFileAndRow) {
  EXPECT_EQ(source_words(map_of_two(), 0), text("Nguồn: nuoc.csv, dòng 7", "Source: nuoc.csv, row 7"));
  EXPECT_TRUE(source_words(map_of_two(), 1).empty());
}

TEST(WindowRemedy, SaysWhereItIsDoneInTheWindow) {
  const Text encoding = window_remedy(
      text("nếu chưa đúng, chọn bảng mã bằng --encoding.", "if they are wrong, choose with --encoding."));
  EXPECT_EQ(encoding.vi.find("--"), std::string::npos) << encoding.vi;
  EXPECT_EQ(encoding.en.find("--"), std::string::npos) << encoding.en;
  EXPECT_NE(encoding.vi.find("Ctrl+J"), std::string::npos);
  const Text crs = window_remedy(text("Nếu sai, ghi rõ bằng --crs EPSG:n.", "If wrong, say --crs EPSG:n."));
  EXPECT_EQ(crs, text("Nếu sai, ghi rõ bằng crs trong tệp dự án: EPSG:n.",
                      "If wrong, say crs in the project file: EPSG:n."));
  EXPECT_EQ(window_remedy(text("Sửa tệp.", "Mend it.")), text("Sửa tệp.", "Mend it."));
}

TEST(WizardRemedy, NamesTheBoxesOfTheWizard) {
  const Text encoding = wizard_remedy(
      text("nếu chưa đúng, chọn bảng mã bằng --encoding.", "if they are wrong, choose with --encoding."));
  EXPECT_EQ(encoding, text("nếu chưa đúng, chọn bảng mã ở ô “Bảng mã” phía trên.",
                           "if they are wrong, choose in the box “Encoding” above."));
  const Text crs = wizard_remedy(text("Ghi bằng --crs EPSG:n.", "Say --crs EPSG:n."));
  EXPECT_EQ(crs.vi.find("--"), std::string::npos) << "the others are as in the rest of the window";
}

TEST(MomentWords, SayTimeAndDay) {
  EXPECT_EQ(moment_words("2025-01-31 14:05"), text("lúc 14:05 ngày 31/1/2025", "at 14:05 on 2025-01-31"));
  EXPECT_EQ(moment_words("hôm qua"), Text("hôm qua"));
}

TEST(CountedUnits, OneIsNotMany) {
  EXPECT_EQ(counted_units(1), text("1 đơn vị", "1 unit"));
  EXPECT_EQ(counted_units(1234), text("1.234 đơn vị", "1,234 units"));
}

TEST(PlainWords, LoseTheMarksAndNothingElse) {
  EXPECT_EQ(plain_words(text("**Còn 48/60** xã", "**48/60** to go **")),
            text("Còn 48/60 xã", "48/60 to go "));
  EXPECT_EQ(plain_words(text("5 * 3", "")), text("5 * 3", ""));
}

TEST(TitleWords, FallBackToTheFileThatWasOpened) {
  model::Project project;
  EXPECT_EQ(title_words(project), Text("ntmap"));
  project.boundaries.emplace_back().file = "du lieu/xa.shp";
  EXPECT_EQ(title_words(project), Text("xa.shp"));
  project.title = text("Nông thôn mới", "New rural development");
  EXPECT_EQ(title_words(project), project.title);
}

}  // namespace
}  // namespace ntmap::ui
