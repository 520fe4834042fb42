#include "sheet/symbols.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "sample_sheet.hpp"

namespace ntmap::sheet {
namespace {

std::vector<double> radii(const Layout& layout, const MapFrame& frame) {
  std::vector<double> found;
  for (const Item& item : layout.items) {
    const Shape* shape = std::get_if<Shape>(&item);
    if (shape == nullptr || !frame.box.contains(shape->box.centre())) continue;
    const bool round = std::abs(shape->box.width() - 2 * shape->radius) < 1e-9 && shape->radius > 0;
    if (round) found.push_back(shape->radius);
  }
  return found;
}

TEST(Symbols, AreasAreInProportionAndTheLargestComesFirst) {
  SampleSheet sample({1920, 1080});
  sample.request.labels = false;
  sample.request.symbols = Symbols{std::vector<double>(24, model::k_no_data), "ha"};
  sample.request.symbols->values[3] = 100;
  sample.request.symbols->values[8] = 400;
  sample.request.symbols->values[9] = 0;
  const Layout sheet = layout(sample.request);
  const std::vector<double> found = radii(sheet, sheet.frames.front());
  ASSERT_EQ(found.size(), 2U);
  EXPECT_NEAR(found[0], 2 * found[1], 1e-9);
}

TEST(Symbols, TheLegendSaysWhatTheyStandFor) {
  SampleSheet sample({1920, 1080});
  sample.request.symbols = Symbols{std::vector<double>(24, 640), "Diện tích (ha)"};
  const Layout sheet = layout(sample.request);
  EXPECT_TRUE(says(sheet, "Diện tích (ha)"));
  EXPECT_TRUE(says(sheet, "500"));
}

TEST(Symbols, NothingToShowIsNoFault) {
  for (const double value : {0.0, -5.0, model::k_no_data}) {
    SampleSheet sample({960, 540});
    sample.request.symbols = Symbols{std::vector<double>(24, value), "ha"};
    EXPECT_NO_THROW(layout(sample.request)) << value;
  }
}

TEST(Symbols, MustFitTheUnits) {
  SampleSheet sample({960, 540});
  sample.request.symbols = Symbols{{1, 2}, "ha"};
  EXPECT_THROW(layout(sample.request), base::Error);
}

}  // namespace
}  // namespace ntmap::sheet
