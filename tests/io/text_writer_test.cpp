#include "io/text_writer.hpp"

#include <gtest/gtest.h>

#include "io/utf_reader.hpp"

#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>

#include "base/error.hpp"

namespace ntmap::io {
namespace {

template <class Value>
std::string json(Value value) {
  std::string out;
  append_json(out, value);
  return out;
}

std::string coordinate(double degrees) {
  const std::int64_t xy[] = {to_1e7(degrees), 0};
  std::string out;
  append_coordinates(out, xy);
  return out.substr(1, out.size() - 4);
}

/// printf's own digits without trailing zeros.
std::string by_printf(double degrees) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.7f", degrees);
  std::string out = buffer;
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out == "-0" ? "0" : out;
}

TEST(JsonText, EscapesWhatJsonDemands) {
  EXPECT_EQ(json(std::string_view("Xã \"Đắk\\Lắk\"\n\t\r\x01")), "\"Xã \\\"Đắk\\\\Lắk\\\"\\n\\t\\r\\u0001\"");
}

TEST(JsonText, RefusesWhatIsNotUtf8) {
  EXPECT_THROW(json(std::string_view("X\xe3")), base::Error);
  EXPECT_THROW(xml("X\xe3"), base::Error);
}

TEST(JsonNumber, IsShortestAndNullWhenNotFinite) {
  EXPECT_EQ(json(98.5), "98.5");
  EXPECT_EQ(json(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(json(-7.0), "-7");
  EXPECT_EQ(json(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(json(-std::numeric_limits<double>::infinity()), "null");
}

TEST(Utf8, KnowsGoodFromBad) {
  for (const char* good : {"", "abc", "Ắ ộ Đ", "\xF0\x9F\x97\xBA", "\xEE\x80\x80", "\xC2\x80"}) {
    EXPECT_TRUE(is_utf8(good)) << good;
  }
  for (const char* bad : {"\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3",
                          "\xE1\xBA", "\xF0\x9F\x97", "\xFF", "a\xC3(b"}) {
    EXPECT_FALSE(is_utf8(bad));
  }
}

TEST(Xml, EscapesMarkupAndDropsControls) {
  EXPECT_EQ(xml("<a b=\"c\"> & \x01Đ\n"), "&lt;a b=&quot;c&quot;&gt; &amp;  Đ\n");
}

TEST(Coordinates, AreWrittenWithoutTrailingZeros) {
  EXPECT_EQ(coordinate(105), "105");
  EXPECT_EQ(coordinate(-0.5), "-0.5");
  EXPECT_EQ(coordinate(-0.00000001), "0");
  EXPECT_EQ(coordinate(0.0000001), "0.0000001");
  EXPECT_EQ(coordinate(-180), "-180");
  EXPECT_EQ(coordinate(9.0000010), "9.000001");
}

TEST(Coordinates, RoundTiesByTheExactValue) {
  // 0.00000005 is a little over the tie as a double, 0.00000015 a little under; 2^-8 ties exactly.
  for (const double value : {0.00000005, 0.00000015, 105.12345675, 18.00000025, 0.00390625, 1.01171875}) {
    EXPECT_EQ(coordinate(value), by_printf(value)) << value;
  }
}

TEST(Coordinates, EqualPrintfOnRandomNumbers) {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> degrees(-180, 180);
  for (int i = 0; i < 100'000; ++i) {
    const double any = degrees(random);
    const double near_tie = static_cast<double>(to_1e7(any)) / 1e7 + 0.5e-7;
    ASSERT_EQ(coordinate(any), by_printf(any));
    ASSERT_EQ(coordinate(near_tie), by_printf(near_tie));
  }
}

}  // namespace
}  // namespace ntmap::io
