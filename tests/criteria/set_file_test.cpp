#include "criteria/set_file.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "base/error.hpp"
#include "criteria/figures.hpp"
#include "criteria/levels.hpp"
#include "criteria/support.hpp"
#include "criteria/toml_words.hpp"

namespace ntmap::criteria {
namespace {

using testing::HasSubstr;

/// A set file of one indicator; `more` goes into the head, `indicator` replaces fields, `rows` thresholds.
std::string set_text(const std::string& id, const std::string& more, const std::string& fields,
                     const std::string& rows) {
  std::ostringstream out;
  out << "id = \"" << id << "\"\nprefix = \"t\"\nrank = \"R_" << id
      << "\"\nvi = \"Bộ\"\nen = \"Set\"\napplies_to = [\"xã\"]\ndecision = \"1/QĐ\"\ndocument = \"1/QĐ\"\n"
         "source = \"P01\"\nyears = [2021, 2025]\nthreshold_by = \"region\"\n"
      << more
      << "\n[[criterion]]\nno = \"1\"\nvi = \"Một\"\nen = \"One\"\n\n[[criterion.indicator]]\ncode = "
         "\"1.1\"\n"
         "vi = \"Chỉ tiêu\"\nen = \"Indicator\"\nunit = \"%\"\n"
      << fields << "\nsource = \"P01\"\nconfidence = \"high\"\nthreshold = [\n"
      << rows << "\n]\n";
  return out.str();
}

constexpr const char* k_number = "kind = \"number\"\nop = \">=\"";
constexpr const char* k_pass = "{ all = \"Đạt\", source = \"P01\", confidence = \"high\" },";
constexpr const char* k_80 = "{ all = 80, source = \"P01\", confidence = \"high\" },";

class SetFileTest : public testing::Test {
 protected:
  std::string error_of(const std::string& text) {
    try {
      load_set(m_folder.write("bo.toml", text));
    } catch (const base::Error& e) {
      return e.message().en + " | " + e.remedy().en;
    }
    return "read";
  }

  Catalogue catalogue(const std::vector<std::string>& texts, const std::vector<std::string>& overlays = {}) {
    std::vector<std::filesystem::path> sets;
    std::vector<std::filesystem::path> files;
    for (const auto& text : texts)
      sets.push_back(m_folder.write(std::to_string(sets.size()) + "_set.toml", text));
    for (const auto& text : overlays)
      files.push_back(m_folder.write(std::to_string(files.size()) + "_overlay.toml", text));
    return load_catalogue(sets, files);
  }

  std::string catalogue_error(const std::vector<std::string>& texts,
                              const std::vector<std::string>& overlays = {}) {
    try {
      catalogue(texts, overlays);
    } catch (const base::Error& e) {
      return e.message().en + " | " + e.remedy().en;
    }
    return "read";
  }

  test::TemporaryFolder m_folder;
};

TEST_F(SetFileTest, ReadsASmallSet) {
  const CriteriaSet set = load_set(m_folder.write("bo.toml", set_text("A", "", k_number, k_80)));
  EXPECT_EQ(set.id, "A");
  ASSERT_EQ(set.criteria.size(), 1U);
  const Indicator& indicator = set.criteria[0].indicators[0];
  EXPECT_EQ(indicator.parts[0].id, "t.1.1");
  EXPECT_EQ(indicator.thresholds[0].at[0], Decimal(80));
  EXPECT_EQ(indicator.thresholds[0].source, "P01");
  EXPECT_EQ(indicator.thresholds[0].confidence, "high");
}

TEST_F(SetFileTest, AnUnknownKeyNamesTheNearest) {
  const std::string error = error_of(set_text("A", "", std::string(k_number) + "\nwieght = \"so_ho\"", k_80));
  EXPECT_THAT(error, HasSubstr("bo.toml, line"));
  EXPECT_THAT(error, HasSubstr("unknown key \"wieght\""));
  EXPECT_THAT(error, HasSubstr("did you mean \"weight\"?"));
}

TEST_F(SetFileTest, TwoThresholdsForOneRegionAndYearAreNamedByLine) {
  const std::string rows =
      "{ year = 2024, btb = 45, source = \"P01\", confidence = \"high\" },\n"
      "{ year = 2024, btb = 46, source = \"P01\", confidence = \"high\" },";
  const std::string error = error_of(set_text("A", "", k_number, rows));
  EXPECT_THAT(error, HasSubstr("two thresholds for one region and year"));
  EXPECT_THAT(error, HasSubstr("bo.toml, line 29: "));
  EXPECT_THAT(error, HasSubstr("line 28 |"));
}

TEST_F(SetFileTest, ThresholdsOfDifferentYearsRegionsOrDaysStandTogether) {
  const char* tail = "source = \"P01\", confidence = \"high\" },\n";
  for (const std::string pair :
       {"{ year = 2024, btb = 45, |{ year = 2025, btb = 45, ", "{ btb = 45, |{ tdmnpb = 45, ",
        "{ national = 45, |{ btb = 46, ", "{ to = 2023-12-31, all = 1, |{ from = 2024-01-01, all = 2, "}) {
    const std::size_t bar = pair.find('|');
    EXPECT_EQ(error_of(set_text("A", "", k_number, pair.substr(0, bar) + tail + pair.substr(bar + 1) + tail)),
              "read")
        << pair;
  }
}

TEST_F(SetFileTest, AThresholdForAllRegionsDoesNotStandBesideOneForARegion) {
  EXPECT_THAT(
      error_of(set_text("A", "", k_number,
                        std::string(k_80) + "\n{ btb = 70, source = \"P01\", confidence = \"high\" },")),
      HasSubstr("two thresholds"));
}

TEST_F(SetFileTest, AMissingThresholdHasToBeOwnedUpTo) {
  EXPECT_THAT(error_of(set_text("A", "", k_number, "")), HasSubstr("unknown = true"));
  EXPECT_EQ(
      error_of(set_text("A", "", k_number, "{ unknown = true, source = \"P01\", confidence = \"none\" },")),
      "read");
}

TEST_F(SetFileTest, WhatIsMeasuredSaysHowItIsCompared) {
  for (const char* kind : {"number", "count", "score", "level"}) {
    const std::string error = error_of(set_text("A", "", "kind = \"" + std::string(kind) + "\"", k_80));
    EXPECT_THAT(error, HasSubstr("indicator 1.1 has no \"op\"")) << kind;
    EXPECT_THAT(error, HasSubstr("bo.toml, line")) << kind;
    EXPECT_THAT(error, HasSubstr("at most the threshold")) << kind;
  }
  EXPECT_EQ(error_of(set_text("A", "", "kind = \"pass\"", k_pass)), "read");
}

TEST_F(SetFileTest, WrongTypesAndWordsAreNamed) {
  EXPECT_THAT(error_of("id = 3"), HasSubstr("\"id\" must be a text"));
  EXPECT_THAT(error_of(""), HasSubstr("\"id\" is missing"));
  EXPECT_THAT(error_of("id = \"A"), HasSubstr("not valid TOML"));
  EXPECT_EQ(toml_mistake("Error while parsing key-value pair: expected value, saw '\\n'").vi,
            "sau dấu = thiếu giá trị");
  EXPECT_EQ(toml_mistake("Something else").vi, "dòng viết sai");
  EXPECT_THAT(error_of(set_text("A", "", "kind = \"nmber\"", k_80)), HasSubstr("unknown kind \"nmber\""));
  EXPECT_THAT(error_of(set_text("A", "", "kind = \"number\"\nop = \"=>\"", k_80)),
              HasSubstr("unknown comparison \"=>\""));
  EXPECT_THAT(error_of(set_text("A", "", std::string(k_number) + "\nrule = \"a\"", k_80)),
              HasSubstr("goes with kind"));
  EXPECT_THAT(error_of(set_text("A", "", "kind = \"rule\"\nrule = \"a >=\"", k_80)),
              HasSubstr("at character"));
  EXPECT_THAT(error_of(set_text("A", "", "kind = \"share\"\nset = \"B\"", k_80)), HasSubstr("children"));
  EXPECT_THAT(error_of(set_text("A", "", k_number, "{ all = \"nhiều\", source = \"\", confidence = \"\" }")),
              HasSubstr("\"nhiều\" is no threshold of indicator 1.1"));
  EXPECT_THAT(error_of(set_text("A", "from = \"2022\"", k_number, k_80)), HasSubstr("must be a day"));
}

TEST_F(SetFileTest, AWordIsNoThresholdOfWhatIsMeasured) {
  const std::string head = "id = \"o\"\nvi = \"v\"\nen = \"e\"\nsource = \"x\"\nconfidence = \"none\"\n";
  const std::string open =
      set_text("A", "", k_number, "{ unknown = true, source = \"P01\", confidence = \"low\" },");
  const auto error_with = [&](const std::string& threshold) {
    return catalogue_error(
        {open}, {head + "[set.A]\nthreshold = [\n{ indicator = \"1.1\", all = " + threshold + " } ]\n"});
  };
  for (const char* word : {"\"Đạt\"", "\"x\"", "\"85\""}) {
    EXPECT_THAT(error_with(word), HasSubstr("0_overlay.toml, line 8")) << word;
    EXPECT_THAT(error_with(word), HasSubstr(std::string(word) + " is no threshold of indicator 1.1 (%)"));
    EXPECT_THAT(error_with(word), HasSubstr("write a number from 0 to 100 (%)"));
  }
  EXPECT_THAT(
      error_of(set_text("A", "", k_number, "{ all = \"Đạt\", source = \"P01\", confidence = \"high\" },")),
      HasSubstr("is no threshold of indicator 1.1"));
}

TEST_F(SetFileTest, AThresholdOutOfRangeIsRefused) {
  const auto with = [&](const char* fields, const char* threshold) {
    return error_of(
        set_text("A", "", fields,
                 std::string("{ all = ") + threshold + ", source = \"P01\", confidence = \"high\" },"));
  };
  EXPECT_THAT(with(k_number, "180"), HasSubstr("180 is no threshold of indicator 1.1 (%)"));
  EXPECT_THAT(with(k_number, "-1"), HasSubstr("write a number from 0 to 100 (%)"));
  EXPECT_EQ(with(k_number, "100"), "read");
  EXPECT_THAT(with("kind = \"pass\"", "0"), HasSubstr("write \"Đạt\""));
  EXPECT_EQ(with("kind = \"pass\"", "\"Đạt\""), "read");
  EXPECT_THAT(with("kind = \"pass\"", "\"Khá\""), HasSubstr("write \"Đạt\""));
  const char* level = "kind = \"level\"\nop = \">=\"\nscale = [\"Yếu\", \"Khá\"]";
  EXPECT_THAT(with(level, "\"Đạt\""), HasSubstr("write a word of scale: Yếu, Khá"));
  EXPECT_THAT(with(level, "3"), HasSubstr("write a word of scale"));
  EXPECT_EQ(with(level, "\"khá\""), "read");
}

TEST_F(SetFileTest, APartMayBeJudgedInWordsBesideMeasuredOnes) {
  const char* fields =
      "kind = \"score\"\nop = \">=\"\nparts = [\n{ id = \"t.a\", vi = \"a\", en = \"a\" },\n"
      "{ id = \"t.b\", vi = \"b\", en = \"b\", kind = \"pass\" },\n]";
  const auto with = [&](const std::string& rows) { return error_of(set_text("A", "", fields, rows)); };
  const std::string score = "{ value = \"t.a\", all = 50, source = \"P01\", confidence = \"high\" },\n";
  EXPECT_EQ(with(score + "{ value = \"t.b\", all = \"Đạt\", source = \"P01\", confidence = \"high\" },"),
            "read");
  EXPECT_THAT(with("{ value = \"t.a\", all = \"Đạt\", source = \"P01\", confidence = \"high\" },"),
              HasSubstr("is no threshold"));
  EXPECT_THAT(error_of(set_text(
                  "A", "",
                  "kind = \"score\"\nop = \">=\"\nparts = [{ id = \"t.a\", vi = \"a\", en = \"a\", kind = "
                  "\"level\" }]",
                  k_80)),
              HasSubstr("unknown kind of a part: \"level\""));
}

TEST_F(SetFileTest, TwoWordingsInForceAtOnceAreRefused) {
  std::string text = set_text("A", "", std::string(k_number) + "\nto = 2024-02-29", k_80);
  const auto second = [](const char* from) {
    return "\n[[criterion.indicator]]\ncode = \"1.1\"\nvi = \"b\"\nen = \"b\"\nunit = \"%\"\nkind = "
           "\"pass\"\nfrom = " +
           std::string(from) +
           "\nsource = \"\"\nconfidence = \"\"\nthreshold = [{ all = \"Đạt\", source = \"\", confidence = "
           "\"\" }]\n";
  };
  EXPECT_EQ(error_of(text + second("2024-03-01")), "read");
  EXPECT_THAT(error_of(text + second("2024-02-29")), HasSubstr("two wordings in force at once"));
}

TEST_F(SetFileTest, AMissingFileOrAFolderIsNamed) {
  EXPECT_THROW(load_set(m_folder / "khong_co.toml"), base::Error);
  EXPECT_THROW(load_set(m_folder.path()), base::Error);
}

TEST_F(SetFileTest, ACircleOfPrerequisitesIsShownStepByStep) {
  const std::string error = catalogue_error({set_text("A", "requires = [\"B\"]", k_number, k_80),
                                             set_text("B", "requires = [\"C\"]", k_number, k_80),
                                             set_text("C", "requires = [\"A\"]", k_number, k_80)});
  EXPECT_THAT(error, HasSubstr("circle: A -> B -> C -> A"));
  // At the row that requires, of each set: which of them was edited, nobody knows.
  const std::string text = set_text("A", "requires = [\"B\"]", k_number, k_80);
  const auto line =
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find("requires")), '\n');
  EXPECT_GT(line, 1);
  const std::string at = "_set.toml, line " + std::to_string(line);
  for (const char* set : {"0", "1", "2"}) EXPECT_THAT(error, HasSubstr(set + at));
}

TEST_F(SetFileTest, ASetCannotRequireItself) {
  EXPECT_THAT(catalogue_error({set_text("A", "requires = [\"A\"]", k_number, k_80)}),
              HasSubstr("circle: A -> A"));
}

TEST_F(SetFileTest, NamesThatLeadNowhereAreRefusedWithASuggestion) {
  EXPECT_THAT(catalogue_error({set_text("SET_1", "requires = [\"SET_2\"]", k_number, k_80)}),
              HasSubstr("did you mean \"SET_1\"?"));
  EXPECT_THAT(catalogue_error({set_text("A", "", "kind = \"rule\"\nrule = \"t.1.2 >= 3\"", k_pass)}),
              HasSubstr("a figure that is not declared: \"t.1.2\""));
  EXPECT_THAT(catalogue_error({set_text(
                  "A", "", k_number,
                  "{ factor = 1.1, of = \"A\", indicator = \"9\", source = \"\", confidence = \"\" }")}),
              HasSubstr("has no indicator \"9\""));
}

TEST_F(SetFileTest, TwoCriteriaOfOneNumberAreRefused) {
  std::string text = test::read_bytes(test::checkout("gis_data/criteria/xa_ntm_2021_2025.toml"));
  text.replace(text.find("no = \"2\"\n"), 8, "no = \"1\"");
  EXPECT_THAT(error_of(text), HasSubstr("two criteria have the number 1"));
}

TEST_F(SetFileTest, AShareSaysWhatItIsOf) {
  const std::string share = "kind = \"share\"\nop = \">=\"\nchildren = [\"xã\"]\nset = \"B\"\n";
  EXPECT_EQ(error_of(set_text("A", "", share + "base = \"all\"", k_80)), "read");
  EXPECT_THAT(error_of(set_text("A", "", share + "base = \"met\"", k_80)),
              HasSubstr("\"all\" or \"implementing\""));
  EXPECT_THAT(error_of(set_text("A", "", std::string(k_number) + "\nbase = \"all\"", k_80)),
              HasSubstr("\"share\" only"));
}

TEST_F(SetFileTest, TwoSetsOfOneIdAreRefused) {
  EXPECT_THAT(catalogue_error({set_text("A", "", k_number, k_80), set_text("A", "", k_number, k_80)}),
              HasSubstr("already in"));
}

TEST_F(SetFileTest, AnOverlayFillsWhatIsUnknownAndSaysSo) {
  const std::string set =
      set_text("A", "", k_number, "{ unknown = true, source = \"P01\", confidence = \"none\" },");
  const std::string head =
      "id = \"o\"\nillustrative = true\nvi = \"Minh họa\"\nen = \"Illustrative\"\nsource = \"x\"\nconfidence "
      "= \"none\"\n";
  const Catalogue filled =
      catalogue({set}, {head + "[set.A]\nthreshold = [ { indicator = \"1.1\", all = 75 } ]\n"});
  const auto& rows = filled.find("A")->criteria[0].indicators[0].thresholds;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_TRUE(rows[1].illustrative);
  EXPECT_EQ(rows[1].document.en, "Illustrative");
  EXPECT_THAT(catalogue_error({set}, {head + "[set.B]\nthreshold = []\n"}), HasSubstr("unknown set \"B\""));
  EXPECT_THAT(
      catalogue_error({set}, {head + "[set.A]\nthreshold = [ { indicator = \"1.11\", all = 75 } ]\n"}),
      HasSubstr("did you mean \"1.1\"?"));
  EXPECT_THAT(catalogue_error({set}, {head + "[set.A]\nthreshold = [ { indicator = \"1.1\", all = 75 }, { "
                                             "indicator = \"1.1\", btb = 70 } ]\n"}),
              HasSubstr("0_overlay.toml, line"));
  EXPECT_THAT(
      catalogue_error(
          {set}, {head + "[set.A]\nthreshold = [ { indicator = \"1.1\", value = \"t.1.2\", all = 75 } ]\n"}),
      HasSubstr("has no figure \"t.1.2\""));
}

TEST_F(SetFileTest, AnOverlaysYearIsOneOfTheSet) {
  const std::string set =
      set_text("A", "", k_number, "{ unknown = true, source = \"P01\", confidence = \"none\" },");
  const std::string head = "id = \"o\"\nvi = \"v\"\nen = \"e\"\nsource = \"x\"\nconfidence = \"none\"\n";
  const auto with_year = [&](const char* year) {
    return catalogue_error(
        {set}, {head + "[set.A]\nthreshold = [ { indicator = \"1.1\", year = " + year + ", all = 75 } ]\n"});
  };
  EXPECT_EQ(with_year("2025"), "read");
  EXPECT_THAT(with_year("2031"), HasSubstr("the year 2031 is outside the years 2021 - 2025 of set A"));
  EXPECT_THAT(with_year("2031"), HasSubstr("0_overlay.toml, line"));
}

TEST_F(SetFileTest, ATopOfTheScaleIsForLevelsAndScores) {
  const char* level = "kind = \"level\"\nop = \">=\"\nmost = 3";
  const char* row = "{ all = 2, source = \"P01\", confidence = \"high\" },";
  EXPECT_EQ(error_of(set_text("A", "", level, row)), "read");
  EXPECT_THAT(error_of(set_text("A", "", std::string(k_number) + "\nmost = 3", row)), HasSubstr("\"most\""));
  EXPECT_THAT(error_of(set_text("A", "", level, "{ all = 4, source = \"P01\", confidence = \"high\" },")),
              HasSubstr("0 to 3"));
  const std::string figure = "[[figure]]\nid = \"t.x\"\nunit = \"ha\"\nmost = 3\nvi = \"X\"\nen = \"X\"\n";
  EXPECT_THAT(error_of(set_text("A", figure, level, row)), HasSubstr("levels or scores"));
}

TEST_F(SetFileTest, AThresholdOfMoreDigitsThanAreKeptIsRefused) {
  EXPECT_THAT(error_of(set_text("A", "", k_number,
                                "{ all = 80.12345678901234567, source = \"P01\", confidence = \"high\" },")),
              HasSubstr("15 digits at most"));
}

TEST_F(SetFileTest, AnOverlayNeverOverrulesADecision) {
  const std::string head = "id = \"o\"\nvi = \"v\"\nen = \"e\"\nsource = \"x\"\nconfidence = \"none\"\n";
  EXPECT_THAT(catalogue_error({set_text("A", "", k_number, k_80)},
                              {head + "[set.A]\nthreshold = [ { indicator = \"1.1\", all = 75 } ]\n"}),
              HasSubstr("has this threshold already"));
}

// The files of the project.

std::size_t codes_of(const CriteriaSet& set) {
  std::set<std::string> codes;
  for (const Criterion& c : set.criteria) {
    for (const Indicator& i : c.indicators) codes.insert(i.code);
  }
  return codes.size();
}

TEST(ProjectSetsTest, HaveTheCountsOfTheDecisions) {
  const Catalogue catalogue = test::project_sets();
  EXPECT_EQ(catalogue.sets().size(), 13U);
  EXPECT_EQ(catalogue.find("XA_NTM_2021_2025")->counted(), 19U);
  EXPECT_EQ(codes_of(*catalogue.find("XA_NTM_2021_2025")), 57U);
  EXPECT_EQ(catalogue.find("XA_NTM_NANGCAO_2021_2025")->counted(), 19U);
  EXPECT_EQ(codes_of(*catalogue.find("XA_NTM_NANGCAO_2021_2025")), 76U);  // 75 and the 14.x of 211/QĐ-TTg
  EXPECT_EQ(catalogue.find("HUYEN_NTM_2021_2025")->counted(), 9U);
  EXPECT_EQ(catalogue.find("TINH_HTNV_2021_2025")->counted(), 8U);
  EXPECT_EQ(catalogue.find("DTVM_PHUONG_TT")->counted(), 9U);
  EXPECT_EQ(catalogue.find("KDC_NTM_KIEUMAU_HATINH")->counted(), 10U);
  EXPECT_EQ(catalogue.find("XA_NTM_2026_2030")->counted(), 10U);
}

TEST(ProjectSetsTest, EachThresholdNamesASourceThatIsListedAndAConfidence) {
  std::set<std::string> known;
  const model::Table sources = test::read_csv("gis_data/criteria/sources.csv");
  for (const std::string& id : sources.find("id")->texts) known.insert(id);
  const Catalogue catalogue = test::project_sets({"overlay_hatinh_illustrative.toml"});
  const std::set<std::string> words = {"high", "medium", "low", "none"};
  for (const CriteriaSet& set : catalogue.sets()) {
    for (const Criterion& c : set.criteria) {
      for (const Indicator& i : c.indicators) {
        for (const ThresholdRow& row : i.thresholds) {
          EXPECT_TRUE(words.contains(row.confidence)) << set.id << " " << i.code;
          std::istringstream ids(row.source);
          for (std::string id; ids >> id;)
            EXPECT_TRUE(known.contains(id)) << set.id << " " << i.code << " " << id;
        }
      }
    }
  }
}

TEST(ProjectSetsTest, TheIllustrativeOverlaysLeaveNoGapInTheSamples) {
  for (const char* overlay : {"overlay_hatinh_illustrative.toml", "overlay_tuyenquang_illustrative.toml"}) {
    const Catalogue catalogue = test::project_sets({overlay});
    for (const CriteriaSet& set : catalogue.sets()) {
      for (const Criterion& c : set.criteria) {
        for (const Indicator& i : c.indicators) {
          const bool gap = i.thresholds.size() == 1 && i.thresholds[0].unknown;
          EXPECT_FALSE(gap) << overlay << " " << set.id << " " << i.code;
        }
      }
    }
  }
}

TEST(ProjectSetsTest, ARecalledHintIsKeptAndGivesNoThreshold) {
  const Catalogue catalogue = test::project_sets();
  const Indicator* electricity = catalogue.find("XA_NTM_2021_2025")->find("4.2", {2024, 1, 1});
  ASSERT_NE(electricity, nullptr);
  EXPECT_THAT(electricity->hint, HasSubstr("btb=98"));
  EXPECT_TRUE(electricity->thresholds.at(0).unknown);
}

TEST(ProjectSetsTest, RestOnOneAnotherInAnOrderThatWorks) {
  const Catalogue catalogue = test::project_sets();
  const std::vector<std::string> order = catalogue.in_order();
  ASSERT_EQ(order.size(), catalogue.sets().size());
  const auto place = [&](const char* id) {
    return std::find(order.begin(), order.end(), id) - order.begin();
  };
  EXPECT_LT(place("XA_NTM_2021_2025"), place("XA_NTM_NANGCAO_2021_2025"));
  EXPECT_LT(place("XA_NTM_NANGCAO_2021_2025"), place("XA_NTM_KIEUMAU_2021_2025"));
  EXPECT_LT(place("XA_NTM_NANGCAO_2021_2025"), place("HUYEN_NTM_2021_2025"));
  EXPECT_LT(place("HUYEN_NTM_2021_2025"), place("TINH_HTNV_2021_2025"));
}

TEST(ProjectRulesTest, HaveTheirParameters) {
  const ProgrammeRules rules = load_rules(test::checkout("gis_data/criteria/rules.toml"));
  EXPECT_EQ(rules.commune.share, Decimal(50));
  EXPECT_EQ(rules.commune.share_with_key, Decimal(30));
  EXPECT_EQ(rules.commune.key_criteria.size(), 5U);
  EXPECT_FALSE(rules.commune.children_share.has_value());
  EXPECT_EQ(rules.district.children_share, Decimal(30));
  EXPECT_EQ(rules.civilised_urban_years, 5);
  EXPECT_EQ(rules.ocop_months, 36);
  EXPECT_EQ(rules.just_met_margin, Decimal::parse("0.05"));
}

TEST(ProjectFiguresTest, CoverEveryFigureOfTheTargets) {
  const auto figures = load_figures(test::checkout("gis_data/criteria/figures.toml"));
  const model::Table targets = test::read_csv("gis_data/hatinh/targets.csv");
  EXPECT_EQ(targets.row_count(), 129U);
  for (const std::string& id : targets.find("figure")->texts)
    EXPECT_NE(find_figure(figures, id), nullptr) << id;
}

}  // namespace
}  // namespace ntmap::criteria
