#include "app/project/overlay_text.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace ntmap::app {
namespace {

constexpr const char* k_overlay = R"(# Ngưỡng thử
id = "thu"
vi = "Quyết định 1 \"thử\""
en = "Decision 1"

[set.XA]
threshold = [
  { indicator = "2.1", all = 100 }, # đường, "}" không phải là hết
  { indicator = "2.2", tdmnpb = 80, btb = 90 },
  { indicator = "17.1", value = "a{b}", btb = 1 }, { indicator = "17.1", value = "c", btb = 2 },
]

[set.HUYEN] # sau cùng
threshold = [{ indicator = "5", all = "Đạt" }]
)";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(OverlayText, ARowIsReplacedAndAllElseStays) {
  EXPECT_EQ(with_row_replaced(k_overlay, {"XA", 9, "2.2", "", 0}, {{"indicator", "\"2.2\""}, {"all", "95"}}),
            replaced(k_overlay, "{ indicator = \"2.2\", tdmnpb = 80, btb = 90 }",
                     "{ indicator = \"2.2\", all = 95 }"));
}

TEST(OverlayText, OfTwoRowsInALineTheOneThatIsMeant) {
  EXPECT_EQ(
      with_row_replaced(k_overlay, {"XA", 10, "17.1", "c", 0}, {{"indicator", "\"17.1\""}, {"btb", "3"}}),
      replaced(k_overlay, "{ indicator = \"17.1\", value = \"c\", btb = 2 }",
               "{ indicator = \"17.1\", btb = 3 }"));
  EXPECT_EQ(with_row_removed(k_overlay, {"XA", 10, "17.1", "a{b}", 0}),
            replaced(k_overlay, "{ indicator = \"17.1\", value = \"a{b}\", btb = 1 },", ""));
}

TEST(OverlayText, ARowGoesWithItsLineAndComment) {
  EXPECT_EQ(
      with_row_removed(k_overlay, {"XA", 8, "2.1", "", 0}),
      replaced(k_overlay, "  { indicator = \"2.1\", all = 100 }, # đường, \"}\" không phải là hết\n", ""));
}

TEST(OverlayText, ARowIsAddedBehindTheLast) {
  EXPECT_EQ(with_row_added(k_overlay, "XA", {{"indicator", "\"3.1\""}, {"btb", "7"}}),
            replaced(k_overlay, "btb = 2 },\n", "btb = 2 },\n  { indicator = \"3.1\", btb = 7 },\n"));
  EXPECT_EQ(with_row_added(k_overlay, "HUYEN", {{"indicator", "\"6\""}, {"all", "1"}}),
            replaced(k_overlay, "\"Đạt\" }]", "\"Đạt\" },\n  { indicator = \"6\", all = 1 },]"));
}

TEST(OverlayText, ASetThatIsMissingGetsItsSection) {
  EXPECT_EQ(with_row_added(k_overlay, "TINH", {{"indicator", "\"1\""}, {"all", "1"}}),
            std::string(k_overlay) + "\n[set.TINH]\nthreshold = [\n  { indicator = \"1\", all = 1 },\n]\n");
}

TEST(OverlayText, RowsThatAreSections) {
  const std::string head = "id = \"a\"\n\n[[set.XA.threshold]]\nindicator = \"1\"\nall = 5\n\n";
  const std::string second = "[[set.XA.threshold]]\nindicator = \"2\"\nall = 6\n";
  EXPECT_EQ(with_row_removed(head + second, {"XA", 3, "1", "", 0}), "id = \"a\"\n\n" + second);
  EXPECT_EQ(with_row_replaced(head + second, {"XA", 3, "1", "", 0}, {{"indicator", "\"1\""}, {"all", "7"}}),
            "id = \"a\"\n\n[[set.XA.threshold]]\nindicator = \"1\"\nall = 7\n\n" + second);
  EXPECT_EQ(with_row_added(head + second, "XA", {{"indicator", "\"3\""}, {"all", "7"}}),
            head + second + "\n[[set.XA.threshold]]\nindicator = \"3\"\nall = 7\n");
}

TEST(OverlayText, RefusesARowThatIsNotThere) {
  EXPECT_THROW(with_row_removed(k_overlay, {"XA", 9, "2.1", "", 0}), base::Error);
  EXPECT_THROW(with_row_removed(k_overlay, {"XA", 8, "2.1", "", 2024}), base::Error);
  EXPECT_THROW(with_row_removed("= 1", {"XA", 1, "2.1", "", 0}), base::Error);
}

TEST(OverlayText, ANewOverlaySaysWhatItIsFrom) {
  const std::string text = new_overlay("ha_tinh_nguong", "42", "Quyết định \"2\"");
  EXPECT_EQ(overlay_head(text).document, base::Text("Quyết định \"2\""));
  EXPECT_FALSE(overlay_head(text).illustrative);
  EXPECT_TRUE(overlay_head("illustrative = true").illustrative);
}

}  // namespace
}  // namespace ntmap::app
