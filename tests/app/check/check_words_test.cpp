#include "app/check/check_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

base::Findings findings_of(const test::SampleProject& sample) {
  ProjectData data = sample.data();
  return word_findings(data);
}

TEST(CheckWords, SoundTitlesAreNoNews) {
  EXPECT_THAT(findings_of({}), IsEmpty());
}

TEST(CheckWords, AMisspeltTitleIsTold) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "title_vi = \"Nước sạch\"", "title_vi = \"Mrường NTM và nước sạch\"");
  const base::Findings findings = findings_of(sample);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "text.word-unusual");
  EXPECT_EQ(findings.front().severity, base::Severity::note);
  EXPECT_THAT(findings.front().place.en, HasSubstr("indicator “nuoc”"));
  EXPECT_THAT(findings.front().what.vi, HasSubstr("“Mrường”"));
}

TEST(CheckWords, NamesOfThePlaceAreKnown) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "title_vi = \"Thử\"", "title_vi = \"Xã Đắk Krông theo QĐ\"");
  EXPECT_EQ(findings_of(sample).size(), 2U);
  sample.replace_in("units.geojson", "\"Thạch Lạc\"", "\"ĐẮK Krông\"");
  EXPECT_THAT(findings_of(sample), IsEmpty());
}

}  // namespace
}  // namespace ntmap::app
