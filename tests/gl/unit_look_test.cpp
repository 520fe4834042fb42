#include "gl/unit_look.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "gl/headless.hpp"

namespace ntmap::gl {
namespace {

using UnitLookTest = test::HeadlessTest;

TEST_F(UnitLookTest, RefusesListsThatDoNotFit) {
  UnitLook look(5);
  EXPECT_THROW(look.set_classes(test::classes_for(4)), std::invalid_argument);
  EXPECT_THROW(look.set_flags(std::vector<std::uint8_t>(6, 0)), std::invalid_argument);
  auto classes = test::classes_for(5);
  classes.class_of[2] = 5;
  EXPECT_THROW(look.set_classes(classes), std::invalid_argument) << "no such class";
  classes.class_of[2] = model::k_class_out_of_range;
  EXPECT_NO_THROW(look.set_classes(classes));
}

TEST_F(UnitLookTest, RevisionGrowsWithEachChange) {
  UnitLook look(5);
  const auto first = look.revision();
  look.set_classes(test::classes_for(5));
  const auto second = look.revision();
  EXPECT_GT(second, first);
  look.set_flags(std::vector<std::uint8_t>(5, k_flag_selected));
  EXPECT_GT(look.revision(), second);
}

TEST_F(UnitLookTest, HatchedOnlyWhenAUnitIs) {
  UnitLook look(5);
  auto classes = test::classes_for(5);
  classes.no_data.hatch = model::Hatch::forward;
  look.set_classes(classes);
  EXPECT_FALSE(look.hatched()) << "no unit is without data";
  classes.class_of[3] = model::k_class_no_data;
  look.set_classes(classes);
  EXPECT_TRUE(look.hatched());
}

TEST_F(UnitLookTest, ManyUnitsAndNone) {
  EXPECT_NO_THROW(UnitLook(0).set_classes(test::classes_for(0)));
  UnitLook many(100'000);
  EXPECT_NO_THROW(many.set_classes(test::classes_for(100'000)));
}

}  // namespace
}  // namespace ntmap::gl
