#include "criteria/value_doubts.hpp"

#include <gmock/gmock.h>

#include <numeric>
#include <string>

#include "criteria/read_values.hpp"
#include "criteria/support.hpp"

namespace ntmap::criteria {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// What is found in a column of figure `id` with these cells, one row a unit.
base::Findings found(const std::string& id, const std::vector<std::string>& cells) {
  const std::vector<ColumnSpec> specs =
      column_specs(test::project_sets(), load_figures(test::checkout("gis_data/criteria/figures.toml")));
  std::string csv = "ma," + id + "\n";
  for (std::size_t i = 0; i < cells.size(); ++i) csv += std::to_string(i + 1) + "," + cells[i] + "\n";
  std::vector<std::uint32_t> units(cells.size());
  std::iota(units.begin(), units.end(), 0U);
  ValueTable values(2024, units.size());
  base::Findings findings;
  read_values(values, specs, test::table_from(csv.c_str(), "bang.csv"), units, {"ma"}, findings);
  return findings;
}

TEST(ValueDoubts, AFractionAmongPercentagesIsTold) {
  const base::Findings findings = found("ntm.3.1", {"98.5", "76", "0.95", "100"});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "values.fraction");
  EXPECT_EQ(findings[0].severity, base::Severity::warning);
  EXPECT_EQ(findings[0].place.en, "row 4, column \"ntm.3.1\"");
  EXPECT_THAT(findings[0].what.vi, HasSubstr("95 %"));
}

TEST(ValueDoubts, AColumnOfFractionsIsTold) {
  EXPECT_EQ(found("ntm.3.1", {"0.985", "0.76", "0", "1"}).size(), 1U);
}

TEST(ValueDoubts, SmallPercentagesAreNone) {
  EXPECT_THAT(found("ntm.3.1", {"0.95", "3", "2.5", "0.5", "12"}), IsEmpty());
  EXPECT_THAT(found("ntm.3.1", {"98", "0"}), IsEmpty());
}

TEST(ValueDoubts, ATickBesideWordsIsTold) {
  const base::Findings findings = found("ntm.4.1", {"Đạt", "x", "Chưa đạt", "X"});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "values.tick");
  EXPECT_EQ(findings[0].place.en, "row 3, 5, column \"ntm.4.1\"");
  EXPECT_THAT(found("ntm.4.1", {"x", "x", ""}), IsEmpty()) << "a form that is filled in with ticks";
}

TEST(ValueDoubts, MoreThanAScoreCanWellBeIsToldAndRead) {
  const base::Findings findings = found("ntm.3.2", {"80", "120"});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "values.beyond-scale");
  EXPECT_EQ(findings[0].place.vi, "dòng 3, cột \"ntm.3.2\"");
  EXPECT_THAT(findings[0].what.vi, HasSubstr("120 lớn hơn 100 điểm"));
}

TEST(ValueDoubts, ALevelIsDoubtedOnlyWhereItsTopIsNotStated) {
  ASSERT_EQ(found("hntm.5.4", {"1", "9999"}).size(), 1U);
  EXPECT_EQ(found("hntm.5.4", {"1", "9999"})[0].rule, "values.beyond-scale");
  const base::Findings stated = found("nc.5.4", {"2", "9999"});
  ASSERT_EQ(stated.size(), 1U);
  EXPECT_EQ(stated[0].rule, "values.out-of-range") << "literacy has two levels";
  EXPECT_THAT(stated[0].what.vi, HasSubstr("0 – 2"));
}

}  // namespace
}  // namespace ntmap::criteria
