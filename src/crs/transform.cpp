#include <proj.h>

#include <cmath>
#include <string>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "crs/crs.hpp"
#include "crs/proj_handle.hpp"

namespace ntmap::crs {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

constexpr std::size_t k_grain = 1 << 16;  // vertices a slice: far more work than to make a pipeline

ProjHandle pipeline(const std::string& from, const std::string& to) {
  PJ_CONTEXT* context = thread_context();
  const ProjHandle raw(proj_create_crs_to_crs(context, from.c_str(), to.c_str(), nullptr));
  ProjHandle normal(raw ? proj_normalize_for_visualization(context, raw.get()) : nullptr);
  if (!normal) {
    throw Error(ErrorKind::data,
                text("Không chuyển được tọa độ từ “{}” sang “{}”", "No way from “{}” to “{}”", {from, to}),
                text("Kiểm tra mã hệ tọa độ.", "Check the codes of the coordinate systems."));
  }
  return normal;
}

void require_finite(std::span<const double> xy, const std::string& from, const std::string& to) {
  for (const double value : xy) {
    if (std::isfinite(value)) continue;
    throw Error(ErrorKind::data,
                text("Có tọa độ nằm ngoài vùng dùng được khi chuyển từ “{}” sang “{}”",
                     "A coordinate cannot be moved from “{}” to “{}”", {from, to}),
                text("Hệ tọa độ của nguồn có thể sai; ghi rõ bằng --crs EPSG:n.",
                     "The source's coordinate system may be wrong; overrule it with --crs EPSG:n."));
  }
}

}  // namespace

void transform(std::span<double> xy, std::string_view from, std::string_view to) {
  if (from == to || xy.empty()) return;
  const std::string source(from);
  const std::string target(to);
  base::parallel_for(xy.size() / 2, k_grain, [&](std::size_t begin, std::size_t end) {
    const ProjHandle step = pipeline(source, target);
    double* first = xy.data() + 2 * begin;
    const std::size_t count = end - begin;
    proj_trans_generic(step.get(), PJ_FWD, first, 2 * sizeof(double), count, first + 1, 2 * sizeof(double),
                       count, nullptr, 0, 0, nullptr, 0, 0);
    require_finite(xy.subspan(2 * begin, 2 * count), source, target);
  });
}

}  // namespace ntmap::crs
