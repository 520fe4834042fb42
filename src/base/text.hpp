#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace ntmap::base {

/// Languages of maps, reports and messages.
enum class Lang : std::uint8_t { vi, en };

/// Reads "vi" or "en"; nothing for any other word.
std::optional<Lang> lang_from(std::string_view word);

/// A text in both languages, kept side by side so that the language can change at run time.
/// What reads the same in both (a path, a code, a unit's name) converts implicitly.
struct Text {
  std::string vi;
  std::string en;

  Text() = default;
  Text(std::string same) : vi(same), en(std::move(same)) {}
  Text(std::string_view same) : vi(same), en(same) {}
  Text(const char* same) : vi(same), en(same) {}
  Text(std::string vietnamese, std::string english) : vi(std::move(vietnamese)), en(std::move(english)) {}
  /// A whole number, grouped as the language does: 1.234 and 1,234.
  template <std::integral T>
  Text(T value) : Text(whole(static_cast<std::int64_t>(value))) {}

  const std::string& in(Lang lang) const { return lang == Lang::vi ? vi : en; }
  bool empty() const { return vi.empty() && en.empty(); }
  bool operator==(const Text&) const = default;

 private:
  static Text whole(std::int64_t value);
};

/// Fills the places {} (in order) or {0}, {1} (by position) of both patterns with the arguments,
/// each argument in its own language. A pattern that names a missing argument is a bug and throws
/// std::logic_error. English counts itself: "{} units have no row" is "1 unit has no row"
/// (base/english_count).
Text text(std::string_view vi, std::string_view en, std::initializer_list<Text> arguments = {});

/// With so many decimals, half away from zero as spreadsheets round: 1.234,5 and 1,234.5. NaN: an en dash.
Text number(double value, int decimals);

/// With as many decimals as it needs, at most `max_decimals`; rounded as number() does.
Text short_number(double value, int max_decimals = 6);

/// The parts joined by the separator, in both languages.
Text join(const std::initializer_list<Text>& parts, std::string_view separator);

}  // namespace ntmap::base
