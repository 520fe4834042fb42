// Properties that hold whatever the figures are.
#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "criteria/evaluation_fixture.hpp"
#include "criteria/rollup.hpp"

namespace ntmap::criteria {
namespace {

constexpr const char* k_ntm = "XA_NTM_2021_2025";
constexpr std::size_t k_communes = 40;

/// Forty communes in four regions with made-up figures near their thresholds, some missing.
class PropertyTest : public test::EvaluationTest {
 protected:
  PropertyTest() : EvaluationTest(k_communes) {
    std::mt19937_64 random(2024);
    for (const ValueColumn& column : values().columns()) {
      for (std::uint32_t u = commune(); u < units().size(); ++u) {
        if (random() % 12 == 0) {
          values().set(column.id, u, model::k_no_data);
        } else if (random() % 8 == 0) {
          values().set(column.id, u, static_cast<double>(random() % 1001) / 10);
        }
      }
    }
    const Region regions[] = {Region::btb, Region::tdmnpb, Region::dbsh, Region::dnb};
    for (std::uint32_t u = commune(); u < units().size(); ++u) units()[u].region = regions[u % 4];
  }

  std::vector<std::vector<Verdict>> verdicts(const char* set_id) {
    const SetResult& set = *evaluated().find(set_id);
    std::vector<std::vector<Verdict>> out(set.indicators().size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      for (std::uint32_t u = 0; u < units().size(); ++u) out[i].push_back(set.indicator(i, u).verdict());
    }
    return out;
  }
};

TEST_F(PropertyTest, RaisingAValueNeverUnmeetsAnAtLeastCriterion) {
  const auto before = verdicts(k_ntm);
  const SetResult first = *result().find(k_ntm);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Indicator& indicator = *first.indicators()[i].indicator;
    const bool measured = indicator.kind == IndicatorKind::number || indicator.kind == IndicatorKind::score;
    if (!measured || indicator.op != Op::ge) continue;
    for (const IndicatorPart& part : indicator.parts) {
      for (double& value : values().column(part.id).value) value += 0.01;
    }
    const auto after = verdicts(k_ntm)[i];
    for (std::size_t u = 0; u < after.size(); ++u) {
      EXPECT_TRUE(before[i][u] != Verdict::met || after[u] == Verdict::met)
          << indicator.code << " unit " << u;
    }
  }
}

TEST_F(PropertyTest, LoweringAValueNeverUnmeetsAnAtMostCriterion) {
  const auto before = verdicts(k_ntm);
  const std::size_t poverty = *result().find(k_ntm)->find("11");
  for (double& value : values().column("ntm.11").value) value -= 0.5;
  const auto after = verdicts(k_ntm);
  for (std::size_t u = 0; u < units().size(); ++u) {
    EXPECT_TRUE(before[poverty][u] != Verdict::met || after[poverty][u] == Verdict::met) << u;
  }
}

TEST_F(PropertyTest, NoDataNeverBecomesMet) {
  evaluated();
  const SetResult before = *result().find(k_ntm);
  for (std::size_t i = 0; i < before.indicators().size(); ++i) {
    for (const IndicatorPart& part : before.indicators()[i].indicator->parts) {
      for (std::uint32_t u = 0; u < units().size(); ++u) clear_of(part.id.c_str(), u);
    }
  }
  const auto after = verdicts(k_ntm);
  for (const auto& marks : after) EXPECT_THAT(marks, testing::Not(testing::Contains(Verdict::met)));
  for (std::uint32_t u = commune(); u < units().size(); ++u) {
    EXPECT_EQ(result().find(k_ntm)->overall(u).verdict(), Verdict::unknown);
  }
}

TEST_F(PropertyTest, TakingAFigureAwayNeverMakesMoreMet) {
  const SetResult before = *evaluated().find(k_ntm);
  std::mt19937 random(5);
  for (const ValueColumn& column : values().columns()) {
    if (random() % 3 == 0) {
      for (std::uint32_t u = 0; u < units().size(); ++u) clear_of(column.id.c_str(), u);
    }
  }
  const SetResult after = *evaluated().find(k_ntm);
  for (std::uint32_t u = commune(); u < units().size(); ++u) {
    EXPECT_LE(after.count(u).met, before.count(u).met);
    EXPECT_LE(after.count(u).not_met, before.count(u).not_met);
  }
}

TEST_F(PropertyTest, TheOrderOfUnitsChangesNothing) {
  const auto before = verdicts(k_ntm);
  std::vector<std::uint32_t> order(k_communes);
  std::iota(order.begin(), order.end(), commune());
  std::shuffle(order.begin(), order.end(), std::mt19937(3));
  const Units old_units = units();
  std::vector<std::vector<double>> old_values;
  for (const ValueColumn& column : values().columns()) old_values.push_back(column.value);
  for (std::uint32_t i = 0; i < k_communes; ++i) {
    units()[commune() + i] = old_units[order[i]];
    for (std::size_t c = 0; c < old_values.size(); ++c) {
      values().set(values().columns()[c].id, commune() + i, old_values[c][order[i]]);
    }
  }
  const auto after = verdicts(k_ntm);
  for (std::size_t indicator = 0; indicator < before.size(); ++indicator) {
    for (std::uint32_t i = 0; i < k_communes; ++i) {
      EXPECT_EQ(after[indicator][commune() + i], before[indicator][order[i]]);
    }
  }
  EXPECT_EQ(after.size(), before.size());
}

TEST_F(PropertyTest, CountsOfCriteriaAddUpToAll) {
  const SetResult& set = *evaluated().find(k_ntm);
  for (std::uint32_t u = commune(); u < units().size(); ++u) {
    const CriteriaCount count = set.count(u);
    EXPECT_EQ(count.met + count.not_met + count.unknown + count.not_applicable, count.total);
    EXPECT_EQ(count.total, 19);
  }
}

TEST_F(PropertyTest, ARollUpOfPartsIsTheWhole) {
  std::mt19937_64 random(17);
  for (std::uint32_t u = commune(); u < units().size(); ++u) {
    values().set("dan_so", u, static_cast<double>(1000 + random() % 9000));
    values().set("ruong_dat", u, static_cast<double>(random() % 100000) / 100);
  }
  const SetResult& set = *evaluated().find(k_ntm);
  std::vector<std::uint32_t> all = selected(units(), {{"xã"}, k_no_unit});
  std::shuffle(all.begin(), all.end(), std::mt19937(9));
  for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, std::size_t{13}, all.size()}) {
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(cut);
    const std::vector<std::uint32_t> a(all.begin(), middle);
    const std::vector<std::uint32_t> b(middle, all.end());

    Tally parts = tally(set.overall(), a);
    parts += tally(set.overall(), b);
    EXPECT_EQ(parts, tally(set.overall(), all));

    Total sum = total(values(), "ruong_dat", a);
    sum += total(values(), "ruong_dat", b);
    EXPECT_EQ(sum.sum, total(values(), "ruong_dat", all).sum);

    WeightedMean mean = weighted_mean(values(), "ntm.10", "dan_so", a);
    mean += weighted_mean(values(), "ntm.10", "dan_so", b);
    const WeightedMean whole = weighted_mean(values(), "ntm.10", "dan_so", all);
    EXPECT_EQ(mean.weighted, whole.weighted);
    EXPECT_EQ(mean.weight, whole.weight);
    EXPECT_EQ(mean.missing, whole.missing);
  }
}

TEST_F(PropertyTest, EvidenceSaysTheSameAsTheVerdict) {
  evaluated();
  const SetResult& set = *result().find(k_ntm);
  for (std::size_t i = 0; i < set.indicators().size(); ++i) {
    const IndicatorKind kind = set.indicators()[i].indicator->kind;
    if (kind == IndicatorKind::rule) continue;
    for (std::uint32_t u = commune(); u < units().size(); ++u) {
      const Evidence e = evidence(input(), set, i, u);
      bool all_met = true;
      for (const FigureEvidence& f : e.figures)
        all_met &= f.value && f.threshold && f.mark.verdict() == Verdict::met;
      EXPECT_EQ(all_met, e.mark.verdict() == Verdict::met) << e.code << " unit " << u;
    }
  }
}

}  // namespace
}  // namespace ntmap::criteria
