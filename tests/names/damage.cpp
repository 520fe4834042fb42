#include "names/damage.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>

#include "names/unicode.hpp"

namespace ntmap::test {
namespace {

using names::MatchRow;

std::string map_letters(std::string_view text, const std::function<char32_t(char32_t)>& change) {
  std::u32string out;
  for (const char32_t c : names::to_u32(text)) out += change(c);
  return names::to_utf8(out);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

using Change = std::function<std::string(const std::string&)>;

/// Damages name and district alike; does not apply where the name stays as it was.
Damage everywhere(std::string name, Change change) {
  return {std::move(name), [change](const MatchRow& row, Random&) -> std::optional<MatchRow> {
            MatchRow out{.name = change(row.name), .district = change(row.district)};
            if (out.name == row.name) return std::nullopt;
            return out;
          }};
}

Damage encoded(std::string name, Change change) {
  Damage out = everywhere(std::move(name), std::move(change));
  out.encodes = true;
  return out;
}

std::string to_upper(const std::string& text) {
  return map_letters(text, [](char32_t c) { return names::is_upper(c) ? c : capital_of(c); });
}

std::string to_lower(const std::string& text) {
  return map_letters(text, [](char32_t c) { return names::lower(c); });
}

/// The modern placement: hoà, thuỷ.
std::string modern_tones(const std::string& text) {
  static const std::vector<std::pair<std::string, std::string>> k_pairs{
      {"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"}, {"òe", "oè"}, {"óe", "oé"},
      {"ỏe", "oẻ"}, {"ùy", "uỳ"}, {"úy", "uý"}, {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"}};
  std::string out = text;
  for (const auto& [old_style, modern] : k_pairs) out = replaced(out, old_style, modern);
  return out;
}

std::string i_for_y(const std::string& text) {
  static const std::vector<std::pair<std::string, std::string>> k_pairs{
      {"Kỳ", "Kì"}, {"kỳ", "kì"}, {"Mỹ", "Mĩ"}, {"mỹ", "mĩ"}, {"Quý", "Quí"}, {"Lý", "Lí"}, {"Sỹ", "Sĩ"}};
  std::string out = text;
  for (const auto& [y, i] : k_pairs) out = replaced(out, y, i);
  return out;
}

/// Caps Lock left on: "xÃ kỲ aNH".
std::string swapped_case(const std::string& text) {
  return map_letters(text, [](char32_t c) { return names::is_upper(c) ? names::lower(c) : capital_of(c); });
}

Damage random_case() {
  return {"random case", [](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
            const auto change = [&](const std::string& text) {
              return map_letters(text, [&](char32_t c) {
                if (random.below(3) != 0) return c;
                return names::is_upper(c) ? names::lower(c) : capital_of(c);
              });
            };
            return MatchRow{.name = change(row.name), .district = change(row.district)};
          }};
}

/// UTF-8 read as Windows-1252, whose blanks that do not break are trimmed or made plain ones.
Damage mojibake_without_blanks() {
  return {"mojibake, blanks lost",
          [](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
            const bool trimmed = random.below(2) == 0;
            const auto change = [&](const std::string& text) {
              std::string out = as_latin1_text(text);
              out = trimmed ? replaced(out, "\u00A0 ", " ") : replaced(out, "\u00A0", " ");
              if (out.ends_with("\u00A0")) out.resize(out.size() - 2);
              while (out.ends_with(' ')) out.pop_back();
              return out;
            };
            MatchRow out{.name = change(row.name), .district = change(row.district)};
            return out.name == as_latin1_text(row.name) ? std::nullopt : std::optional(out);
          },
          true};
}

Damage numerals() {
  return {"numerals", [](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
            const char digit = row.name.back();
            const bool alone = row.name[row.name.size() - 2] == ' ';
            if (digit < '1' || digit > '9' || !alone) return std::nullopt;
            static const std::array<std::string, 3> k_roman{"I", "II", "III"};
            std::string stem = row.name.substr(0, row.name.size() - 1);
            if (digit > '3' || random.below(2) == 0)
              return MatchRow{.name = stem + "0" + digit, .district = row.district};
            stem += k_roman[static_cast<std::size_t>(digit - '1')];
            return MatchRow{.name = stem, .district = row.district};
          }};
}

Damage prefixes() {
  static const std::map<std::string, std::vector<std::string>> k_forms{
      {"Xã ", {"X. ", "X.", "x.", "XÃ ", "", "X ", "1. Xã ", "UBND xã "}},
      {"Phường ", {"P. ", "P.", "P ", "F.", "phường ", ""}},
      {"Thị trấn ", {"TT. ", "TT.", "TT ", "T.T ", "TTr. ", "T.Trấn ", "T/trấn ", "Tt "}},
      {"Huyện ", {"H. ", "H.", "H ", "huyện ", ""}},
      {"Thị xã ", {"TX. ", "TX.", "Tx ", "T.X "}},
      {"Thành phố ", {"TP. ", "TP.", "Tp ", "T.P ", "T. Phố "}}};
  const auto change = [](const std::string& text, Random& random) {
    for (const auto& [prefix, forms] : k_forms) {
      if (text.starts_with(prefix)) return forms[random.below(forms.size())] + text.substr(prefix.size());
    }
    return text;
  };
  return {"prefix forms", [change](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
            return MatchRow{.name = change(row.name, random), .district = change(row.district, random)};
          }};
}

Damage blanks() {
  return {"blanks and hyphens", [](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
            static const std::array<std::string, 5> k_forms{"  ", "-", " - ", "\u00A0", "_"};
            const std::string& form = k_forms[random.below(k_forms.size())];
            const std::size_t name_at = row.name.find(' ', row.name.starts_with("Thị trấn") ? 11 : 0);
            if (name_at == std::string::npos) return std::nullopt;
            const std::string head = row.name.substr(0, name_at);
            return MatchRow{.name = " " + head + replaced(row.name.substr(name_at), " ", form) + " ",
                            .district = replaced(row.district, " ", "  ")};
          }};
}

/// Puts one scanner's mistake into a text, at a random place where one is possible.
std::optional<std::string> scanned(const std::string& text, std::size_t from, Random& random) {
  static const std::vector<std::pair<std::u32string, std::u32string>> k_mistakes{
      {U"l", U"1"}, {U"l", U"I"}, {U"i", U"1"},  {U"i", U"l"}, {U"m", U"rn"}, {U"o", U"0"},  {U"ộ", U"0"},
      {U"c", U"e"}, {U"e", U"c"}, {U"u", U"ii"}, {U"đ", U"d"}, {U"Đ", U"D"},  {U"ư", U"u"},  {U"ơ", U"o"},
      {U"à", U"á"}, {U"á", U"à"}, {U"ã", U"ả"},  {U"ạ", U"a"}, {U"ă", U"â"},  {U"ỳ", U"ý"},  {U"ĩ", U"ỉ"},
      {U"ô", U"o"}, {U"ê", U"e"}, {U"ế", U"é"},  {U"ồ", U"ô"}, {U"ồ", U"ò"},  {U"ị", U"i"},  {U"ươ", U"uơ"},
      {U"ỹ", U"y"}, {U"ẩ", U"ẫ"}, {U"ắ", U"ấ"},  {U"ọ", U"o"}, {U"L", U"I"},  {U"h", U"b"},  {U"n", U"u"},
      {U"g", U"q"}, {U"t", U"l"}, {U"S", U"5"},  {U"B", U"8"}, {U"ứ", U"ú"},  {U"iê", U"ie"}};
  const std::u32string letters = names::to_u32(text);
  std::vector<std::u32string> results;
  for (const auto& [right, wrong] : k_mistakes) {
    for (std::size_t at = letters.find(right, from); at != std::u32string::npos;
         at = letters.find(right, at + 1)) {
      std::u32string damaged = letters;
      results.push_back(damaged.replace(at, right.size(), wrong));
    }
  }
  if (results.empty()) return std::nullopt;
  return names::to_utf8(results[random.below(results.size())]);
}

std::size_t name_begin(const std::string& text) {
  for (const std::string_view prefix : {"Xã ", "Phường ", "Thị trấn ", "Huyện ", "Thị xã ", "Thành phố "}) {
    if (text.starts_with(prefix)) return names::to_u32(prefix).size();
  }
  return 0;
}

Damage scanner() {
  return {"one wrong letter", [](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
            const auto name = scanned(row.name, name_begin(row.name), random);
            if (!name) return std::nullopt;
            return MatchRow{.name = *name, .district = row.district};
          }};
}

Damage scanner_anywhere() {
  return {"one wrong letter, type too", [](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
            const auto name = scanned(row.name, 0, random);
            if (!name) return std::nullopt;
            return MatchRow{.name = *name, .district = row.district};
          }};
}

Damage damaged_district() {
  return {"damaged district", [](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
            if (row.district.empty()) return std::nullopt;
            const auto district = scanned(row.district, 0, random);
            if (!district) return std::nullopt;
            return MatchRow{.name = row.name, .district = *district};
          }};
}

std::vector<std::string> csv_cells(const std::string& line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      out.emplace_back();
    } else if (c != '\r') {
      out.back() += c;
    }
  }
  return out;
}

}  // namespace

std::uint64_t Random::next() {
  m_state ^= m_state << 13;
  m_state ^= m_state >> 7;
  m_state ^= m_state << 17;
  return m_state;
}

std::vector<Damage> all_damages() {
  const auto other_d = [](std::string_view capital, std::string_view small) {
    return [capital, small](const std::string& text) {
      return replaced(replaced(text, "Đ", capital), "đ", small);
    };
  };
  return {
      everywhere("NFD", [](const std::string& text) { return to_nfd(text); }),
      everywhere("half composition", [](const std::string& text) { return to_half_composed(text); }),
      everywhere("capitals", to_upper),
      everywhere("small letters", to_lower),
      everywhere("caps lock", swapped_case),
      random_case(),
      blanks(),
      everywhere("no blanks", [](const std::string& text) { return replaced(text, " ", ""); }),
      everywhere("small, no blanks",
                 [](const std::string& text) { return replaced(to_lower(text), " ", ""); }),
      everywhere("capitals, no blanks",
                 [](const std::string& text) { return replaced(to_upper(text), " ", ""); }),
      everywhere("Ð for Đ", other_d("Ð", "ð")),
      everywhere("Ɖ for Đ", other_d("Ɖ", "ɖ")),
      prefixes(),
      everywhere("tone placement", modern_tones),
      everywhere("i for y", i_for_y),
      numerals(),
      encoded("TCVN3", [](const std::string& text) { return as_latin1_text(to_tcvn3(text)); }),
      encoded("VNI", [](const std::string& text) { return as_latin1_text(to_vni(text)); }),
      encoded("mojibake", [](const std::string& text) { return as_latin1_text(text); }),
      mojibake_without_blanks(),
      everywhere("missing marks", [](const std::string& text) { return without_any_mark(text); }),
      everywhere("missing marks, capitals",
                 [](const std::string& text) { return to_upper(without_any_mark(text)); }),
      scanner(),
      scanner_anywhere(),
      damaged_district(),
  };
}

std::vector<Damage> cell_damages() {
  // The name alone of "Xã Kỳ Sơn", and the type as it stands inside a sentence.
  const auto bare = [](const std::string& text) {
    return names::to_utf8(std::u32string_view(names::to_u32(text)).substr(name_begin(text)));
  };
  const auto inside = [](std::string text) {
    for (const auto& [type, small] :
         std::initializer_list<std::pair<std::string, std::string>>{{"Xã ", "xã "},
                                                                    {"Phường ", "phường "},
                                                                    {"Thị ", "thị "},
                                                                    {"Huyện ", "huyện "},
                                                                    {"Thành ", "thành "}}) {
      if (text.starts_with(type)) return small + text.substr(type.size());
    }
    return text;
  };
  using Placed = std::function<std::string(const std::string& name, const std::string& district)>;
  const auto placed = [](std::string what, Placed write) -> Damage {
    return {std::move(what), [write](const MatchRow& row, Random&) -> std::optional<MatchRow> {
              if (row.district.empty()) return std::nullopt;
              return MatchRow{.name = write(row.name, row.district)};
            }};
  };
  const auto around = [](std::string what, std::vector<std::string> before, std::vector<std::string> after,
                         Change change) -> Damage {
    return {std::move(what), [=](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
              return MatchRow{.name = before[random.below(before.size())] + change(row.name) +
                                      after[random.below(after.size())],
                              .district = row.district};
            }};
  };
  const auto as_is = [](const std::string& text) { return text; };
  return {
      placed("name - district", [=](const auto& n, const auto& d) { return bare(n) + " - " + bare(d); }),
      placed("type name - district", [=](const auto& n, const auto& d) { return n + " - " + bare(d); }),
      placed("name (district)", [=](const auto& n, const auto& d) { return n + " (" + bare(d) + ")"; }),
      placed("name, district", [=](const auto& n, const auto& d) { return n + ", " + inside(d); }),
      placed("name district", [=](const auto& n, const auto& d) { return inside(n) + " " + inside(d); }),
      placed("district - name", [=](const auto& n, const auto& d) { return d + " - " + n; }),
      around("authority",
             {"UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân ", "Đảng ủy ", "BCĐ NTM ", "Đảng ủy, UBND "},
             {""}, inside),
      around("number in front", {"1. ", "12) ", "- ", "3 ", "2.1. ", "IV. ", "a) ", "(7) ", "5- "}, {""},
             as_is),
      around("note behind", {""}, {" (*)", "(mới)", " (sáp nhập)", " (xã mới)", " *", " (sau sáp nhập)"},
             as_is),
  };
}

std::optional<Damage> both(const Damage& a, const Damage& b) {
  if (a.encodes && b.encodes) return std::nullopt;
  const Damage& first = a.encodes ? b : a;
  const Damage& last = a.encodes ? a : b;
  return Damage{first.name + " + " + last.name,
                [first, last](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
                  const auto once = first.apply(row, random);
                  return once && !once->name.empty() ? last.apply(*once, random) : std::nullopt;
                }};
}

Damage random_letter() {
  return {"any wrong letter", [](const MatchRow& row, Random& random) -> std::optional<MatchRow> {
            std::u32string letters = names::to_u32(row.name);
            const std::size_t first = name_begin(row.name);
            char32_t& c = letters[first + random.below(letters.size() - first)];
            if (!names::is_letter(c)) return std::nullopt;
            c = U'a' + static_cast<char32_t>(random.below(26));
            return MatchRow{.name = names::to_utf8(letters), .district = row.district};
          }};
}

std::vector<names::MatchUnit> read_units(const std::filesystem::path& csv, std::string_view vintage) {
  std::ifstream file(csv);
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> header = csv_cells(line);
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
  };
  const std::size_t district = std::min(column("district"), column("district_name"));
  std::vector<names::MatchUnit> out;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = csv_cells(line);
    if (!vintage.empty() && cells.at(column("vintage")) != vintage) continue;
    out.push_back({cells.at(column("code")),
                   cells.at(column("name")),
                   cells.at(column("type")),
                   cells.at(district),
                   {}});
  }
  return out;
}

names::MatchRow orderly_row(const names::MatchUnit& unit) {
  return {.name = unit.type + " " + unit.name, .district = unit.district};
}

}  // namespace ntmap::test
