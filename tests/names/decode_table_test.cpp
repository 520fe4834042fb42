#include "names/decode_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "names/damage.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

const std::vector<std::string> k_names{"Xã Kỳ Sơn",        "Thị trấn Nghèn", "Xã Phú Gia",   "Xã Đức Thọ",
                                       "Phường Nguyễn Du", "Xã Thạch Vĩnh",  "Xã Hương Khê", "Xã Lộc Yên",
                                       "Phú Gia",          "Cẩm Huy"};

model::Table table_of(const std::function<std::string(const std::string&)>& change) {
  model::Table table;
  table.file = "xa.dbf";
  table.columns.resize(2);
  table.columns[0].name = "MA";
  table.columns[1].name = "TEN";
  for (const std::string& name : k_names) {
    table.columns[0].texts.push_back("00097");
    table.columns[1].texts.push_back(change(name));
  }
  return table;
}

bool has(const base::Findings& findings, std::string_view rule) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const base::Finding& f) { return f.rule == rule; });
}

EncodingSource raw(std::string declared = {}, int language_id = -1, std::optional<Encoding> chosen = {}) {
  return {true, std::move(declared), language_id, chosen};
}

std::string same(const std::string& text) {
  return text;
}

TEST(DecodeTable, RawBytesAreDetectedByColumn) {
  const std::vector<std::pair<Encoding, std::function<std::string(const std::string&)>>> k_ways{
      {Encoding::utf8, same},
      {Encoding::tcvn3, [](const std::string& s) { return test::to_tcvn3(s); }},
      {Encoding::vni, [](const std::string& s) { return test::to_vni(s); }},
      {Encoding::cp1258, [](const std::string& s) { return test::to_cp1258(s); }}};
  for (const auto& [encoding, change] : k_ways) {
    model::Table table = table_of(change);
    const std::vector<std::string> titles{"Biểu 2: Hộ sử dụng nước sạch", "Huyện Đức Thọ, tỉnh Hà Tĩnh"};
    for (const std::string& title : titles) table.titles.push_back(change(title));
    const EncodingReport report = decode_table(table, raw({}, 0x57));
    EXPECT_EQ(table.columns[1].texts, k_names) << encoding_name(encoding);
    EXPECT_EQ(table.titles, titles) << encoding_name(encoding);
    ASSERT_EQ(report.columns.size(), 1u);
    EXPECT_EQ(report.columns[0].encoding, encoding);
    EXPECT_EQ(report.columns[0].by, DecidedBy::detection);
    EXPECT_FALSE(report.findings.empty());
    EXPECT_EQ(report.columns[0].candidates.front().rows.size(), 5u);
    EXPECT_GE(report.columns[0].candidates.size(), 4u);
  }
}

TEST(DecodeTable, EachColumnHasItsOwnEncoding) {
  model::Table table = table_of([](const std::string& s) { return test::to_tcvn3(s); });
  model::Column vni{.name = "HUYEN", .type = model::ColumnType::text, .texts = {}, .numbers = {}};
  for (const std::string& name : k_names) vni.texts.push_back(test::to_vni(name));
  table.columns.push_back(vni);
  const EncodingReport report = decode_table(table, raw());
  EXPECT_EQ(table.columns[1].texts, k_names);
  EXPECT_EQ(table.columns[2].texts, k_names);
  EXPECT_TRUE(has(report.findings, "encoding.legacy-font"));
}

TEST(DecodeTable, TextsThatCameAsUtf8MayBeInDisguise) {
  const std::vector<std::pair<Disguise, std::function<std::string(const std::string&)>>> k_ways{
      {Disguise::tcvn3, [](const std::string& s) { return test::as_latin1_text(test::to_tcvn3(s)); }},
      {Disguise::vni, [](const std::string& s) { return test::as_latin1_text(test::to_vni(s)); }},
      {Disguise::cp1258, [](const std::string& s) { return test::as_latin1_text(test::to_cp1258(s)); }},
      {Disguise::mojibake, [](const std::string& s) { return test::as_latin1_text(s); }}};
  for (const auto& [disguise, change] : k_ways) {
    model::Table table = table_of(change);
    const EncodingReport report = decode_table(table, {});
    EXPECT_EQ(table.columns[1].texts, k_names);
    ASSERT_EQ(report.columns.size(), 1u);
    EXPECT_EQ(report.columns[0].disguise, disguise);
    EXPECT_TRUE(has(report.findings, disguise == Disguise::mojibake || disguise == Disguise::cp1258
                                         ? "encoding.mojibake"
                                         : "encoding.legacy-font"));
  }
}

TEST(DecodeTable, Windows1258ReadAsLatin1IsRestoredAlsoInShortColumns) {
  const auto misread = [](const std::string& s) { return test::as_latin1_text(test::to_cp1258(s)); };
  for (const std::vector<std::string>& names : {std::vector<std::string>{"Phường", "Xã", "Thị trấn"},
                                                {"Xã"},
                                                {"Thành phố Hà Tĩnh", "Thị xã Hồng Lĩnh"},
                                                {"Nam Hà", "Bắc Hà", "Tân Giang", "Đại Nài", "Hà Huy Tập"},
                                                {"Hưng Trí", "Kỳ Hưng"},
                                                {"Xã Hương Khê", "XÃ KỲ ANH", "Lụng", "Giò Quỳ"}}) {
    for (const bool said : {false, true}) {
      model::Table table;
      table.columns.resize(1);
      for (const std::string& name : names) table.columns[0].texts.push_back(misread(name));
      const EncodingReport report =
          decode_table(table, said ? EncodingSource{.chosen = Encoding::cp1258} : EncodingSource{});
      EXPECT_EQ(table.columns[0].texts, names);
      EXPECT_EQ(typed_in(report.columns.front()), Encoding::cp1258);
      EXPECT_EQ(has(report.findings, "encoding.chosen-wrong"), false);
    }
  }
}

/// Tones on vowels that Windows-1258 writes behind a letter: no evidence where the word is Vietnamese.
TEST(DecodeTable, SoundNamesAreNotTakenForWindows1258) {
  for (const std::vector<std::string>& typed : {std::vector<std::string>{"Giò", "Quì", "Lý", "Vãn", "Sõn"},
                                                {"Xã Luòng", "Hòa Bình", "Ðông Hà"},
                                                {"Bình Hòa", "Trà Cò", "ĐỒNG GIÒ", "THỊ XÃ"}}) {
    model::Table table;
    table.columns.resize(1);
    table.columns[0].texts = typed;
    decode_table(table, {});
    EXPECT_EQ(table.columns[0].texts, typed);
    for (const std::string& name : typed) EXPECT_FALSE(shows(Disguise::cp1258, name)) << name;
  }
}

TEST(DecodeTable, ColumnsOfMixedOriginAreReadCellByCell) {
  model::Table table = table_of(same);
  table.columns[1].texts[0] = test::as_latin1_text(test::to_tcvn3(k_names[0]));
  decode_table(table, {});
  EXPECT_EQ(table.columns[1].texts, k_names);
}

std::string place_of(const base::Findings& findings, std::string_view rule) {
  for (const base::Finding& f : findings) {
    if (f.rule == rule) return f.place.en;
  }
  return "nothing";
}

TEST(DecodeTable, BytesOfTwoTablesPutTogetherAreReadCellByCell) {
  const std::vector<std::pair<Encoding, std::function<std::string(const std::string&)>>> k_ways{
      {Encoding::tcvn3, [](const std::string& s) { return test::to_tcvn3(s); }},
      {Encoding::vni, [](const std::string& s) { return test::to_vni(s); }},
      {Encoding::cp1258, [](const std::string& s) { return test::to_cp1258(s); }}};
  for (const auto& [encoding, change] : k_ways) {
    model::Table table = table_of(same);
    for (std::size_t row = 0; row < 5; ++row) table.columns[1].texts[row] = change(k_names[row]);
    for (const EncodingSource& source : {raw(), raw("UTF-8"), raw({}, 0x57)}) {
      model::Table read = table;
      const EncodingReport report = decode_table(read, source);
      EXPECT_EQ(read.columns[1].texts, k_names) << encoding_name(encoding);
      ASSERT_EQ(report.columns.size(), 1u);
      EXPECT_EQ(report.columns[0].encoding, Encoding::utf8);
      EXPECT_EQ(report.columns[0].others, encoding);
      EXPECT_EQ(place_of(report.findings, "encoding.mixed"), "row 1, 2, 3, 4, 5, column TEN");
    }
  }
}

TEST(DecodeTable, TextsOfTwoKindsAreReadCellByCellAndTold) {
  const auto abc = [](const std::string& s) { return test::as_latin1_text(test::to_tcvn3(s)); };
  model::Table table = table_of(same);
  for (std::size_t row = 0; row < 5; ++row) table.columns[1].texts[row] = abc(k_names[row]);
  table.columns[1].texts[8] = "Phó Gia";
  EncodingReport report = decode_table(table, {});
  EXPECT_EQ(table.columns[1].texts[0], k_names[0]);
  EXPECT_EQ(table.columns[1].texts[8], "Phó Gia") << "good Unicode, though TCVN3 reads as well";
  EXPECT_NE(place_of(report.findings, "encoding.mixed"), "nothing");
  EXPECT_THAT(place_of(report.findings, "encoding.either-way"), testing::HasSubstr("9"));
}

TEST(DecodeTable, MojibakeThatLostItsBlanksIsRestored) {
  const std::vector<std::string> names{"Xã Thạch Hà", "Xã Cẩm Hà", "Thanh Hà",      "Xã Hàng Gòn",
                                       "Hà Linh",     "Xã Kỳ Hà",  "Huyện Hà Tĩnh", "Xã Đàn"};
  for (const std::string& blank : {std::string(), std::string(" ")}) {
    model::Table table;
    table.columns.resize(1);
    table.columns[0].name = "TEN";
    for (const std::string& name : names) {
      std::string text = test::as_latin1_text(name);
      for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) {
        text.replace(at, 2, blank);
      }
      while (text.ends_with(' ')) text.pop_back();
      // Without any blank "HÃng" says nothing of what was lost.
      if (blank.empty() && (name.find("Hàng") != std::string::npos || name == "Xã Đàn"))
        text = test::as_latin1_text(name);
      table.columns[0].texts.push_back(text);
    }
    decode_table(table, {});
    EXPECT_EQ(table.columns[0].texts, names);
  }
}

/// The text as a program leaves it that reads UTF-8 as Windows-1252 and drops bytes that are not defined
/// there.
std::string without_undefined_bytes(const std::string& text, const char* sign) {
  std::string out;
  for (const char c : text) {
    const bool defined = std::string_view("\x81\x8D\x8F\x90\x9D").find(c) == std::string_view::npos;
    out += defined ? test::as_latin1_text(std::string(1, c)) : sign;
  }
  return out;
}

TEST(DecodeTable, MojibakeThatLostUndefinedBytesIsRestoredWhereOneLetterFits) {
  const std::vector<std::string> names{"Phường",     "Xã Trường Sơn", "Nam Điền", "Xã Ngọc Sơn", "Thiên Lộc",
                                       "Xã Đức Thọ", "Xã Quang Thọ",  "Ích Hậu",  "Hà Linh",     "Đỉnh Bàn"};
  std::vector<std::string> expected = names;
  expected[5] = "Xã Đức Th\uFFFD";  // Thề, Thọ, Thỏ, Thờ
  expected[6] = "Xã Quang Th\uFFFD";
  expected[7] = "\uFFFDch Hậu";              // Ách or Ích
  for (const char* sign : {"", "\uFFFD"}) {  // dropped, or shown as lost
    model::Table table;
    table.columns.resize(1);
    table.columns[0].name = "TEN";
    for (const std::string& name : names)
      table.columns[0].texts.push_back(without_undefined_bytes(name, sign));
    const EncodingReport report = decode_table(table, {});
    EXPECT_EQ(table.columns[0].texts, expected);
    EXPECT_EQ(place_of(report.findings, "encoding.bytes-lost"), "row 6, 7, 8, column TEN");
    EXPECT_FALSE(has(report.findings, "encoding.not-restored"));
  }
}

TEST(DecodeTable, MojibakeThatCannotBeRestoredIsNamed) {
  model::Table table;
  table.columns.resize(1);
  table.columns[0].name = "TEN";
  table.columns[0].texts = {test::as_latin1_text("Xã Kỳ Sơn"), test::as_latin1_text("Xã Kỳ Anh"),
                            test::as_latin1_text("Xã Hương Kh\xE1")};
  const EncodingReport report = decode_table(table, {});
  EXPECT_EQ(table.columns[0].texts[0], "Xã Kỳ Sơn");
  EXPECT_EQ(place_of(report.findings, "encoding.not-restored"), "row 3, column TEN");
}

TEST(DecodeTable, CapitalsWithATildeAreNoMojibake) {
  for (const std::vector<std::string>& names : {std::vector<std::string>{"XÃ", "XÃ", "XÃ"},
                                                {"XÃ THANH", "XÃ CAN"},
                                                {"LÃNG", "Thon LÃNG"},
                                                {"Xã Hà", "XÃ Can Long", "XÃ"}}) {
    model::Table table;
    table.columns.resize(1);
    table.columns[0].texts = names;
    decode_table(table, {});
    EXPECT_EQ(table.columns[0].texts, names);
  }
}

TEST(DecodeTable, GoodTextIsLeftAloneWithoutAWord) {
  model::Table table = table_of([](const std::string& s) { return test::to_nfd(s); });
  const EncodingReport report = decode_table(table, {});
  EXPECT_EQ(table.columns[1].texts, k_names);
  EXPECT_TRUE(report.findings.empty());
}

/// "Xã Ích cên" (for Ích Yên) would read better as TCVN3, by chance: "Xó Ých cờn".
TEST(DecodeTable, AMistakeThatReadsWellInAnotherEncodingIsNoLegacyFont) {
  model::Table table = table_of(same);
  for (const char* mistake : {"Xã Ích cên", "Xã Phú Gca", "Xã Lâc Hà", "Xã Hàc Trung", "Xã Bình Hòcc",
                              "Xã Lãcm Hà", "Xã Tânc", "Xã Vàcng", "Xã Sơn Hàc"}) {
    table.columns[0].texts.push_back("00097");
    table.columns[1].texts.push_back(mistake);
  }
  const std::vector<std::string> typed = table.columns[1].texts;
  const EncodingReport report = decode_table(table, {});
  EXPECT_EQ(table.columns[1].texts, typed);
  EXPECT_FALSE(has(report.findings, "encoding.legacy-font"));
}

/// "Lôc" is Lộc without its tone, and reads as Lục in TCVN3: no evidence of a font.
TEST(DecodeTable, LostTonesAreNoLegacyFont) {
  for (const std::vector<std::string>& typed : {std::vector<std::string>{"Quang Lôc", "Quang Lục"},
                                                {"Quang Lôc"},
                                                {"Quang Lôc", "Xuân Lôc", "Thôn Đôc"},
                                                {"Xã Lôc Yên", "Xã Phú Lôc", "Kì Tân"},
                                                {"Thach Lôc", "Câm Huy", "Hương Sơn"}}) {
    model::Table table;
    table.columns.resize(1);
    table.columns[0].texts = typed;
    const EncodingReport report = decode_table(table, {});
    EXPECT_EQ(table.columns[0].texts, typed);
    EXPECT_TRUE(report.findings.empty());
    EXPECT_EQ(report.columns.front().disguise, Disguise::none);
  }
}

TEST(DecodeTable, ShortColumnsOfAFontAreRecognised) {
  const auto tcvn3 = [](const std::string& s) { return test::as_latin1_text(test::to_tcvn3(s)); };
  const auto vni = [](const std::string& s) { return test::as_latin1_text(test::to_vni(s)); };
  for (const std::vector<std::string>& names : {std::vector<std::string>{"Xã Lộc Yên"},
                                                {"Xã Phú Gia", "Xã Kỳ Sơn"},
                                                {"Thị trấn Nghèn"},
                                                {"Sơn Tây"},
                                                {"Nguyễn Du", "Phú Gia"},
                                                {"Lê Lợi", "Tôn Thất", "Khuê"}}) {
    for (const auto& change : std::vector<std::function<std::string(const std::string&)>>{tcvn3, vni}) {
      model::Table table;
      table.columns.resize(1);
      for (const std::string& name : names) table.columns[0].texts.push_back(change(name));
      decode_table(table, {});
      EXPECT_EQ(table.columns[0].texts, names);
    }
  }
}

TEST(DecodeTable, OneCellOfAFontMakesNoColumnOfIt) {
  model::Table table = table_of(same);
  table.columns[1].texts[0] = test::as_latin1_text(test::to_tcvn3(k_names[0]));
  const EncodingReport report = decode_table(table, {});
  EXPECT_EQ(typed_in(report.columns.front()), Encoding::utf8);
  EXPECT_TRUE(report.columns.front().half);
  EXPECT_FALSE(has(report.findings, "encoding.legacy-font"));
  EXPECT_EQ(place_of(report.findings, "encoding.mixed"), "row 1, column TEN");
}

TEST(DecodeTable, AChoiceThatCannotBeIsTold) {
  for (const Encoding chosen : {Encoding::cp1258, Encoding::tcvn3, Encoding::vni}) {
    model::Table table = table_of(same);
    const EncodingReport report = decode_table(table, {false, {}, -1, chosen});
    ASSERT_EQ(report.columns.size(), 1u);
    EXPECT_TRUE(has(report.findings, "encoding.chosen-wrong")) << encoding_name(chosen);
    EXPECT_FALSE(has(report.findings, "encoding.legacy-font")) << encoding_name(chosen);
    EXPECT_NE(report.columns.front().by, DecidedBy::user) << encoding_name(chosen);
    if (chosen == Encoding::cp1258) {
      EXPECT_EQ(table.columns[1].texts, k_names);
    }
  }
  model::Table bytes = table_of([](const std::string& s) { return test::to_cp1258(s); });
  EXPECT_TRUE(has(decode_table(bytes, raw({}, -1, Encoding::utf8)).findings, "encoding.chosen-wrong"));
  model::Table font = table_of([](const std::string& s) { return test::to_tcvn3(s); });
  for (const Encoding chosen : {Encoding::cp1258, Encoding::cp1252, Encoding::vni}) {
    model::Table copy = font;
    EXPECT_TRUE(has(decode_table(copy, raw({}, -1, chosen)).findings, "encoding.chosen-wrong"))
        << encoding_name(chosen);
  }
  EXPECT_FALSE(has(decode_table(font, raw({}, -1, Encoding::tcvn3)).findings, "encoding.chosen-wrong"));
  model::Table utf8 = table_of(same);
  EXPECT_FALSE(has(decode_table(utf8, {false, {}, -1, Encoding::utf8}).findings, "encoding.chosen-wrong"));
}

TEST(DecodeTable, TheUserComesFirst) {
  model::Table table = table_of([](const std::string& s) { return test::to_tcvn3(s); });
  const EncodingReport report = decode_table(table, raw("UTF-8", 0x03, Encoding::vni));
  EXPECT_EQ(report.columns[0].by, DecidedBy::user);
  EXPECT_NE(table.columns[1].texts, k_names);
  model::Table again = table_of([](const std::string& s) { return test::as_latin1_text(test::to_tcvn3(s)); });
  EXPECT_EQ(decode_table(again, EncodingSource{false, {}, -1, Encoding::tcvn3}).columns[0].by,
            DecidedBy::user);
  EXPECT_EQ(again.columns[1].texts, k_names);
}

TEST(DecodeTable, DeclarationBeforeLanguageIdBeforeDetection) {
  model::Table table = table_of([](const std::string& s) { return test::to_cp1258(s); });
  EXPECT_EQ(decide_encoding(table, raw("\xEF\xBB\xBF"
                                       "ANSI 1258\r\n",
                                       0x03))
                .columns[0]
                .by,
            DecidedBy::declaration);
  const model::Table font = table_of([](const std::string& s) { return test::to_tcvn3(s); });
  EXPECT_EQ(decide_encoding(font, raw("", 0x03)).columns[0].by, DecidedBy::language_id);
  EXPECT_EQ(decide_encoding(table, raw("", 0x57)).columns[0].by, DecidedBy::detection);
  decode_table(table, raw("ANSI 1258"));
  EXPECT_EQ(table.columns[1].texts, k_names);
}

TEST(DecodeTable, WhatIsSaidGivesWayToWordsThatAreVietnameseOtherwise) {
  struct Case {
    std::function<std::string(const std::string&)> write;
    std::string declared;
    int language_id;
    bool told;  ///< of a font on Windows-1252 the conversion is told, and nothing is contradicted
  };
  const auto vietnamese = [](const std::string& s) { return test::to_cp1258(s); };
  const auto tcvn3 = [](const std::string& s) { return test::to_tcvn3(s); };
  const auto vni = [](const std::string& s) { return test::to_vni(s); };
  for (const Case& one :
       {Case{vietnamese, "", 0x03, true}, Case{vietnamese, "", 0x58, true}, Case{vietnamese, "1252", 0, true},
        Case{vietnamese, "ANSI 1252", -1, true}, Case{vietnamese, "ISO-8859-1", -1, true},
        Case{tcvn3, "1258", -1, true}, Case{vni, "1258", -1, true}, Case{tcvn3, "1252", -1, false},
        Case{vni, "", 0x03, false}, Case{vietnamese, "1258", -1, false}}) {
    model::Table table = table_of(one.write);
    const EncodingReport report = decode_table(table, raw(one.declared, one.language_id));
    EXPECT_EQ(table.columns[1].texts, k_names) << one.declared << one.language_id;
    EXPECT_EQ(has(report.findings, "encoding.declared-wrong"), one.told) << one.declared << one.language_id;
  }
}

TEST(DecodeTable, AWestTextStaysAsItsFileSays) {
  model::Table table;
  table.columns.resize(1);
  table.columns[0].texts = {"Caf\xE9 de la R\xE9publique", "H\xF4tel", "Ph\xE2n x\xE3"};
  const EncodingReport report = decode_table(table, raw("1252"));
  EXPECT_EQ(table.columns[0].texts[0], "Café de la République");
  EXPECT_EQ(table.columns[0].texts[1], "Hôtel");
  EXPECT_FALSE(has(report.findings, "encoding.declared-wrong"));
}

TEST(DecodeTable, DeclarationsThatCannotBeTrueAreSaid) {
  model::Table table = table_of([](const std::string& s) { return test::to_tcvn3(s); });
  const EncodingReport wrong = decode_table(table, raw("UTF-8"));
  EXPECT_EQ(table.columns[1].texts, k_names);
  EXPECT_TRUE(has(wrong.findings, "encoding.declared-wrong"));
  model::Table utf8 = table_of(same);
  EXPECT_TRUE(has(decode_table(utf8, raw("big5")).findings, "encoding.declared-unknown"));
  EXPECT_EQ(utf8.columns[1].texts, k_names);
}

// A .cpg or language id that names another encoding must not spoil bytes that are UTF-8 from end to end.
TEST(DecodeTable, Utf8DeclaredAsAnotherEncodingStaysUtf8) {
  for (const EncodingSource& source : {raw("1252"), raw("ANSI 1258"), raw("TCVN3"), raw("", 0x03)}) {
    model::Table table = table_of(same);
    const EncodingReport report = decode_table(table, source);
    EXPECT_EQ(table.columns[1].texts, k_names);
    EXPECT_EQ(report.columns[0].encoding, Encoding::utf8);
    EXPECT_EQ(has(report.findings, "encoding.declared-wrong"), !source.declared.empty());
  }
}

TEST(DecodeTable, TextsCutInTheMiddleOfALetterStayUtf8) {
  model::Table table = table_of(same);
  table.columns[1].texts[0] = "Xã K\xE1\xBB";
  const EncodingReport report = decode_table(table, raw());
  EXPECT_EQ(report.columns[0].encoding, Encoding::utf8);
  EXPECT_TRUE(has(report.findings, "encoding.broken-utf8"));
  EXPECT_TRUE(is_valid_utf8(table.columns[1].texts[0]));
}

TEST(DecodeTable, OneBadByteInAShortColumnLeavesItUtf8) {
  model::Table table;
  table.columns.resize(1);
  table.columns[0].name = "TEN";
  table.columns[0].texts = {"Xã Kỳ Sơn", "Thạch H\xFF", "ABC"};
  table.source_row = {2, 3, 4};
  const EncodingReport report = decode_table(table, raw());
  EXPECT_EQ(report.columns[0].encoding, Encoding::utf8);
  EXPECT_EQ(table.columns[0].texts[0], "Xã Kỳ Sơn");
  EXPECT_EQ(table.columns[0].texts[1], "Thạch H\uFFFD");
  ASSERT_TRUE(has(report.findings, "encoding.broken-utf8"));
  for (const base::Finding& finding : report.findings) {
    if (finding.rule != "encoding.broken-utf8") continue;
    EXPECT_EQ(finding.place.en, "row 3, column TEN");
  }
}

TEST(DecodeTable, LettersThatWereLostInWritingAreTold) {
  model::Table table;
  table.columns.resize(1);
  table.columns[0].name = "TEN";
  table.columns[0].texts = {"K? S?n", "Ai?", "http://a.vn/?x=1", "?"};
  table.source_row = {2, 3, 4, 5};
  const EncodingReport report = decode_table(table, raw());
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].rule, "encoding.letters-lost");
  EXPECT_EQ(report.findings[0].place.en, "row 2, column TEN");
}

std::string to_latin1(const std::string& utf8) {
  std::string out;
  for (const char32_t c : to_u32(utf8)) out += static_cast<char>(c);
  return out;
}

TEST(DecodeTable, ShortLatin1ColumnsAreNoLegacyFont) {
  for (const std::vector<std::string>& names : {std::vector<std::string>{"Xã Hòa Hà", "Xã Kì Phú"},
                                                {"Hà Nam"},
                                                {"São Tomé", "Café Müller", "Besançon"}}) {
    model::Table table;
    table.columns.resize(1);
    for (const std::string& name : names) table.columns[0].texts.push_back(to_latin1(name));
    decode_table(table, raw());
    EXPECT_EQ(table.columns[0].texts, names);
  }
}

TEST(DecodeTable, AColumnThatReadsAlikeFollowsTheOthers) {
  model::Table table = table_of([](const std::string& s) { return test::to_tcvn3(s); });
  table.columns.push_back({"HUYEN", model::ColumnType::text, {}, {}});
  table.columns[2].texts.assign(k_names.size(), test::to_tcvn3("Kỳ Anh"));
  decode_table(table, raw());
  EXPECT_EQ(table.columns[2].texts.front(), "Kỳ Anh");
}

TEST(DecodeTable, WhatNoEncodingExplainsIsDoubted) {
  model::Table table;
  table.columns.resize(1);
  table.columns[0].texts = {"\xFF\xFE\xFD", "\xA4\xA4\x85"};
  const EncodingReport report = decode_table(table, raw());
  EXPECT_TRUE(has(report.findings, "encoding.unclear"));
  for (const std::string& text : table.columns[0].texts) EXPECT_TRUE(is_valid_utf8(text));
}

TEST(DecodeTable, C1ControlsAreReported) {
  model::Table table;
  table.columns.resize(1);
  table.columns[0].texts = {"abc\xC2\x81"};
  EXPECT_TRUE(has(decode_table(table, {}).findings, "encoding.c1-controls"));
}

TEST(DecodeTable, HeadersAreDecodedToo) {
  model::Table table = table_of([](const std::string& s) { return test::to_tcvn3(s); });
  table.columns[1].name = test::to_tcvn3("Tên đơn vị");
  decode_table(table, raw());
  EXPECT_EQ(table.columns[1].name, "Tên đơn vị");
}

TEST(DecodeTable, EmptyAndAsciiTablesNeedNoDecision) {
  model::Table table;
  EXPECT_TRUE(decode_table(table, raw()).columns.empty());
  table.columns.resize(1);
  table.columns[0].texts = {"", "abc"};
  EXPECT_TRUE(decode_table(table, raw("x")).columns.empty());
}

}  // namespace
}  // namespace ntmap::names
