// Every figure of the five documents that says what it is computed from, computed anew from the samples.
#include <gmock/gmock.h>

#include <map>
#include <ostream>
#include <set>
#include <string>

#include "app/programme/target_report.hpp"
#include "app/project/project_file.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap {
namespace {

using app::Agreement;

app::ProjectData project(const char* name) {
  return app::ProjectData(std::make_shared<const model::Project>(app::read_project(test::checkout(name))));
}

class Documents : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    s_stated = new std::map<std::string, app::StatedFigure>;
    s_targets = new std::map<std::string, app::TargetReport>;
    for (const char* name : {"gis_data/hatinh.toml", "gis_data/sonduong.toml"}) {
      app::ProjectData data = project(name);
      for (const app::StatedFigure& one : app::stated_figures(data)) {
        if (one.agreement != Agreement::other_place) s_stated->emplace(one.statement.id, one);
      }
      for (const app::TargetReport& one : app::target_reports(data, data.project().periods.back().id))
        s_targets->emplace(one.target.id, one);
    }
  }
  static void TearDownTestSuite() {
    delete s_stated;
    delete s_targets;
  }

  static std::map<std::string, app::StatedFigure>* s_stated;
  static std::map<std::string, app::TargetReport>* s_targets;
};

std::map<std::string, app::StatedFigure>* Documents::s_stated = nullptr;
std::map<std::string, app::TargetReport>* Documents::s_targets = nullptr;

TEST_F(Documents, AreAllRead) {
  EXPECT_EQ(s_stated->size() + s_targets->size(), 129U);
}

TEST_F(Documents, EveryComputableFigureIsReproducedOrItsDisagreementFound) {
  int computable = 0;
  int agree = 0;
  std::set<std::string> disagree;
  for (const auto& [id, stated] : *s_stated) {
    if (stated.statement.computed_from.empty()) continue;
    ++computable;
    ASSERT_TRUE(stated.computed.value.value) << id << ": " << stated.computed.shown.en;
    if (stated.agreement == Agreement::agrees) {
      ++agree;
    } else {
      disagree.insert(id);
    }
  }
  EXPECT_EQ(computable, 56);
  EXPECT_EQ(agree, 54);
  EXPECT_THAT(disagree, testing::ElementsAre("T008", "T015"));
}

TEST_F(Documents, EveryComputableTargetHasItsFigureAndPace) {
  int computable = 0;
  for (const auto& [id, target] : *s_targets) {
    if (target.target.computed_from.empty()) continue;
    ++computable;
    EXPECT_TRUE(target.now.value.value) << id << ": " << target.now.shown.en;
    EXPECT_NE(target.progress.verdict, criteria::Verdict::unknown) << id;
  }
  EXPECT_EQ(computable, 49);
}

// rules.md 6: the figures by hand.
struct Printed {
  const char* id;
  std::int64_t k;
  std::int64_t n;
  double percent;
  Agreement agreement;
};

/// What a failure calls the case.
void PrintTo(const Printed& one, std::ostream* out) {
  *out << one.id;
}

class PrintedShares : public Documents, public testing::WithParamInterface<Printed> {};

TEST_P(PrintedShares, AreRecomputedFromTheirNumbers) {
  const Printed& printed = GetParam();
  const app::StatedFigure& stated = s_stated->at(printed.id);
  ASSERT_TRUE(stated.computed.value.share);
  EXPECT_EQ(stated.computed.value.share->met, printed.k);
  EXPECT_EQ(stated.computed.value.share->of, printed.n);
  EXPECT_NEAR(stated.computed.value.share->percent(), printed.percent, 0.0005);
  EXPECT_EQ(stated.agreement, printed.agreement);
}

INSTANTIATE_TEST_SUITE_P(All, PrintedShares,
                         testing::Values(Printed{"T032", 171, 182, 93.956, Agreement::agrees},
                                         Printed{"T004", 170, 170, 100, Agreement::agrees},
                                         Printed{"T008", 69, 170, 40.588, Agreement::truncated},
                                         Printed{"T010", 18, 170, 10.588, Agreement::agrees},
                                         Printed{"T015", 1205, 1512, 79.696, Agreement::disagrees},
                                         Printed{"T101", 18, 30, 60, Agreement::agrees}),
                         [](const auto& one) { return std::string(one.param.id); });

TEST_F(Documents, TheFootnoteOfKyLoiChangesTheBase) {
  EXPECT_THAT(s_stated->at("T004").implementing.vi, testing::HasSubstr("169/169"));
  EXPECT_EQ(s_stated->at("T006").computed.value.value, 0) << "Kỳ Lợi does not implement the programme";
}

}  // namespace
}  // namespace ntmap
