#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace ntmap::criteria {

__extension__ using Int128 = __int128;

/// A decimal number, digits / 10^scale, for comparisons that a rule of law rests on: 79.95 stays 79.95.
///
/// Up to 18 significant digits and 20 decimals. Sums, differences and products are exact while the
/// result fits, and are rounded half away from zero to what fits beyond that.
class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : m_digits(whole) {}

  /// The decimal a person would have typed: the shortest text that reads back as this double.
  /// Nothing for NaN, infinities and magnitudes of 9e18 and more.
  static std::optional<Decimal> from_double(double value);
  /// "80", "-1.10", "1e-3"; nothing for any other text.
  static std::optional<Decimal> parse(std::string_view text);

  /// The nearest double.
  double to_double() const;
  /// "1.1": no grouping, no trailing zeros.
  std::string text() const;
  /// All its decimals, grouped as the language does.
  base::Text localised() const;

  std::int64_t digits() const { return m_digits; }
  int scale() const { return m_scale; }

  friend std::strong_ordering operator<=>(Decimal a, Decimal b);
  friend bool operator==(Decimal a, Decimal b) { return (a <=> b) == std::strong_ordering::equal; }
  friend Decimal operator+(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a, Decimal b);
  friend Decimal operator*(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a);

 private:
  static Decimal reduced(Int128 digits, int scale);

  std::int64_t m_digits = 0;
  int m_scale = 0;
};

/// A sum of decimals or of products of two, kept exactly to 12 decimals, so that neither the order of
/// the rows nor the way parts are grouped changes it. Throws base::Error{data} beyond 1e25.
class ExactSum {
 public:
  void add(Decimal value);
  void add_product(Decimal a, Decimal b);
  void add(const ExactSum& other);

  double to_double() const;
  bool is_zero() const { return m_units == 0; }
  /// this / weight compared with `limit`, cross-multiplied; `weight` must be positive.
  std::strong_ordering compare_mean(const ExactSum& weight, Decimal limit) const;
  /// this compared with `limit`.
  std::strong_ordering compare(Decimal limit) const;
  bool operator==(const ExactSum&) const = default;

 private:
  Int128 m_units = 0;  ///< in 1e-12
};

/// Whether k of n reaches p percent: 100 k >= p n, in whole numbers. n must be positive.
bool reaches_percent(std::int64_t k, std::int64_t n, Decimal p);

/// The smallest k with 100 k >= p n ("20 % of 9 districts" is 2).
std::int64_t needed_for_percent(std::int64_t n, Decimal p);

}  // namespace ntmap::criteria
