#include "crs/country.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ntmap::crs {
namespace {

using base::Box;
using base::Vec2;

/// The mainland in tenths of a degree, river mouths and bays filled in. It leaves out no place of the border
/// or coast by more than 0.13 degrees: held against Natural Earth 1:10m (public domain) and, in Hà Tĩnh and
/// Sơn Dương, the seats of communes in gis_data.
constexpr std::array<Vec2, 93> k_mainland{
    {{107.5, 14.7}, {107.4, 15.0}, {107.7, 15.3}, {107.1, 15.8}, {107.4, 16.1}, {107.0, 16.3}, {106.8, 16.5},
     {106.7, 16.4}, {106.5, 17.0}, {105.7, 17.7}, {105.5, 18.2}, {105.2, 18.3}, {105.1, 18.7}, {103.8, 19.3},
     {104.1, 19.5}, {104.0, 19.7}, {104.6, 19.6}, {105.0, 20.0}, {104.9, 20.2}, {104.4, 20.4}, {104.6, 20.6},
     {104.1, 21.0}, {103.7, 20.7}, {103.1, 20.9}, {102.8, 21.3}, {102.9, 21.7}, {102.6, 21.7}, {102.1, 22.4},
     {102.4, 22.8}, {103.0, 22.4}, {103.3, 22.8}, {103.5, 22.6}, {103.6, 22.8}, {104.0, 22.5}, {104.1, 22.8},
     {104.3, 22.7}, {104.7, 22.8}, {104.9, 23.2}, {105.3, 23.4}, {105.9, 22.9}, {106.1, 23.0}, {106.8, 22.8},
     {106.5, 22.4}, {106.7, 22.0}, {107.0, 21.9}, {107.3, 21.6}, {107.8, 21.7}, {108.0, 21.5}, {107.4, 21.0},
     {107.1, 20.7}, {106.8, 20.7}, {106.6, 20.2}, {106.0, 19.9}, {105.6, 19.0}, {106.1, 18.3}, {106.4, 18.1},
     {106.5, 17.7}, {107.8, 16.3}, {108.2, 16.2}, {108.3, 16.0}, {108.6, 15.5}, {109.0, 15.3}, {109.3, 13.9},
     {109.2, 13.4}, {109.5, 12.9}, {109.5, 12.6}, {109.2, 12.4}, {109.3, 11.9}, {109.0, 11.3}, {107.3, 10.4},
     {106.8, 10.3}, {106.6, 9.6},  {106.2, 9.3},  {105.5, 9.1},  {105.1, 8.6},  {104.7, 8.6},  {104.8, 9.6},
     {104.9, 9.9},  {104.6, 10.1}, {104.4, 10.4}, {104.9, 10.5}, {105.1, 10.9}, {105.3, 10.8}, {105.8, 11.0},
     {106.2, 10.8}, {105.8, 11.6}, {106.0, 11.8}, {106.4, 11.7}, {106.4, 12.0}, {107.5, 12.3}, {107.5, 13.0},
     {107.6, 13.5}, {107.3, 14.1}}};
constexpr double k_margin = 0.2;  // degrees

/// Islands beyond that margin, generously.
constexpr std::array<Box, 11> k_far_islands{{
    {103.7, 9.8, 104.2, 10.5},   // Phú Quốc, An Thới
    {103.3, 9.1, 103.7, 9.5},    // Thổ Chu
    {104.2, 9.5, 104.6, 9.9},    // Nam Du
    {104.6, 8.3, 105.0, 8.6},    // Hòn Khoai
    {106.4, 8.5, 106.8, 8.9},    // Côn Đảo
    {108.7, 10.0, 109.3, 10.8},  // Phú Quý
    {107.2, 17.0, 107.5, 17.3},  // Cồn Cỏ
    {107.0, 20.6, 108.1, 21.4},  // Cát Bà, Vân Đồn, Cô Tô
    {107.6, 20.0, 107.9, 20.3},  // Bạch Long Vĩ
    {111.0, 15.5, 113.5, 17.5},  // Hoàng Sa
    {111.0, 6.5, 117.6, 12.5}    // Trường Sa
}};

double distance_to_edge(Vec2 p, Vec2 a, Vec2 b) {
  const Vec2 along = b - a;
  const Vec2 off = p - a;
  const double length2 = along.x * along.x + along.y * along.y;
  const double t = std::clamp((off.x * along.x + off.y * along.y) / length2, 0.0, 1.0);
  return std::hypot(off.x - t * along.x, off.y - t * along.y);
}

bool near_mainland(Vec2 p) {
  bool inside = false;
  double nearest = 1e9;
  for (std::size_t i = 0, j = k_mainland.size() - 1; i < k_mainland.size(); j = i++) {
    const Vec2 a = k_mainland[i];
    const Vec2 b = k_mainland[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    nearest = std::min(nearest, distance_to_edge(p, a, b));
  }
  return inside || nearest <= k_margin;
}

}  // namespace

bool among_far_islands(Vec2 degrees) {
  return std::any_of(k_far_islands.begin(), k_far_islands.end(),
                     [&](const Box& box) { return box.contains(degrees); });
}

bool near_land_of_vietnam(Vec2 degrees) {
  return among_far_islands(degrees) || near_mainland(degrees);
}

}  // namespace ntmap::crs
