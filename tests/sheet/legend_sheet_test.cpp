#include "sheet/legend_sheet.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "sample_sheet.hpp"
#include "scene/legend.hpp"

namespace ntmap::sheet {
namespace {

TEST(LegendSheet, HoldsTheLegendAndNothingElse) {
  const SampleSheet sample({1920, 1080});
  const Layout layout = legend_layout(sample.request);
  for (const model::MapClass& look : sample.classes.classes) EXPECT_TRUE(says(layout, scene::capitalised(look.label.vi)));
  EXPECT_FALSE(says(layout, sample.request.title.vi));
  EXPECT_TRUE(layout.frames.empty());
}

TEST(LegendSheet, FitsThePage) {
  const SampleSheet sample({1920, 1080});
  const Layout layout = legend_layout(sample.request);
  double lowest = 0;
  for (const TextRun& run : texts(layout)) {
    EXPECT_GT(run.at.x, 0);
    EXPECT_LT(run.at.x, layout.page.width);
    lowest = std::max(lowest, run.at.y);
  }
  EXPECT_LT(lowest, layout.page.height);
  EXPECT_GT(lowest, layout.page.height - 60);
}

TEST(LegendSheet, GrowsWithThePage) {
  const SampleSheet small({1920, 1080});
  const SampleSheet large({3840, 2160});
  EXPECT_NEAR(legend_layout(large.request).page.height, 2 * legend_layout(small.request).page.height, 3);
}

TEST(LegendSheet, NeedsClasses) {
  EXPECT_THROW(legend_layout({}), base::Error);
}

}  // namespace
}  // namespace ntmap::sheet
