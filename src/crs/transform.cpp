#include "crs/crs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "crs/degrees.hpp"
#include "crs/projection.hpp"
#include "crs/systems.hpp"

namespace ntmap::crs {
namespace {

constexpr std::size_t k_points_a_slice = 16384;

const System* system_of(std::string_view definition) {
  const auto code = epsg_code(definition);
  return code ? find_system(*code) : nullptr;
}

/// Systems that Vietnamese data come in need no look into PROJ's database, which costs 30 ms.
Operation operation_between(std::string_view from, std::string_view to) {
  const System* const a = system_of(from);
  const System* const b = system_of(to);
  if (a != nullptr && b != nullptr) return Operation(pipeline_between(*a, *b));
  return {from, to};
}

/// The name of a system that is written at length.
std::string_view short_name(std::string_view definition) {
  const std::size_t begin = definition.find('"');
  const std::size_t end = definition.find('"', begin == std::string_view::npos ? begin : begin + 1);
  return end == std::string_view::npos ? definition : definition.substr(begin + 1, end - begin - 1);
}

base::Error cannot_move(std::string_view from, std::string_view to, double x, double y) {
  return {base::ErrorKind::data,
          base::text("Không chuyển được điểm ({}, {}) từ {} sang {}",
                     "The point ({}, {}) cannot be moved from {} to {}",
                     {base::short_number(x), base::short_number(y), std::string(short_name(from)),
                      std::string(short_name(to))}),
          base::text("Kiểm tra hệ tọa độ của tệp nguồn (--crs EPSG:n) và thứ tự x, y.",
                     "Check the coordinate system of the source (--crs EPSG:n) and the order of x and y.")};
}

/// Moves one slice through a copy, so that a point that fails can be named as it was.
void move_slice(Operation& operation, std::span<double> xy, std::string_view from, std::string_view to) {
  std::vector<double> moved(xy.begin(), xy.end());
  if (!operation.apply(moved)) {
    for (std::size_t i = 0; i + 1 < moved.size(); i += 2) {
      if (!std::isfinite(moved[i] + moved[i + 1])) throw cannot_move(from, to, xy[i], xy[i + 1]);
    }
    throw cannot_move(from, to, xy[0], xy[1]);
  }
  std::copy(moved.begin(), moved.end(), xy.begin());
}

}  // namespace

void to_degrees(std::span<double> xy, std::string_view from) {
  constexpr double k_nowhere = std::numeric_limits<double>::infinity();
  if (xy.empty() || from == "EPSG:4326") return;
  operation_between(from, "EPSG:4326").apply(xy);
  for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
    if (!std::isfinite(xy[i] + xy[i + 1])) xy[i] = xy[i + 1] = k_nowhere;
  }
}

void transform(std::span<double> xy, std::string_view from, std::string_view to) {
  const std::size_t points = xy.size() / 2;
  if (points == 0 || from == to) return;
  Operation first = operation_between(from, to);
  if (points <= k_points_a_slice) {
    move_slice(first, xy, from, to);
    return;
  }
  const std::size_t threads = base::thread_count();
  const std::size_t grain = (points + threads - 1) / threads;
  std::vector<Operation> operations;  // one a thread, made here: an operation may not be read by two
  for (std::size_t begin = 0; begin < points; begin += grain) operations.push_back(first.clone());
  base::parallel_for(points, grain, [&](std::size_t begin, std::size_t end) {
    Operation& operation = operations[begin / grain];
    for (std::size_t at = begin; at < end; at += k_points_a_slice) {
      const std::size_t count = std::min(k_points_a_slice, end - at);
      move_slice(operation, xy.subspan(2 * at, 2 * count), from, to);
    }
  });
}

}  // namespace ntmap::crs
