#include "io/export_layer.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

#include "sample_layer.hpp"

namespace ntmap::io {
namespace {

using testing::ElementsAre;

std::vector<std::string> names_of(const std::vector<model::Column>& columns) {
  std::vector<std::string> names;
  for (const model::Column& column : columns) names.push_back(column.name);
  return names;
}

const model::Column& find(const std::vector<model::Column>& columns, std::string_view name) {
  for (const model::Column& column : columns) {
    if (column.name == name) return column;
  }
  throw std::runtime_error("no such column");
}

TEST(ExportColumns, StandInOneOrderAndAttributesNeverTakeTheirNames) {
  EXPECT_THAT(names_of(export_columns(test::sample_layer())),
              ElementsAre("code", "name", "value", "class", "label", "verdict", "margin", "evidence",
                          "Tên huyện", "population", "ghi chú", "Name_2"));
}

TEST(ExportColumns, LeaveOutWhatTheLayerDoesNotHave) {
  ExportLayer layer;
  layer.codes = {"00001", "2"};
  layer.values = {1, model::k_no_data};
  EXPECT_THAT(names_of(export_columns(layer)), ElementsAre("code", "value"));
}

TEST(ColumnTitle, SaysOfValuesWhatTheLegendSays) {
  ExportLayer layer = test::sample_layer();
  EXPECT_EQ(column_title(layer, "value").vi, "Tỷ lệ hộ dùng nước sạch (%)");
  EXPECT_EQ(column_title(layer, "value").en, "Households with clean water (%)");
  layer.classes.title = {"Diện tích thay đổi", "Change (ha)"};
  layer.classes.unit = "ha";
  EXPECT_EQ(column_title(layer, "value").vi, "Diện tích thay đổi (ha)");
  EXPECT_EQ(column_title(layer, "value").en, "Change (ha)") << "said once";
  layer.classes.title = {};
  EXPECT_EQ(column_title(layer, "value").en, "Value");
}

TEST(ColumnTitle, NamesWhatIsKnownAndKeepsTheRest) {
  const ExportLayer layer = test::sample_layer();
  EXPECT_EQ(column_title(layer, "type").vi, "Loại đơn vị");
  EXPECT_EQ(column_title(layer, "district").en, "District");
  EXPECT_EQ(column_title(layer, "population").vi, "population");
}

TEST(ExportColumns, NumberClassesFromOneAndKeepTheSpecialStates) {
  ExportLayer layer = test::sample_layer();
  EXPECT_THAT(find(export_columns(layer), "class").numbers, ElementsAre(1, 2, 255, 2, 254));
  EXPECT_EQ(find(export_columns(layer), "label").texts[2], "Chưa rõ");
  layer.lang = base::Lang::en;
  EXPECT_EQ(find(export_columns(layer), "verdict").texts[0], "Not met");
}

TEST(ExportedClasses, ListSpecialStatesOnlyWhereUnitsAreInThem) {
  const ExportLayer layer = test::sample_layer();
  std::vector<int> numbers;
  for (const ExportedClass& each : exported_classes(layer.classes)) numbers.push_back(each.number);
  EXPECT_THAT(numbers, ElementsAre(1, 2, 254, 255));
}

TEST(ExportLayer, ListsOfDifferentLengthAreABug) {
  ExportLayer layer = test::sample_layer();
  EXPECT_EQ(unit_count(layer), 5U);
  layer.margins.pop_back();
  EXPECT_THROW(unit_count(layer), std::logic_error);
}

}  // namespace
}  // namespace ntmap::io
