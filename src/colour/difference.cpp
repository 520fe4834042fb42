#include "colour/difference.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace ntmap::colour {
namespace {

// Reference white D65 and the CIE constants of the L* function.
constexpr double k_white_x = 0.95047;
constexpr double k_white_z = 1.08883;
constexpr double k_epsilon = 216.0 / 24389;
constexpr double k_kappa = 24389.0 / 27;
constexpr double k_degree = std::numbers::pi / 180;

double linear_part(std::uint8_t part) {
  const double v = part / 255.0;
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

std::uint8_t byte_part(double v) {
  v = std::clamp(v, 0.0, 1.0);
  const double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(encoded * 255));
}

double lab_part(double t) {
  return t > k_epsilon ? std::cbrt(t) : (k_kappa * t + 16) / 116;
}

double from_lab_part(double f) {
  return f * f * f > k_epsilon ? f * f * f : (116 * f - 16) / k_kappa;
}

double pow7(double x) {
  return std::pow(x, 7);
}

/// Hue angle in degrees 0..360, 0 for grey.
double hue(double a, double b) {
  if (a == 0 && b == 0) return 0;
  const double degrees = std::atan2(b, a) / k_degree;
  return degrees < 0 ? degrees + 360 : degrees;
}

double hue_difference(double h1, double h2) {
  const double d = h2 - h1;
  return d > 180 ? d - 360 : d < -180 ? d + 360 : d;
}

double mean_hue(double h1, double h2, bool either_grey) {
  if (either_grey) return h1 + h2;
  if (std::abs(h1 - h2) <= 180) return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

}  // namespace

LinearRgb to_linear(model::Rgb colour) {
  return {linear_part(colour.r), linear_part(colour.g), linear_part(colour.b)};
}

model::Rgb from_linear(const LinearRgb& colour) {
  return {byte_part(colour.r), byte_part(colour.g), byte_part(colour.b)};
}

Lab to_lab(model::Rgb colour) {
  const auto [r, g, b] = to_linear(colour);
  const double x = lab_part((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / k_white_x);
  const double y = lab_part(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
  const double z = lab_part((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / k_white_z);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

model::Rgb from_lab(const Lab& lab) {
  const double fy = (lab.l + 16) / 116;
  const double x = from_lab_part(fy + lab.a / 500) * k_white_x;
  const double y = from_lab_part(fy);
  const double z = from_lab_part(fy - lab.b / 200) * k_white_z;
  return from_linear({3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
                      -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
                      0.0556434 * x - 0.2040259 * y + 1.0572252 * z});
}

double difference(const Lab& p, const Lab& q) {
  const double mean_c = (std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2;
  const double g = 0.5 * (1 - std::sqrt(pow7(mean_c) / (pow7(mean_c) + pow7(25))));
  const double pa = (1 + g) * p.a;
  const double qa = (1 + g) * q.a;
  const double pc = std::hypot(pa, p.b);
  const double qc = std::hypot(qa, q.b);
  const double ph = hue(pa, p.b);
  const double qh = hue(qa, q.b);
  const bool either_grey = pc * qc == 0;

  const double dl = q.l - p.l;
  const double dc = qc - pc;
  const double dh_angle = either_grey ? 0 : hue_difference(ph, qh);
  const double dh = 2 * std::sqrt(pc * qc) * std::sin(dh_angle / 2 * k_degree);

  const double l = (p.l + q.l) / 2 - 50;
  const double c = (pc + qc) / 2;
  const double h = mean_hue(ph, qh, either_grey);
  const double t = 1 - 0.17 * std::cos((h - 30) * k_degree) + 0.24 * std::cos(2 * h * k_degree) +
                   0.32 * std::cos((3 * h + 6) * k_degree) - 0.20 * std::cos((4 * h - 63) * k_degree);
  const double sl = 1 + 0.015 * l * l / std::sqrt(20 + l * l);
  const double sc = 1 + 0.045 * c;
  const double sh = 1 + 0.015 * c * t;
  const double rotation = 30 * std::exp(-((h - 275) / 25) * ((h - 275) / 25));
  const double rt = -2 * std::sqrt(pow7(c) / (pow7(c) + pow7(25))) * std::sin(2 * rotation * k_degree);
  return std::sqrt(dl / sl * (dl / sl) + dc / sc * (dc / sc) + dh / sh * (dh / sh) +
                   rt * (dc / sc) * (dh / sh));
}

double difference(model::Rgb a, model::Rgb b) {
  return difference(to_lab(a), to_lab(b));
}

model::Rgb mix(model::Rgb a, model::Rgb b, double t) {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const Lab from = to_lab(a);
  const Lab to = to_lab(b);
  return from_lab({std::lerp(from.l, to.l, t), std::lerp(from.a, to.a, t), std::lerp(from.b, to.b, t)});
}

}  // namespace ntmap::colour
