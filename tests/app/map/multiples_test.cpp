#include "app/map/multiples.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "app/map/render_map.hpp"
#include "app/project/project_file.hpp"
#include "app/sample_data.hpp"
#include "app/sample_project.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

TEST(Multiples, PeriodsShareTheirClasses) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "breaks = [0, 50, 100]", "method = \"equal\"\nclasses = 2");
  ProjectData data = sample.data();
  const MultiplesContent content = multiples_of(data, {}, Multiples::periods, {});
  const sheet::SheetRequest& request = content.sheet.request;
  ASSERT_THAT(request.maps, SizeIs(2));
  // 10 to 100 over both years: 55 parts them, though no value of 2023 reaches it.
  EXPECT_THAT(request.maps[0].class_of, ElementsAre(0, 0, 0, 0));
  EXPECT_THAT(request.maps[1].class_of, ElementsAre(0, 1, 1, model::k_class_no_data));
  EXPECT_EQ(request.maps[0].title.vi, "Năm 2023 · 4 xã, phường");
  EXPECT_FALSE(request.counts);
}

TEST(Multiples, AreDrawn) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  RenderOptions options;
  options.multiples = Multiples::periods;
  render_map(data, {}, sample.folder / "nho.svg", options);
  EXPECT_THAT(test::read_bytes(sample.folder / "nho.svg"), HasSubstr("Năm 2023"));
}

TEST(Multiples, CriteriaNeedASetAndPeriodsTwoOfThem) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { multiples_of(data, {}, Multiples::criteria, {}); }),
              testing::AllOf(StartsWith("usage"), HasSubstr("criteria set")));
  sample.folder.write("values.csv", "ma,nam,nuoc,ket_qua\n00097,2024,15.5,chưa\n");
  ProjectData one_year = sample.data();
  EXPECT_THAT(test::error_of([&] { multiples_of(one_year, {}, Multiples::periods, {}); }),
              testing::AllOf(StartsWith("usage"), HasSubstr("at least two")));
}

// Wards, towns and who does not implement the programme are judged by nobody.
TEST(Multiples, CountTheUnitsThatAreJudged) {
  MapChoice choice;
  choice.theme = "tieu-chi-17";
  choice.period = "2024";
  const MultiplesContent content = multiples_of(test::ha_tinh(), choice, Multiples::criteria, {});
  const sheet::SheetRequest& request = content.sheet.request;
  ASSERT_THAT(request.maps, SizeIs(19));
  EXPECT_THAT(request.maps[0].title.vi, HasSubstr("/181)"));
  EXPECT_THAT(request.source.vi, HasSubstr("một phần dựa trên ngưỡng minh họa"));
}

TEST(Multiples, CountsOfACriterionLeaveOutUnitsItIsNotFor) {
  ProjectData data(
      std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml"))));
  MapChoice choice;
  choice.theme = "tieu-chi-chua-dat";
  const MultiplesContent content = multiples_of(data, choice, Multiples::criteria, {});
  const sheet::SmallMap& map = content.sheet.request.maps.at(0);
  const auto judged =
      static_cast<std::size_t>(std::count_if(map.class_of.begin(), map.class_of.end(), [](auto byte) {
        return byte != model::k_class_not_applicable;
      }));
  ASSERT_LT(judged, map.class_of.size());
  EXPECT_THAT(map.title.vi, HasSubstr("/" + std::to_string(judged) + ")"));
}

TEST(Multiples, DoNotGoWithThePlainStyle) {
  RenderOptions options;
  options.multiples = Multiples::periods;
  options.style = sheet::Style::plain;
  EXPECT_THAT(test::error_of([&] { check_render("map.png", options); }), StartsWith("usage"));
}

}  // namespace
}  // namespace ntmap::app
