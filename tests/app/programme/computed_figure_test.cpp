#include "app/programme/computed_figure.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <span>
#include <string>

#include "app/data/title_mix.hpp"
#include "app/map/map_content.hpp"
#include "app/programme/count_range.hpp"
#include "app/programme/verdict_maps.hpp"
#include "app/project/project_file.hpp"
#include "app/sample_data.hpp"
#include "app/sample_project.hpp"
#include "colour/check.hpp"

namespace ntmap::app {
namespace {

model::Indicator asked(const char* compute, const char* set = "XA_NTM_2021_2025") {
  model::Indicator out;
  out.id = "x";
  out.compute = compute;
  out.set = set;
  return out;
}

ComputedFigure figure(const char* compute, const char* set = "XA_NTM_2021_2025",
                      const char* period = "2024") {
  return compute_indicator(test::assessed(test::ha_tinh(), period), asked(compute, set));
}

auto count_of(const std::vector<std::string>& words, const char* word) {
  return std::count(words.begin(), words.end(), word);
}

TEST(ComputedFigure, TitlesAreCountedAsTheDecisionsSay) {
  const ComputedFigure held = figure("recognised", "XA_NTM_2021_2025", "2025-02");
  EXPECT_EQ(count_of(held.words, "KIEUMAU"), 18);
  EXPECT_EQ(count_of(held.words, "NANGCAO"), 69 - 18);
  EXPECT_EQ(std::count(held.not_applicable.begin(), held.not_applicable.end(), 1), 39 + 1) << "wards, Kỳ Lợi";
}

TEST(ComputedFigure, LevelsAreThoseOfTheFigures) {
  const ComputedFigure level = figure("level");
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2024");
  const auto& basic = assessment.result("XA_NTM_2021_2025");
  for (std::uint32_t unit = 0; unit < assessment.tree().map_count; ++unit) {
    if (level.not_applicable[unit] != 0) continue;
    EXPECT_EQ(level.words[unit] == "none", basic.overall(unit).verdict() == criteria::Verdict::not_met);
  }
  EXPECT_GT(count_of(level.words, "KIEUMAU"), 0);
}

TEST(ComputedFigure, RecognisedLapsedAndMetStandApart) {
  const ComputedFigure state = figure("standing");
  const ComputedFigure lapsed = figure("lapsed");
  EXPECT_GT(count_of(state.words, "recognised"), 0);
  EXPECT_GT(count_of(state.words, "lapsed"), 0);
  for (std::size_t unit = 0; unit < state.words.size(); ++unit) {
    if (state.words[unit] == "lapsed") {
      EXPECT_GE(lapsed.values[unit], 1);
    }
    if (state.words[unit] == "recognised") {
      EXPECT_EQ(lapsed.values[unit], 0);
    }
  }
}

TEST(ComputedFigure, AfterAMergerTitlesAndLevelsArePending) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2025-12");
  for (const char* compute : {"recognised", "standing", "level"}) {
    const ComputedFigure after = figure(compute, "XA_NTM_2021_2025", "2025-12");
    EXPECT_EQ(count_of(after.words, "pending"), 58) << compute << ": 60 communes, two as they were";
    if (std::string(compute) == "level") continue;
    EXPECT_EQ(count_of(after.words, ""), static_cast<long>(after.words.size()) - 58) << compute;
  }
  EXPECT_EQ(assessment.merger(test::commune(assessment, "18196")), nullptr) << "Sơn Kim 1";
}

TEST(ComputedFigure, MergedCommunesOf2020WaitForTheirDecision) {
  // 3368/QĐ-UBND of 20/12/2023 gave 16 of them their title anew.
  const auto state_in = [](const char* period, const char* code) {
    const Assessment& assessment = test::assessed(test::ha_tinh(), period);
    return figure("standing", "XA_NTM_2021_2025", period).words[test::commune(assessment, code)];
  };
  EXPECT_EQ(state_in("2021", "18184"), "pending") << "Quang Diệm";
  EXPECT_NE(state_in("2023", "18184"), "pending");
  EXPECT_NE(state_in("2021", "18358"), "pending") << "Đan Trường: advanced after the merger, exempt";
}

TEST(ComputedFigure, UnknownVerdictsAreNoClass) {
  const ComputedFigure before = figure("verdict:17", "XA_NTM_2021_2025", "2025-02");  // no tables of criteria
  EXPECT_EQ(count_of(before.words, "met") + count_of(before.words, "not_met"), 0);
  EXPECT_EQ(count_of(before.words, "unknown"), 0);
}

TEST(ComputedFigure, MarginsHaveTheSignOfTheVerdict) {
  const ComputedFigure margin = figure("margin:10");
  const ComputedFigure verdict = figure("verdict:10");
  for (std::size_t unit = 0; unit < margin.values.size(); ++unit) {
    if (std::isnan(margin.values[unit])) continue;
    EXPECT_EQ(margin.values[unit] >= 0, verdict.words[unit] == "met") << unit;
    EXPECT_GT(margin.source_row[unit], 0U);
  }
  EXPECT_THAT(margin.file, testing::HasSubstr("xa_ntm.xlsx"));
}

TEST(ComputedFigure, AMandatoryItemThatFailsLeavesNoReserveOfWhatIsMetBesideIt) {
  const ComputedFigure margin = figure("margin:3.2");
  const ComputedFigure verdict = figure("verdict:3.2");
  const std::uint32_t unit = test::commune(test::assessed(test::ha_tinh(), "2024"), "18526");
  ASSERT_EQ(verdict.words[unit], "not_met");
  EXPECT_TRUE(std::isnan(margin.values[unit])) << margin.values[unit];
  for (std::size_t u = 0; u < margin.values.size(); ++u) {
    if (verdict.words[u] == "not_met") {
      EXPECT_FALSE(margin.values[u] > 0) << u;
    }
  }
}

TEST(ComputedFigure, SaysWhetherItRestsOnIllustrativeThresholds) {
  EXPECT_TRUE(figure("verdict:2").illustrative);
  EXPECT_TRUE(figure("unmet").illustrative);
  EXPECT_TRUE(figure("level").illustrative);
  EXPECT_FALSE(figure("verdict:10").illustrative);
  EXPECT_FALSE(figure("recognised").illustrative);
  const auto source = [](const char* theme) {
    return map_content(test::ha_tinh(), {.theme = theme, .period = "2024"}).source.vi;
  };
  EXPECT_THAT(source("tieu-chi-17"),
              testing::HasSubstr("một phần dựa trên ngưỡng minh họa, không phải quy định"));
  EXPECT_THAT(source("danh-hieu"), testing::Not(testing::HasSubstr("ngưỡng minh họa")));
}

TEST(ComputedFigure, NumbersBesideUnknownCriteriaAreRangesAndNoNumbers) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2021-07");
  const criteria::SetResult& set = assessment.result("XA_NTM_2021_2025");
  const ComputedFigure unmet = figure("unmet", "XA_NTM_2021_2025", "2021-07");
  const ComputedFigure met = figure("met", "XA_NTM_2021_2025", "2021-07");
  std::size_t ranges = 0;
  for (std::uint32_t unit = 0; unit < unmet.values.size(); ++unit) {
    if (unmet.not_applicable[unit] != 0) continue;
    const criteria::CriteriaCount count = set.count(unit);
    EXPECT_EQ(std::isnan(unmet.values[unit]), count.unknown > 0) << unit;
    EXPECT_EQ(std::isnan(met.values[unit]), count.unknown > 0) << unit;
    EXPECT_EQ(unmet.words[unit], range_word(count.not_met, count.unknown, count.total)) << unit;
    ranges += unmet.words[unit].empty() ? 0 : 1;
  }
  EXPECT_GT(ranges, 0U);
  EXPECT_EQ(unmet.at_least, static_cast<std::int64_t>(ranges));
}

TEST(ComputedFigure, MapsSayWhyUnitsWithUnknownCriteriaAreInNoClass) {
  const auto source = [](const char* period) {
    return map_content(test::ha_tinh(), {.theme = "tieu-chi-chua-dat", .period = period}).source.vi;
  };
  EXPECT_THAT(source("2021-07"), testing::HasSubstr("đơn vị còn tiêu chí chưa rõ: chỉ xếp vào lớp khi chắc"));
  EXPECT_THAT(source("2025-12"), testing::Not(testing::HasSubstr("chưa rõ")));
}

TEST(ComputedFigure, ValuesOfPairsAreTheSideWithLessReserve) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2024");
  const ComputedFigure value = figure("value:12.1");
  const auto* men = assessment.values().find("ntm.12.1.nam");
  const auto* women = assessment.values().find("ntm.12.1.nu");
  for (std::size_t unit = 0; unit < value.values.size(); ++unit) {
    if (std::isnan(value.values[unit])) continue;
    EXPECT_TRUE(value.values[unit] == men->value[unit] || value.values[unit] == women->value[unit]);
  }
}

TEST(ComputedFigure, FiguresOfTheProgrammeAreThemesToo) {
  const ComputedFigure products = figure("figure:ocop", "");
  double sum = 0;
  for (const double value : products.values) sum += value;
  EXPECT_GT(sum, 200);
  const ComputedFigure villages = figure("figure:kdc_pct", "");
  EXPECT_EQ(villages.not_applicable
                [test::assessed(test::ha_tinh(), "2024").tree().find(model::UnitLevel::commune, "18070")],
            1)
      << "a ward has no villages";
  const ComputedFigure later = figure("figure:ocop", "", "2025-12");
  EXPECT_TRUE(std::all_of(later.values.begin(), later.values.end(), [](double v) { return std::isnan(v); }))
      << "the list speaks of units that are no more: unknown, not none";
}

TEST(ComputedFigure, ProgressIsTheShareOfTheTarget) {
  const ComputedFigure progress = figure("progress:T095", "");
  const auto* water = test::assessed(test::ha_tinh(), "2024").values().find("ntm.17.1.tap_trung");
  for (std::size_t unit = 0; unit < progress.values.size(); ++unit) {
    if (!std::isnan(progress.values[unit])) {
      EXPECT_NEAR(progress.values[unit], 2 * water->value[unit], 1e-9);
    }
  }
}

TEST(ComputedFigure, ATotalOfTheProvinceIsNoTargetOfACommune) {
  EXPECT_THAT(test::error_of([] { figure("progress:T093", ""); }), testing::HasSubstr("whole area"));
}

TEST(ComputedFigure, WrongNamesAreAnsweredWithTheNearest) {
  EXPECT_THAT(test::error_of([] { figure("verdict:99"); }), testing::HasSubstr("99"));
  EXPECT_THAT(test::error_of([] { figure("figure:ocob", ""); }), testing::HasSubstr("ocop"));
  EXPECT_THAT(test::error_of([] { figure("progress:T9", ""); }), testing::HasSubstr("T9"));
}

struct BadCompute {
  const char* keys;
  const char* says;
};

/// What a failure calls the case.
void PrintTo(const BadCompute& one, std::ostream* out) {
  *out << one.keys;
}

class CheckCompute : public testing::TestWithParam<BadCompute> {};

TEST_P(CheckCompute, IsRefusedWhenTheProjectIsRead) {
  const std::string toml = std::string("[[boundaries]]\nid=\"a\"\nfile=\"f\"\ncode=\"c\"\nname=\"n\"\n") +
                           "[[indicators]]\nid=\"i\"\n" + GetParam().keys;
  EXPECT_THAT(test::error_of([&] { parse_project(toml, "du_an.toml"); }),
              testing::HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(All, CheckCompute,
                         testing::Values(BadCompute{"compute=\"unmett\"\nset=\"S\"", "unmet"},
                                         BadCompute{"compute=\"unmet\"", "needs “set”"},
                                         BadCompute{"compute=\"verdict\"\nset=\"S\"", "needs a code"},
                                         BadCompute{"compute=\"unmet:3\"\nset=\"S\"", "takes no code"},
                                         BadCompute{"compute=\"figure:ocop\"\nset=\"S\"", "“set” goes with"},
                                         BadCompute{"compute=\"change\"", "go with compute"},
                                         BadCompute{"compute=\"change\"\nof=\"j\"", "“j”"},
                                         BadCompute{"compute=\"level\"\nset=\"S\"\nsince=\"2020\"",
                                                    "go with compute"},
                                         BadCompute{"", "“compute”"}));

TEST(Change, IsTheDifferenceToThePeriodBefore) {
  ProjectData& data = test::ha_tinh();
  const Figures change = data.figures("giam_ngheo", "2024");
  const Figures now = data.figures("ho_ngheo", "2024");
  const Figures then = data.figures("ho_ngheo", "2023");
  for (std::size_t unit = 0; unit < change.values.size(); ++unit)
    EXPECT_NEAR(change.values[unit], now.values[unit] - then.values[unit], 1e-9);
}

TEST(Change, OfVerdictsIsGainedLostKeptOrNot) {
  const Figures change = test::ha_tinh().figures("doi_moi_truong", "2024");
  EXPECT_GT(count_of(change.texts, "gained"), 0);
  EXPECT_GT(count_of(change.texts, "kept"), 0);
}

TEST(Change, OverAReformIsAgainstTheOldUnitsFigures) {
  ProjectData& data = test::ha_tinh();
  const Figures change = data.figures("giam_ngheo", "2025-12");
  EXPECT_EQ(test::count_rule(change.findings, "figures.carried"), 1U);
  EXPECT_EQ(test::count_rule(change.findings, "figures.other-units"), 0U);
  // Sơn Kim 1 stayed as it was.
  const Figures before = data.figures("ho_ngheo", "2025-06");
  const Figures after = data.figures("ho_ngheo", "2025-12");
  EXPECT_NEAR(
      change.values[after.units->by_code.at("18196")],
      after.values[after.units->by_code.at("18196")] - before.values[before.units->by_code.at("18196")],
      1e-9);
}

TEST(Change, OfVerdictsOverAReformTakesTheWordThatAllPartsHad) {
  const Figures change = test::ha_tinh().figures("doi_moi_truong", "2025-12");
  EXPECT_GT(count_of(change.texts, "kept") + count_of(change.texts, "lost"), 0);
  EXPECT_EQ(test::count_rule(change.findings, "figures.carried"), 1U);
}

TEST(Change, IsSinceTheLastPeriodWithFigures) {
  // February 2025 has no tables of criteria; June is compared with the end of 2024.
  const Figures change = test::ha_tinh().figures("doi_moi_truong", "2025-06");
  EXPECT_GT(count_of(change.texts, "kept"), 100);
}

TEST(Change, TheMapSaysWithWhichPeriodItCompares) {
  const MapContent map = map_content(test::ha_tinh(), {"giam-ngheo", "2024", false});
  EXPECT_THAT(map.subtitle.vi, testing::HasSubstr("cuối năm 2024 so với cuối năm 2023"));
  EXPECT_THAT(map.subtitle.en, testing::HasSubstr("end of 2024 against end of 2023"));
}

TEST(OldTitles, AreShownAsAMixAndNoTitleIsGiven) {
  ProjectData& data = test::ha_tinh();
  const auto mix = title_mix(data, *data.project().find_period("2025-12"), "XA_NTM_2021_2025");
  ASSERT_TRUE(mix);
  EXPECT_EQ(mix->period, "2025-06");
  const Figures figures = data.figures("danh_hieu_cu", "2025-12");
  EXPECT_GT(count_of(figures.texts, "mixed"), 0);
  std::int64_t parts = 0;
  for (std::uint32_t unit = 0; unit < mix->units.size(); ++unit) {
    for (const std::int64_t of_rank : mix->units[unit].parts) parts += of_rank;
    if (figures.texts[unit] == "mixed") {
      // Titles of two kinds are not above one another.
      EXPECT_THAT(mix_text(*mix, unit).vi,
                  testing::AnyOf(testing::HasSubstr("thấp nhất"), testing::HasSubstr("đô thị văn minh")));
      EXPECT_THAT(mix_text(*mix, unit).vi, testing::HasSubstr(" % dân số)"));
    }
  }
  EXPECT_GE(parts, 209) << "every old unit went somewhere";
}

TEST(OldTitles, OfAWardAreThoseThatItsStandingTells) {
  ProjectData& data = test::ha_tinh();
  const Assessment& now = test::assessed(data, "2025-12");
  const auto mix = title_mix(data, now.period(), "XA_NTM_2021_2025");
  const std::uint32_t ward = test::commune(now, "18073");
  const auto urban = std::find(mix->ranks.begin(), mix->ranks.end(), "DTVM");
  ASSERT_NE(urban, mix->ranks.end());
  EXPECT_GE(static_cast<std::size_t>(urban - mix->ranks.begin()), mix->chain);
  const auto of_urban = mix->units[ward].parts[static_cast<std::size_t>(urban - mix->ranks.begin())];
  const auto& parts = now.merger(ward)->parts;
  EXPECT_EQ(of_urban, std::count_if(parts.begin(), parts.end(), [](const auto& held) {
              return std::find(held.begin(), held.end(), "DTVM") != held.end();
            }));
  EXPECT_THAT(mix_text(*mix, ward).vi, testing::HasSubstr("6 Phường, thị trấn đạt chuẩn đô thị văn minh"));
  EXPECT_THAT(mix_text(*mix, ward).vi, testing::Not(testing::HasSubstr("thấp nhất")));
}

TEST(OldTitles, OfEveryUnitAreThoseThatItsPartsHeld) {
  ProjectData& data = test::ha_tinh();
  const Assessment& now = test::assessed(data, "2025-12");
  const auto mix = title_mix(data, now.period(), "XA_NTM_2021_2025");
  for (std::uint32_t unit = 0; unit < mix->units.size(); ++unit) {
    const criteria::Merger* merger = now.merger(unit);
    if (merger == nullptr) continue;
    const auto without = std::count_if(merger->parts.begin(), merger->parts.end(),
                                       [](const auto& held) { return held.empty(); });
    EXPECT_EQ(mix->units[unit].parts[0], without) << now.tree().full_names[unit];
  }
}

TEST(OldTitles, AreNothingWhereDecisionsSpeakOfTheUnits) {
  ProjectData& data = test::ha_tinh();
  EXPECT_FALSE(title_mix(data, *data.project().find_period("2024"), "XA_NTM_2021_2025"));
}

TEST(VerdictMaps, AreOneForEachOfTheNineteenCriteria) {
  const auto maps = verdict_maps(test::assessed(test::ha_tinh(), "2024"), "XA_NTM_2021_2025");
  ASSERT_EQ(maps.size(), 19U);
  EXPECT_EQ(maps[16].title.vi, "17. Môi trường và an toàn thực phẩm");
  for (const VerdictMap& map : maps) {
    EXPECT_EQ(map.classes.classes[0].count + map.classes.classes[1].count + map.classes.no_data.count +
                  map.classes.not_applicable.count,
              216U);
    EXPECT_EQ(map.classes.not_applicable.count, 35U) << map.number;
  }
}

TEST(Themes, StatesOfRecognitionAreToldApartByAllEyes) {
  const MapContent map = map_content(test::ha_tinh(), {"cong-nhan-so-lieu", "2024", false});
  const auto coloured = std::span(colour::k_all_visions).first(colour::k_all_visions.size() - 1);
  for (const base::Finding& finding : colour::check_map_colours(map.classes, coloured))
    ADD_FAILURE() << finding.place.en << ": " << finding.what.en;
}

TEST(Themes, MapsOfTitlesAndLevelsCountOnTheBaseOfTheProject) {
  const auto message = [](const char* theme) {
    return map_content(test::ha_tinh(), {theme, "2025-06", false}).message.vi;
  };
  EXPECT_EQ(message("danh-hieu"), "**18/170** xã được công nhận kiểu mẫu.")
      << "as evaluate, and the document";
  EXPECT_EQ(message("tieu-chi-chua-dat"), "**Còn 101/170** xã chưa đạt đủ 19 tiêu chí.")
      << "68 meet all, one is not in the programme";
  const MapContent map = map_content(test::ha_tinh(), {"danh-hieu", "2025-06", false});
  EXPECT_THAT(map.source.vi, testing::HasSubstr("Tính cả 1 đơn vị không triển khai"));
  const MapContent water = map_content(test::ha_tinh(), {"nuoc-sach-tap-trung", "2024", false});
  EXPECT_THAT(water.source.vi, testing::Not(testing::HasSubstr("không triển khai")))
      << "of what has a figure";
}

TEST(Themes, SayOnceThatThresholdsAreIllustrative) {
  for (const model::Theme& theme : test::ha_tinh().project().themes)
    EXPECT_THAT(theme.subtitle.vi, testing::Not(testing::HasSubstr("minh họa"))) << "the source line says it";
}

TEST(Themes, EveryThemeOfTheSampleMakesAMap) {
  ProjectData& data = test::ha_tinh();
  for (const model::Theme& theme : data.project().themes) {
    const bool after_reform = theme.id == "danh-hieu-cu";
    const MapContent map = map_content(data, {theme.id, after_reform ? "2025-12" : "2024", false});
    EXPECT_EQ(map.classes.out_of_range.count, 0U) << theme.id;
    EXPECT_LT(map.classes.no_data.count, 40U) << theme.id;
  }
}

}  // namespace
}  // namespace ntmap::app
