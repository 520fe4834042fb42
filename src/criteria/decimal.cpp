#include "criteria/decimal.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "base/error.hpp"

namespace ntmap::criteria {
namespace {

constexpr int k_max_scale = 20;
constexpr int k_sum_scale = 12;
constexpr Int128 k_max_digits = 999'999'999'999'999'999;

constexpr Int128 power_of_ten(int exponent) {
  Int128 out = 1;
  for (int i = 0; i < exponent; ++i) out *= 10;
  return out;
}

/// a / 10^places, half away from zero.
Int128 rounded(Int128 a, int places) {
  if (places > 37) return 0;
  const Int128 divisor = power_of_ten(places);
  const Int128 half = divisor / 2;
  return (a >= 0 ? a + half : a - half) / divisor;
}

[[noreturn]] void too_large() {
  throw base::Error(base::ErrorKind::data,
                    {"số quá lớn để tính chính xác", "a number is too large to be computed exactly"},
                    {"kiểm tra đơn vị tính của số liệu", "check the unit of the figures"});
}

Int128 multiplied(Int128 a, Int128 b) {
  Int128 out = 0;
  if (__builtin_mul_overflow(a, b, &out)) too_large();
  return out;
}

std::strong_ordering ordered(Int128 a, Int128 b) {
  return a < b ? std::strong_ordering::less
               : (a > b ? std::strong_ordering::greater : std::strong_ordering::equal);
}

struct Literal {
  std::string_view digits_before;
  std::string_view digits_after;
  int exponent = 0;
  bool negative = false;
};

std::string_view take_digits(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  const std::string_view out = text.substr(0, n);
  text.remove_prefix(n);
  return out;
}

std::optional<Literal> split(std::string_view text) {
  Literal out;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    out.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  out.digits_before = take_digits(text);
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    out.digits_after = take_digits(text);
  }
  if (out.digits_before.empty() && out.digits_after.empty()) return std::nullopt;
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    const auto end = std::from_chars(text.data(), text.data() + text.size(), out.exponent);
    if (end.ec != std::errc{} || out.exponent > 400 || out.exponent < -400) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end.ptr - text.data()));
  }
  if (!text.empty()) return std::nullopt;
  return out;
}

}  // namespace

Decimal Decimal::reduced(Int128 digits, int scale) {
  while (scale > 0 && digits % 10 == 0) {
    digits /= 10;
    --scale;
  }
  int drop = std::max(0, scale - k_max_scale);
  while (rounded(digits, drop) > k_max_digits || rounded(digits, drop) < -k_max_digits) ++drop;
  if (drop > scale) too_large();
  Decimal out;
  out.m_digits = static_cast<std::int64_t>(rounded(digits, drop));
  out.m_scale = scale - drop;
  while (out.m_scale > 0 && out.m_digits % 10 == 0) {
    out.m_digits /= 10;
    --out.m_scale;
  }
  return out;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const auto literal = split(text);
  if (!literal) return std::nullopt;
  Int128 digits = 0;
  int scale = static_cast<int>(literal->digits_after.size()) - literal->exponent;
  for (const std::string_view part : {literal->digits_before, literal->digits_after}) {
    for (const char c : part) {
      if (digits > k_max_digits * 1'000'000) return std::nullopt;
      digits = digits * 10 + (c - '0');
    }
  }
  for (; scale < 0; ++scale) {
    if (digits > k_max_digits) return std::nullopt;
    digits *= 10;
  }
  const int whole_digits = scale > 37 ? 0 : static_cast<int>(rounded(digits, scale) > k_max_digits);
  if (whole_digits != 0) return std::nullopt;
  return reduced(literal->negative ? -digits : digits, scale);
}

std::optional<Decimal> Decimal::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return parse({buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())});
}

std::string Decimal::text() const {
  const bool negative = m_digits < 0;
  std::string out = std::to_string(negative ? -m_digits : m_digits);
  const auto scale = static_cast<std::size_t>(m_scale);
  if (scale > 0) {
    if (out.size() <= scale) out.insert(0, scale + 1 - out.size(), '0');
    out.insert(out.size() - scale, 1, '.');
  }
  return negative ? "-" + out : out;
}

double Decimal::to_double() const {
  const std::string digits = text();
  double out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

base::Text Decimal::localised() const {
  return base::number(to_double(), m_scale);
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  const Int128 left = Int128{a.m_digits} * power_of_ten(std::max(0, b.m_scale - a.m_scale));
  const Int128 right = Int128{b.m_digits} * power_of_ten(std::max(0, a.m_scale - b.m_scale));
  return ordered(left, right);
}

Decimal operator+(Decimal a, Decimal b) {
  const int scale = std::max(a.m_scale, b.m_scale);
  return Decimal::reduced(Int128{a.m_digits} * power_of_ten(scale - a.m_scale) +
                              Int128{b.m_digits} * power_of_ten(scale - b.m_scale),
                          scale);
}

Decimal operator-(Decimal a) {
  a.m_digits = -a.m_digits;
  return a;
}

Decimal operator-(Decimal a, Decimal b) {
  return a + -b;
}

Decimal operator*(Decimal a, Decimal b) {
  return Decimal::reduced(Int128{a.m_digits} * b.m_digits, a.m_scale + b.m_scale);
}

void ExactSum::add(Decimal value) {
  add_product(value, 1);
}

void ExactSum::add_product(Decimal a, Decimal b) {
  const Int128 digits = Int128{a.digits()} * b.digits();
  const int scale = a.scale() + b.scale();
  const Int128 units = scale <= k_sum_scale ? multiplied(digits, power_of_ten(k_sum_scale - scale))
                                            : rounded(digits, scale - k_sum_scale);
  if (__builtin_add_overflow(m_units, units, &m_units)) too_large();
}

void ExactSum::add(const ExactSum& other) {
  if (__builtin_add_overflow(m_units, other.m_units, &m_units)) too_large();
}

double ExactSum::to_double() const {
  const Int128 one = power_of_ten(k_sum_scale);
  const Int128 whole = m_units / one;
  if (const Int128 limit = 1'000'000; whole > -limit && whole < limit) {
    // Small sums read back as the decimal they are.
    if (const auto text = Decimal::parse(std::to_string(static_cast<std::int64_t>(m_units)) + "e-12")) {
      return text->to_double();
    }
  }
  return static_cast<double>(m_units) / 1e12;
}

std::strong_ordering ExactSum::compare_mean(const ExactSum& weight, Decimal limit) const {
  return ordered(multiplied(m_units, power_of_ten(limit.scale())),
                 multiplied(weight.m_units, limit.digits()));
}

std::strong_ordering ExactSum::compare(Decimal limit) const {
  ExactSum one;
  one.add(1);
  return compare_mean(one, limit);
}

bool reaches_percent(std::int64_t k, std::int64_t n, Decimal p) {
  return Int128{100} * k * power_of_ten(p.scale()) >= Int128{p.digits()} * n;
}

std::int64_t needed_for_percent(std::int64_t n, Decimal p) {
  const Int128 divisor = Int128{100} * power_of_ten(p.scale());
  const Int128 product = Int128{p.digits()} * n;
  return static_cast<std::int64_t>((product + divisor - 1) / divisor);
}

}  // namespace ntmap::criteria
