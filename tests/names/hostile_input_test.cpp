#include <gtest/gtest.h>

#include "base/error.hpp"
#include "names/aliases.hpp"
#include "names/damage.hpp"
#include "names/decode_table.hpp"
#include "names/fold.hpp"
#include "names/match.hpp"
#include "names/unicode.hpp"
#include "names/unit_name.hpp"

namespace ntmap::names {
namespace {

/// Random bytes, half of them from an alphabet that reaches deep into the parsers.
std::string hostile(test::Random& random) {
  static const std::string k_alphabet =
      "TtPpXxHh.,-()'\"#019iIvV /\n\r\xE1\xBB\xB3\xCC\x80\xC3\xA0\xC4\x90\xAD\xF5";
  std::string out(random.below(40), '\0');
  const bool any = random.below(2) == 0;
  for (char& c : out)
    c = any ? static_cast<char>(random.below(256)) : k_alphabet[random.below(k_alphabet.size())];
  return out;
}

TEST(HostileInput, DecodersGiveValidNormalText) {
  test::Random random(1);
  for (int i = 0; i < 4000; ++i) {
    const std::string bytes = hostile(random);
    for (const Encoding e :
         {Encoding::utf8, Encoding::cp1252, Encoding::cp1258, Encoding::tcvn3, Encoding::vni}) {
      const std::string text = decode(bytes, e);
      ASSERT_TRUE(is_valid_utf8(text));
      ASSERT_EQ(nfc(text), text);
    }
    encoding_from(bytes);
    bytes_read_as_cp1252(bytes);
  }
}

TEST(HostileInput, KeysAndNamesOfAnyBytes) {
  test::Random random(2);
  for (int i = 0; i < 6000; ++i) {
    const std::string bytes = hostile(random);
    const Key key = fold(bytes);
    ASSERT_EQ(key.folded.size(), key.bare.size());
    ASSERT_TRUE(is_valid_utf8(search_key(bytes)));
    const auto readings = unit_name_readings(bytes);
    ASSERT_FALSE(readings.empty());
    for (const UnitName& name : readings) ASSERT_TRUE(is_valid_utf8(name.name));
    unit_type_from(bytes);
    readability(nfc(bytes));
  }
}

TEST(HostileInput, TablesOfAnyBytes) {
  test::Random random(3);
  for (int i = 0; i < 300; ++i) {
    model::Table table;
    table.columns.resize(2);
    for (model::Column& column : table.columns) {
      column.name = hostile(random);
      for (int row = 0; row < 6; ++row) column.texts.push_back(hostile(random));
    }
    EncodingSource source;
    source.raw = random.below(2) == 0;
    source.declared = hostile(random);
    source.language_id = static_cast<int>(random.below(256));
    decode_table(table, source);
    for (const model::Column& column : table.columns) {
      for (const std::string& text : column.texts) ASSERT_TRUE(is_valid_utf8(text));
    }
  }
}

TEST(HostileInput, AliasFilesAreReadOrRefused) {
  test::Random random(4);
  std::size_t refused = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string csv = "name,code\n" + hostile(random);
    try {
      const auto aliases = parse_aliases(csv, "a.csv");
      ASSERT_EQ(parse_aliases(format_aliases(aliases), "b.csv"), aliases);
    } catch (const base::Error&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 0u);
}

TEST(HostileInput, RowsAndUnitsOfAnyBytes) {
  test::Random random(5);
  std::vector<MatchUnit> units;
  std::vector<MatchRow> rows;
  for (int i = 0; i < 1500; ++i) {
    units.push_back({hostile(random), hostile(random), hostile(random), hostile(random), hostile(random)});
    rows.push_back({hostile(random), hostile(random), hostile(random), hostile(random), hostile(random)});
  }
  rows.push_back({.name = std::string(100000, 'a')});
  rows.push_back({.name = units.front().name});
  const MatchReport report = UnitMatcher(units).match(rows);
  ASSERT_EQ(report.rows.size(), rows.size());
  EXPECT_EQ(report.matched + report.ambiguous + report.unmatched, rows.size());
}

}  // namespace
}  // namespace ntmap::names
