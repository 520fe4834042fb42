#include "sheet/codec.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/error.hpp"

namespace ntmap::sheet {
namespace {

constexpr int k_block = 8;
// H.264 rounds inside a picture down below two thirds of a step.
constexpr double k_rounding = 1.0 / 3;

/// One channel of a picture.
struct Plane {
  int width = 0;
  int height = 0;
  std::vector<float> values;

  Plane(int w, int h)
      : width(w), height(h), values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
  float& at(int x, int y) {
    return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
  float at(int x, int y) const {
    return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

/// Which source cells one target cell covers, and with what weight.
struct Reach {
  int first = 0;
  std::vector<double> weights;
};

std::vector<Reach> reaches(int from, int to) {
  std::vector<Reach> out(static_cast<std::size_t>(to));
  const double ratio = static_cast<double>(from) / to;
  // A tent as wide as the coarser of the two grids: averages when shrinking, interpolates when enlarging.
  const double radius = std::max(ratio, 1.0);
  for (int i = 0; i < to; ++i) {
    const double centre = (i + 0.5) * ratio - 0.5;
    Reach& reach = out[static_cast<std::size_t>(i)];
    reach.first = std::max(0, static_cast<int>(std::ceil(centre - radius)));
    const int last = std::min(from - 1, static_cast<int>(std::floor(centre + radius)));
    double sum = 0;
    for (int j = reach.first; j <= last; ++j) {
      reach.weights.push_back(std::max(1e-9, 1 - std::abs(j - centre) / radius));
      sum += reach.weights.back();
    }
    for (double& weight : reach.weights) weight /= sum;
  }
  return out;
}

Plane resized_plane(const Plane& in, int width, int height) {
  const auto columns = reaches(in.width, width);
  const auto rows = reaches(in.height, height);
  Plane across(width, in.height);
  for (int y = 0; y < in.height; ++y) {
    for (int x = 0; x < width; ++x) {
      const Reach& reach = columns[static_cast<std::size_t>(x)];
      double sum = 0;
      for (std::size_t j = 0; j < reach.weights.size(); ++j)
        sum += reach.weights[j] * static_cast<double>(in.at(reach.first + static_cast<int>(j), y));
      across.at(x, y) = static_cast<float>(sum);
    }
  }
  Plane out(width, height);
  for (int y = 0; y < height; ++y) {
    const Reach& reach = rows[static_cast<std::size_t>(y)];
    for (std::size_t j = 0; j < reach.weights.size(); ++j) {
      const auto weight = static_cast<float>(reach.weights[j]);
      for (int x = 0; x < width; ++x)
        out.at(x, y) += weight * across.at(x, reach.first + static_cast<int>(j));
    }
  }
  return out;
}

/// Luma and the two colour differences (BT.709, full range).
struct Planes {
  Plane y, cb, cr;
};

Planes planes_of(const PictureView& picture) {
  Planes out{Plane(picture.width, picture.height), Plane(picture.width, picture.height),
             Plane(picture.width, picture.height)};
  for (std::size_t i = 0; i < out.y.values.size(); ++i) {
    const double r = picture.rgba[4 * i];
    const double g = picture.rgba[4 * i + 1];
    const double b = picture.rgba[4 * i + 2];
    const double luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    out.y.values[i] = static_cast<float>(luma);
    out.cb.values[i] = static_cast<float>((b - luma) / 1.8556);
    out.cr.values[i] = static_cast<float>((r - luma) / 1.5748);
  }
  return out;
}

std::uint8_t byte(double value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

Picture picture_of(const Planes& planes) {
  Picture out;
  out.width = planes.y.width;
  out.height = planes.y.height;
  out.rgba.resize(4 * planes.y.values.size());
  for (std::size_t i = 0; i < planes.y.values.size(); ++i) {
    const double luma = static_cast<double>(planes.y.values[i]);
    const double r = luma + 1.5748 * static_cast<double>(planes.cr.values[i]);
    const double b = luma + 1.8556 * static_cast<double>(planes.cb.values[i]);
    out.rgba[4 * i] = byte(r);
    out.rgba[4 * i + 1] = byte((luma - 0.2126 * r - 0.0722 * b) / 0.7152);
    out.rgba[4 * i + 2] = byte(b);
    out.rgba[4 * i + 3] = 255;
  }
  return out;
}

using Block = std::array<std::array<double, k_block>, k_block>;

/// The orthonormal cosine basis: row k, sample n.
Block cosines() {
  Block basis{};
  for (std::size_t k = 0; k < k_block; ++k) {
    for (std::size_t n = 0; n < k_block; ++n) {
      basis[k][n] =
          std::sqrt((k == 0 ? 1.0 : 2.0) / k_block) *
          std::cos(std::numbers::pi * (static_cast<double>(n) + 0.5) * static_cast<double>(k) / k_block);
    }
  }
  return basis;
}

/// basis * block, or with the basis turned round for the way back.
Block times(const Block& basis, const Block& block, bool back) {
  Block out{};
  for (std::size_t i = 0; i < k_block; ++i) {
    for (std::size_t k = 0; k < k_block; ++k) {
      const double factor = back ? basis[k][i] : basis[i][k];
      for (std::size_t j = 0; j < k_block; ++j) out[i][j] += factor * block[k][j];
    }
  }
  return out;
}

Block turned(const Block& block) {
  Block out{};
  for (std::size_t i = 0; i < k_block; ++i) {
    for (std::size_t j = 0; j < k_block; ++j) out[j][i] = block[i][j];
  }
  return out;
}

double quantised(double value, double step) {
  return std::copysign(std::floor(std::abs(value) / step + k_rounding) * step, value);
}

void quantise(Plane& plane, double step) {
  static const Block basis = cosines();
  const auto inside = [](int at, int size) { return std::min(at, size - 1); };  // borders are repeated
  for (int top = 0; top < plane.height; top += k_block) {
    for (int left = 0; left < plane.width; left += k_block) {
      Block block{};
      for (int y = 0; y < k_block; ++y) {
        for (int x = 0; x < k_block; ++x) {
          block[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] =
              static_cast<double>(plane.at(inside(left + x, plane.width), inside(top + y, plane.height)));
        }
      }
      Block waves = times(basis, turned(times(basis, block, false)), false);
      for (auto& row : waves) {
        for (double& wave : row) wave = quantised(wave, step);
      }
      block = times(basis, turned(times(basis, waves, true)), true);
      for (int y = 0; y < k_block && top + y < plane.height; ++y) {
        for (int x = 0; x < k_block && left + x < plane.width; ++x)
          plane.at(left + x, top + y) =
              static_cast<float>(block[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)]);
      }
    }
  }
}

void require_pixels(const PictureView& picture) {
  if (picture.width > 0 && picture.height > 0) return;
  throw base::Error(base::ErrorKind::usage, {"hình không có điểm ảnh nào", "the picture has no pixels"});
}

}  // namespace

Picture resized(const PictureView& picture, int width, int height) {
  require_pixels(picture);
  const Planes in = planes_of(picture);
  return picture_of({resized_plane(in.y, width, height), resized_plane(in.cb, width, height),
                     resized_plane(in.cr, width, height)});
}

Picture through_codec(const PictureView& picture, const CodecSettings& settings) {
  require_pixels(picture);
  const int height = std::max(2, std::min(settings.lines, picture.height) / 2 * 2);
  const int width = std::max(
      2, static_cast<int>(std::lround(static_cast<double>(picture.width) * height / picture.height / 2)) * 2);
  const double step = 0.625 * std::exp2(settings.quantiser / 6.0);
  const Planes in = planes_of(picture);
  Planes sent{resized_plane(in.y, width, height), resized_plane(in.cb, width / 2, height / 2),
              resized_plane(in.cr, width / 2, height / 2)};
  for (Plane* plane : {&sent.y, &sent.cb, &sent.cr}) quantise(*plane, step);
  return picture_of({resized_plane(sent.y, picture.width, picture.height),
                     resized_plane(sent.cb, picture.width, picture.height),
                     resized_plane(sent.cr, picture.width, picture.height)});
}

}  // namespace ntmap::sheet
