#include "app/deck/deck_shapes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::StartsWith;

/// Reads what step_text wrote, as deck.js does.
std::vector<long> steps_of(const std::string& text) {
  std::vector<long> out;
  long value = 0;
  long weight = 1;
  for (const char c : text) {
    const long five = (c == '!' ? 92 : c) - 63;
    value += (five & 31) * weight;
    weight *= 32;
    if (five >= 32) continue;
    out.push_back(value % 2 != 0 ? -(value - 1) / 2 : value / 2);
    value = 0;
    weight = 1;
  }
  return out;
}

TEST(DeckShapes, StepsComeBack) {
  std::string text;
  std::vector<long> steps;
  for (long step = -70000; step <= 70000; step += step > -40 && step < 40 ? 1 : 977) {
    step_text(text, step);
    steps.push_back(step);
  }
  EXPECT_EQ(steps_of(text), steps);
}

TEST(DeckShapes, StepsNeedNoEscapes) {
  std::string text;
  for (long step = -5000; step <= 5000; ++step) step_text(text, step);
  EXPECT_EQ(text.find_first_of("\\\"< "), std::string::npos);
}

TEST(DeckShapes, NeighboursShareTheirBorder) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const std::string json = deck_shapes(*data.units("2023"));
  EXPECT_THAT(json, StartsWith("{\"w\":"));
  // Two by two units: 4 borders inside and 4 outside, each once.
  const std::size_t from = json.find("\"arcs\":\"") + 8;
  const std::string arcs = json.substr(from, json.find('"', from) - from);
  EXPECT_EQ(std::count(arcs.begin(), arcs.end(), ' '), 7);
  // The four inner ones are walked once each way, the outer ones once.
  std::set<long> walked;
  std::string rings = json.substr(json.find("\"rings\"") + 8);
  for (char& c : rings) c = c == '-' || (c >= '0' && c <= '9') ? c : ' ';
  std::istringstream numbers(rings);
  for (long arc = 0; numbers >> arc;) EXPECT_TRUE(walked.insert(arc).second) << "twice the same way: " << arc;
  EXPECT_EQ(std::count_if(walked.begin(), walked.end(),
                          [&](long arc) { return arc >= 0 && walked.contains(~arc); }),
            4)
      << json;
}

}  // namespace
}  // namespace ntmap::app
