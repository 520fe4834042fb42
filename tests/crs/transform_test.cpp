#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <proj.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "crs/crs.hpp"
#include "crs/systems.hpp"

namespace ntmap::crs {
namespace {

using ::testing::HasSubstr;

std::vector<double> points_in(const base::Box& box, std::size_t count, unsigned seed) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> x(box.min_x, box.max_x);
  std::uniform_real_distribution<double> y(box.min_y, box.max_y);
  std::vector<double> out;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(x(random));
    out.push_back(y(random));
  }
  return out;
}

/// Greatest distance in metres between points given in degrees.
double apart(const std::vector<double>& a, const std::vector<double>& b) {
  double most = 0;
  for (std::size_t i = 0; i < a.size(); i += 2) {
    const double east = (a[i] - b[i]) * 111'320 * std::cos(a[i + 1] * 0.0174533);
    most = std::max(most, std::hypot(east, (a[i + 1] - b[i + 1]) * 110'600));
  }
  return most;
}

TEST(Transform, ThereAndBackWithinAMillimetre) {
  for (const System& system : known_systems()) {
    const std::string code = "EPSG:" + std::string(system.epsg);
    const std::vector<double> before = points_in(system.area, 500, 1);
    std::vector<double> at = before;
    transform(at, "EPSG:4326", code);
    transform(at, code, "EPSG:4326");
    EXPECT_LT(apart(before, at), 1e-3) << code;
  }
}

// VN-2000 to WGS 84 is EPSG:6960, as PROJ computes it from its database.
TEST(Transform, DatumShiftIsEpsg6960) {
  std::vector<double> ours = points_in({102, 8, 110, 23}, 200, 2);
  std::vector<double> theirs = ours;
  transform(ours, "EPSG:4756", "EPSG:4326");
  PJ_CONTEXT* context = proj_context_create();
  PJ* plain = proj_create(context, "urn:ogc:def:coordinateOperation:EPSG::6960");
  ASSERT_NE(plain, nullptr);
  PJ* shift = proj_normalize_for_visualization(context, plain);
  proj_trans_generic(shift, PJ_FWD, theirs.data(), 16, 200, theirs.data() + 1, 16, 200, nullptr, 0, 0,
                     nullptr, 0, 0);
  proj_destroy(shift);
  proj_destroy(plain);
  proj_context_destroy(context);
  EXPECT_LT(apart(ours, theirs), 1e-4);
}

TEST(Transform, ProjectionIsTheDatabases) {
  for (const char* const code : {"EPSG:9209", "EPSG:3405", "EPSG:9218"}) {
    std::vector<double> ours = points_in(find_system(std::string(code).substr(5))->area, 100, 3);
    std::vector<double> theirs = ours;
    transform(ours, "EPSG:4756", code);
    PJ_CONTEXT* context = proj_context_create();
    PJ* plain = proj_create_crs_to_crs(context, "EPSG:4756", code, nullptr);
    PJ* projection = proj_normalize_for_visualization(context, plain);
    proj_trans_generic(projection, PJ_FWD, theirs.data(), 16, 100, theirs.data() + 1, 16, 100, nullptr, 0, 0,
                       nullptr, 0, 0);
    proj_destroy(projection);
    proj_destroy(plain);
    proj_context_destroy(context);
    for (std::size_t i = 0; i < ours.size(); ++i) EXPECT_NEAR(ours[i], theirs[i], 1e-5);
  }
}

TEST(Transform, EastComesFirstInBothSystems) {
  std::vector<double> at{105.5, 18};
  transform(at, "EPSG:4756", "EPSG:9209");
  EXPECT_NEAR(at[0], 500'000, 1e-6);
  EXPECT_NEAR(at[1], 1'990'707, 300);
}

// Hand-made zones on WGS 84 lie about 224 m from the real ones.
TEST(Transform, TheDatumMattersBy224Metres) {
  std::vector<double> real{500'000, 2'000'000};
  transform(real, "EPSG:9209", "EPSG:4326");
  std::vector<double> wrong{500'000, 2'000'000};
  transform(wrong, "+proj=tmerc +lat_0=0 +lon_0=105.5 +k=0.9999 +x_0=500000 +y_0=0 +datum=WGS84 +type=crs",
            "EPSG:4326");
  EXPECT_NEAR(apart(real, wrong), 224, 5);
}

TEST(Transform, ManyPointsOnAllThreadsGiveTheSame) {
  std::vector<double> all = points_in({105, 17, 107, 19}, 100'000, 4);
  std::vector<double> few(all.begin(), all.begin() + 2000);
  std::vector<double> last(all.end() - 2000, all.end());
  transform(all, "EPSG:4326", "EPSG:9209");
  transform(few, "EPSG:4326", "EPSG:9209");
  transform(last, "EPSG:4326", "EPSG:9209");
  EXPECT_TRUE(std::equal(few.begin(), few.end(), all.begin()));
  EXPECT_TRUE(std::equal(last.begin(), last.end(), all.end() - 2000));
}

TEST(Transform, ThroughTheDatabaseForOtherSystems) {
  std::vector<double> at{105.5, 18};
  transform(at, "EPSG:4326", "EPSG:3857");
  EXPECT_NEAR(at[0], 11744206, 1);
  std::vector<double> many = points_in({105, 17, 107, 19}, 50'000, 5);
  const std::vector<double> before = many;
  transform(many, "EPSG:4326", "EPSG:3857");
  transform(many, "EPSG:3857", "EPSG:4326");
  EXPECT_LT(apart(before, many), 1e-3);
}

// An ellipsoid alone says nothing about where it lies: never taken for WGS 84 unasked.
TEST(Transform, RefusesAnUnknownDatum) {
  std::vector<double> at{500'000, 2'000'000};
  const char* const text = "+proj=tmerc +lon_0=105.5 +k=0.9999 +x_0=500000 +ellps=krass +type=crs";
  EXPECT_THROW(transform(at, text, "EPSG:4326"), base::Error);
}

TEST(Transform, NothingToDo) {
  std::vector<double> none;
  transform(none, "EPSG:4326", "EPSG:9209");
  std::vector<double> same{1, 2};
  transform(same, "whatever", "whatever");
  EXPECT_EQ(same, (std::vector<double>{1, 2}));
}

TEST(Transform, NamesThePointThatCannotBeMoved) {
  for (const double bad :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    std::vector<double> at{105.5, 18, bad, 18};
    try {
      transform(at, "EPSG:4326", "EPSG:9209");
      ADD_FAILURE();
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::ErrorKind::data);
      EXPECT_THAT(error.message().en, HasSubstr("EPSG:9209"));
    }
  }
  std::vector<double> far{105.5, 9'000'000};
  EXPECT_THROW(transform(far, "EPSG:4326", "EPSG:9209"), base::Error);
}

TEST(Transform, NamesBothSystemsWhenThereIsNoWay) {
  std::vector<double> at{1, 2};
  try {
    transform(at, "EPSG:4326", "nonsense");
    ADD_FAILURE();
  } catch (const base::Error& error) {
    EXPECT_THAT(error.message().vi, ::testing::AllOf(HasSubstr("EPSG:4326"), HasSubstr("nonsense")));
  }
}

}  // namespace
}  // namespace ntmap::crs
