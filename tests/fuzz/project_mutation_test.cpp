// A sample project whose files are changed at random, 1,000 times: each change must be refused with a
// message, reported by `check`, or leave every value as it was. What nobody but its writer can know (another
// letter in a title of the project file) is listed; in sealed data even that may not change without a word.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <random>
#include <set>
#include <tuple>

#include "app/check/check_project.hpp"
#include "app/check/data_seal.hpp"
#include "app/project/project_file.hpp"
#include "app/project/source_files.hpp"
#include "base/error.hpp"
#include "mutate.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {
namespace {

namespace fs = std::filesystem;

#ifdef __SANITIZE_ADDRESS__
constexpr int k_mutations = 200;  // every reading is several times slower there
#else
constexpr int k_mutations = 1000;
#endif

using Told = std::set<std::tuple<std::string, std::string, std::string>>;  // rule, place, what

Told told(const base::Findings& findings, bool with_seal) {
  Told out;
  for (const base::Finding& finding : findings) {
    if (with_seal || !finding.rule.starts_with("seal."))
      out.emplace(finding.rule, finding.place.en, finding.what.en);
  }
  return out;
}

/// Everything that maps and reports show of a project.
struct Values {
  std::vector<std::vector<double>> numbers;
  std::vector<std::vector<std::string>> texts;
  std::vector<double> xy;
  bool operator==(const Values&) const = default;
};

/// The first change in the texts and numbers of a project, for the list of what no reader can know.
std::string first_difference(const Values& was, const Values& now) {
  for (std::size_t i = 0; i < std::min(was.texts.size(), now.texts.size()); ++i) {
    for (std::size_t k = 0; k < std::min(was.texts[i].size(), now.texts[i].size()); ++k) {
      if (was.texts[i][k] != now.texts[i][k])
        return "“" + was.texts[i][k] + "” became “" + now.texts[i][k] + "”";
    }
  }
  for (std::size_t i = 0; i < std::min(was.numbers.size(), now.numbers.size()); ++i) {
    for (std::size_t k = 0; k < std::min(was.numbers[i].size(), now.numbers[i].size()); ++k) {
      if (was.numbers[i][k] != now.numbers[i][k])
        return std::to_string(was.numbers[i][k]) + " became " + std::to_string(now.numbers[i][k]);
    }
  }
  for (std::size_t i = 0; i < std::min(was.xy.size(), now.xy.size()); ++i) {
    if (was.xy[i] != now.xy[i]) return "a vertex moved by " + std::to_string(now.xy[i] - was.xy[i]);
  }
  return "other counts";
}

std::vector<double> without_nan(std::vector<double> values) {
  for (double& value : values) {
    if (std::isnan(value)) value = -1e300;  // NaN would differ from itself
  }
  return values;
}

Values values_of(app::ProjectData& data) {
  Values out;
  for (const model::Boundaries& boundaries : data.project().boundaries) {
    const auto units = data.units(boundaries.id);
    out.texts.insert(out.texts.end(), {units->codes, units->names, units->types, units->districts});
    out.xy.insert(out.xy.end(), units->layer.polygons.xy.begin(), units->layer.polygons.xy.end());
  }
  for (const model::Indicator& indicator : data.project().indicators) {
    for (const model::Period& period : data.project().periods) {
      const app::Figures figures = data.figures(indicator.id, period.id);
      out.numbers.push_back(without_nan(figures.values));
      out.texts.push_back(figures.texts);
    }
  }
  for (const model::Theme& theme : data.project().themes) {
    out.texts.push_back({theme.id, theme.title.vi, theme.indicator, theme.message.vi});
    out.numbers.push_back(without_nan(theme.classification.breaks));
  }
  return out;
}

struct Reading {
  bool refused = false;
  Told plain;
  Told sealed;
  Values values;
};

Reading read(const fs::path& file) {
  Reading out;
  try {
    app::ProjectData data(std::make_shared<const model::Project>(app::read_project(file)));
    const base::Findings findings = app::check_project(data);
    out.plain = told(findings, false);
    out.sealed = told(findings, true);
    out.values = values_of(data);
  } catch (const base::Error& error) {
    EXPECT_FALSE(error.message().empty());
    out.refused = true;
  }
  return out;
}

bool says_more(const Told& now, const Told& usual) {
  return !std::includes(usual.begin(), usual.end(), now.begin(), now.end());
}

class ProjectMutation : public testing::Test {
 protected:
  ProjectMutation() {
    const fs::path from = checkout("gis_data");
    for (const char* part : {"sonduong.toml", "sonduong", "criteria"}) {
      fs::copy(from / part, m_folder / part, fs::copy_options::recursive);
    }
    fs::create_directories(m_folder / "hatinh");
    fs::copy(from / "hatinh/targets.csv", m_folder / "hatinh");
    m_project = m_folder / "sonduong.toml";
    const model::Project project = app::read_project(m_project);
    for (const std::string& file : app::source_files(project)) {
      if (!file.starts_with("criteria/")) m_files.push_back(file);
    }
    app::seal(project);
    m_sound = read(m_project);
  }

  TemporaryFolder m_folder;
  fs::path m_project;
  std::vector<std::string> m_files;
  Reading m_sound;
};

TEST_F(ProjectMutation, RefusedReportedOrTheSameValues) {
  ASSERT_FALSE(m_sound.refused);
  ASSERT_GE(m_files.size(), 7U);
  std::mt19937 random(20250701);
  int refused = 0;
  int reported = 0;
  int same = 0;
  int silent = 0;
  for (int i = 0; i < k_mutations; ++i) {
    const std::string& name = m_files[random() % m_files.size()];
    const std::string bytes = read_bytes(m_folder / name);
    const std::string other = mutate(bytes, random);
    m_folder.write(name, other);
    const Reading now = read(m_project);
    m_folder.write(name, bytes);
    if (now.refused) {
      ++refused;
    } else if (says_more(now.plain, m_sound.plain)) {
      ++reported;
    } else if (now.values == m_sound.values) {
      ++same;
    } else {
      ++silent;
      std::printf("  %d %s: %s\n", i, name.c_str(), first_difference(m_sound.values, now.values).c_str());
      EXPECT_TRUE(says_more(now.sealed, m_sound.sealed)) << name << ", mutation " << i;
      EXPECT_TRUE(name.ends_with(".toml")) << name << ", mutation " << i;
    }
  }
  std::printf("project: refused %d, reported %d, same values %d, other values told by the seal alone %d\n",
              refused, reported, same, silent);
  RecordProperty("refused", refused);
  RecordProperty("reported", reported);
  RecordProperty("same", same);
  RecordProperty("by_seal_alone", silent);
  EXPECT_EQ(refused + reported + same + silent, k_mutations);
}

}  // namespace
}  // namespace ntmap::test
