#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace ntmap::app {

/// A condition on one column of a table, as one types it over the column:
///
///     >3 & <8      10..20      <=2,5 | =100      ?      !?      ky anh      !thi tran
///
/// `&` binds stronger than `|`. Numbers are written as the language writes them (2,5 or 2.5; 1.234 is a
/// thousand and more in Vietnamese). `a..b` holds both ends; `?` is "no data", which no comparison accepts.
/// Words are looked for without accents; a number without a sign means "equal" in a column of numbers, where
/// `a-b` is another way to write `a..b`. Of words nothing is less or more.
class Filter {
 public:
  enum class Cells : std::uint8_t { numbers, words };

  /// Accepts everything.
  Filter() = default;
  /// Throws Error{usage} that quotes what it did not understand, or what no cell of that kind can be.
  static Filter parse(std::string_view text, base::Lang lang, Cells cells);

  bool empty() const { return m_any_of.empty(); }
  /// `value` NaN: no data.
  bool accepts(double value) const;
  /// `key` is the cell's names::search_key; empty: no data.
  bool accepts(std::string_view key) const;

 private:
  enum class Test : std::uint8_t { less, at_most, equal, at_least, more, between, missing, word };
  struct Term {
    Test test = Test::word;
    bool negated = false;
    bool has_number = false;
    double low = 0;
    double high = 0;   ///< between only
    std::string word;  ///< search key
  };
  using AllOf = std::vector<Term>;

  static Term term(std::string_view text, base::Lang lang, Cells cells);
  static Term word_term(Term out, std::string_view text);
  static Term number_term(Term out, std::string_view text, base::Lang lang);
  static bool holds(const Term& term, double value);

  std::vector<AllOf> m_any_of;
};

}  // namespace ntmap::app
