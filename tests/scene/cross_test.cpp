#include "scene/cross.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "base/error.hpp"
#include "colour/bivariate.hpp"
#include "scene/classify.hpp"

namespace ntmap::scene {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const double k_nan = std::nan("");

model::ClassList classes(const std::vector<double>& values, std::vector<double> breaks,
                         const std::vector<std::uint8_t>& not_applicable = {}) {
  model::Classification how;
  how.method = model::BreakMethod::manual;
  how.breaks = std::move(breaks);
  ClassifyOptions options;
  options.title = {"Nước", "Water"};
  options.not_applicable = not_applicable;
  return classify(values, how, options);
}

TEST(Cross, EveryUnitIsInTheClassOfBoth) {
  const Crossed crossed =
      cross(classes({1, 1, 15, 15}, {0, 10, 20}), classes({5, 55, 55, 95}, {0, 50, 90, 100}));
  EXPECT_EQ(crossed.key.columns, 2);
  EXPECT_EQ(crossed.key.rows, 3);
  EXPECT_THAT(crossed.classes.class_of, ElementsAre(0, 2, 3, 5));
  EXPECT_EQ(crossed.classes.classes[3].count, 1U);
  EXPECT_EQ(crossed.classes.classes[3].fill, colour::bivariate_palette(2, 3)[3]);
  EXPECT_THAT(crossed.classes.classes[3].label.vi, HasSubstr("10 – 20"));
  EXPECT_THAT(crossed.classes.classes[3].label.vi, HasSubstr("50 – 89"));
}

TEST(Cross, AUnitWithoutOneFigureIsInNoClass) {
  const Crossed crossed =
      cross(classes({k_nan, 1, 1, 99}, {0, 10, 20}, {0, 0, 1, 0}), classes({5, k_nan, 5, 5}, {0, 50, 100}));
  EXPECT_THAT(crossed.classes.class_of,
              ElementsAre(model::k_class_no_data, model::k_class_no_data, model::k_class_not_applicable,
                          model::k_class_out_of_range));
  EXPECT_EQ(crossed.classes.no_data.count, 2U);
  EXPECT_EQ(crossed.classes.not_applicable.count, 1U);
}

TEST(Cross, RefusesFiguresWithoutClassesAndTooMany) {
  const model::ClassList two = classes({1, 15}, {0, 10, 20});
  EXPECT_THROW(cross(two, classes({k_nan, k_nan}, {0, 1, 2, 3, 4, 5})), base::Error);
  EXPECT_THROW(cross(classify(std::vector<double>{k_nan, k_nan}, {}), two), base::Error);
}

}  // namespace
}  // namespace ntmap::scene
