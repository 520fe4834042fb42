#include "app/check/check_letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "io/grid_reader.hpp"
#include "names/letters.hpp"
#include "names/unicode.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;

bool is_plain_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// Blanks that look like one, and what nobody sees: they join as if they were not there.
bool is_harmless(char32_t c) {
  return c == 0xA0 || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0xFEFF || c == 0x202F || c == 0x2009;
}

/// The mark of wrongly read text, told elsewhere.
bool is_misread(char32_t c) {
  return c == names::k_replacement || (c >= 0x80 && c < 0xA0);
}

bool may_be_in_name(char32_t c) {
  const names::Letter parts = names::letter(names::lower(c));
  const bool vietnamese = parts.marked() && parts.base < 0x80;
  const bool sign = std::u32string_view(U" -–'’‘`.,/()").find(c) != std::u32string_view::npos;
  return is_ascii_letter(c) || vietnamese || is_plain_digit(c) || sign || is_harmless(c) || is_misread(c);
}

bool may_be_in_code(char32_t c) {
  const bool sign = std::u32string_view(U"-_./ ").find(c) != std::u32string_view::npos;
  return is_plain_digit(c) || names::is_letter(c) || sign || is_harmless(c) || is_misread(c);
}

template <class Allowed>
std::optional<char32_t> first_other(const std::string& cell, Allowed allowed) {
  const std::u32string characters = names::to_u32(cell);
  const auto found = std::find_if_not(characters.begin(), characters.end(), allowed);
  return found == characters.end() ? std::nullopt : std::optional(*found);
}

bool is_control(char32_t c) {
  return c < 0x20 || c == 0x7F;
}

/// The cell as it can be shown: a control character would move the cursor.
std::string printable(const std::string& cell) {
  std::u32string characters = names::to_u32(cell);
  std::replace_if(characters.begin(), characters.end(), is_control, U'·');
  return names::to_utf8(characters);
}

/// "“$” (U+0024)"; of a control character the number alone.
Text printable(char32_t c) {
  const std::string number = fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
  if (is_control(c)) return text("ký tự điều khiển {}", "the control character {}", {number});
  const std::string sign = names::to_utf8(std::u32string(1, c));
  return names::is_letter(c) ? text("chữ “{}” ({})", "the letter “{}” ({})", {sign, number})
                             : text("dấu “{}” ({})", "the sign “{}” ({})", {sign, number});
}

void check_unit_names(const Units& units, base::Findings& findings) {
  io::CappedFindings strange(
      findings, Severity::warning, "units.name-letter", units.layer.file,
      text("Sửa tên trong trường tên của ranh giới.", "Mend the name in the boundaries' field of names."));
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const auto other = first_other(units.names[unit], may_be_in_name);
    if (!other) continue;
    strange.add(text("mã {}", "code {}", {printable(units.codes[unit])}),
                text("tên “{}” có {}, không có trong tên đơn vị nào",
                     "the name “{}” holds {}, which no name of a unit has",
                     {printable(units.names[unit]), printable(*other)}));
  }
}

/// Whether nine of ten codes are nothing but digits, of ten codes at least.
bool are_numbers(const std::vector<std::string>& codes) {
  constexpr std::size_t k_fewest = 10;
  const auto plain = std::count_if(codes.begin(), codes.end(), [](const std::string& code) {
    return !code.empty() && !first_other(code, is_plain_digit);
  });
  return codes.size() >= k_fewest && static_cast<std::size_t>(plain) * 10 >= codes.size() * 9;
}

void check_codes(const Units& units, base::Findings& findings) {
  const bool numbers = are_numbers(units.codes);
  io::CappedFindings strange(
      findings, Severity::warning, "units.code-letter", units.layer.file,
      text("Sửa mã trong trường mã của ranh giới.", "Mend the code in the boundaries' field of codes."));
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const auto other = numbers ? first_other(units.codes[unit], is_plain_digit)
                               : first_other(units.codes[unit], may_be_in_code);
    if (!other || is_misread(*other)) continue;
    const std::string name = units.full_name(unit);
    strange.add(
        text("mã {}", "code {}", {printable(units.codes[unit])}),
        numbers
            ? text("mã của “{}” có {}, các mã khác chỉ có chữ số",
                   "the code of “{}” holds {}; the other codes are digits only", {name, printable(*other)})
            : text("mã của “{}” có {}, không có trong mã đơn vị nào",
                   "the code of “{}” holds {}, which no code of a unit has", {name, printable(*other)}));
  }
}

}  // namespace

base::Findings unit_letter_findings(const Units& units) {
  base::Findings findings;
  check_unit_names(units, findings);
  check_codes(units, findings);
  return findings;
}

}  // namespace ntmap::app
