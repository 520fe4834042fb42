#include <fmt/format.h>
#include <proj.h>

#include <array>
#include <cmath>
#include <string>

#include "base/error.hpp"
#include "crs/crs.hpp"
#include "crs/proj_handle.hpp"
#include "crs/vn2000.hpp"

namespace ntmap::crs {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;

constexpr int k_sure = 100;
constexpr int k_same_projection = 60;  // parameters agree with a VN-2000 zone, the datum does not

ProjHandle parse(std::string_view definition) {
  ProjHandle crs(proj_create(thread_context(), std::string(definition).c_str()));
  if (!crs || proj_is_crs(crs.get()) == 0) {
    throw Error(
        ErrorKind::data,
        text("Không hiểu hệ tọa độ “{}”", "Not a coordinate system: “{}”", {definition.substr(0, 80)}),
        text("Viết dạng EPSG:9209 (VN-2000, kinh tuyến trục 105°30').",
             "Write it as EPSG:9209 (VN-2000, central meridian 105°30')."));
  }
  if (proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS)
    crs.reset(proj_get_source_crs(thread_context(), crs.get()));
  return crs;
}

bool is_geographic(const PJ* crs) {
  const PJ_TYPE type = proj_get_type(crs);
  return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

double unit_of(const PJ* crs) {
  PJ_CONTEXT* context = thread_context();
  const ProjHandle system(proj_crs_get_coordinate_system(context, crs));
  double factor = 1;
  if (system)
    proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &factor, nullptr, nullptr,
                          nullptr);
  return factor;
}

bool same(const PJ* a, const PJ* b) {
  return proj_is_equivalent_to_with_ctx(thread_context(), a, b,
                                        PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

std::string code_of(const PJ* crs) {
  const char* authority = proj_get_id_auth_name(crs, 0);
  const char* code = proj_get_id_code(crs, 0);
  return authority != nullptr && code != nullptr && std::string_view(authority) == "EPSG" ? code : "";
}

/// The EPSG code of a system that means the same, or nothing. Only equality counts: PROJ's own
/// confidence of 70 or 90 also covers systems hundreds of metres apart.
std::string equal_code(const PJ* crs) {
  PJ_CONTEXT* context = thread_context();
  for (const char* usual : {"4326", "9209", "4756", "3405", "3406"}) {  // spares most files the search
    const ProjHandle candidate(
        proj_create_from_database(context, "EPSG", usual, PJ_CATEGORY_CRS, 0, nullptr));
    if (candidate && same(crs, candidate.get())) return usual;
  }
  int* confidence = nullptr;
  PJ_OBJ_LIST* matches = proj_identify(context, crs, "EPSG", nullptr, &confidence);
  std::string code;
  for (int i = 0; i < proj_list_get_count(matches) && code.empty(); ++i) {
    const ProjHandle match(proj_list_get(context, matches, i));
    if (match && same(crs, match.get())) code = code_of(match.get());
  }
  proj_int_list_destroy(confidence);
  proj_list_destroy(matches);
  return code;
}

Text name_of(const std::string& epsg, const PJ* crs) {
  if (epsg == "4326") return text("WGS 84 (kinh độ, vĩ độ)", "WGS 84 (longitude, latitude)");
  if (epsg == "4756") return text("VN-2000 (kinh độ, vĩ độ)", "VN-2000 (longitude, latitude)");
  if (const Vn2000Zone* zone = vn2000_zone(epsg)) return zone_name(*zone);
  const char* name = proj_get_name(crs);
  return name == nullptr ? Text() : Text(name);
}

std::string as_wkt(const PJ* crs) {
  const char* const options[] = {"MULTILINE=NO", nullptr};
  const char* wkt = proj_as_wkt(thread_context(), crs, PJ_WKT2_2019, options);
  return wkt == nullptr ? std::string() : wkt;
}

/// The parameter of a projection by its EPSG code, in its own unit; NaN when it has none.
double parameter(const PJ* conversion, int epsg) {
  PJ_CONTEXT* context = thread_context();
  for (int i = 0; i < proj_coordoperation_get_param_count(context, conversion); ++i) {
    const char* code = nullptr;
    double value = 0;
    proj_coordoperation_get_param(context, conversion, i, nullptr, nullptr, &code, &value, nullptr, nullptr,
                                  nullptr, nullptr, nullptr, nullptr);
    if (code != nullptr && std::string_view(code) == std::to_string(epsg)) return value;
  }
  return std::nan("");
}

/// The VN-2000 zone whose projection a system uses, on whatever datum.
const Vn2000Zone* zone_alike(const PJ* crs) {
  constexpr int longitude_of_origin = 8802;
  constexpr int scale_at_origin = 8805;
  constexpr int false_easting = 8806;
  const ProjHandle conversion(proj_crs_get_coordoperation(thread_context(), crs));
  if (!conversion || parameter(conversion.get(), false_easting) != 500000) return nullptr;
  for (const Vn2000Zone& zone : vn2000_zones()) {
    if (std::abs(parameter(conversion.get(), longitude_of_origin) - zone.central_meridian) < 1e-9 &&
        std::abs(parameter(conversion.get(), scale_at_origin) - zone.scale) < 1e-9) {
      return &zone;
    }
  }
  return nullptr;
}

}  // namespace

Description describe(std::string_view definition) {
  const ProjHandle crs = parse(definition);
  Description out;
  out.geographic = is_geographic(crs.get());
  out.metres_per_unit = out.geographic ? 1 : unit_of(crs.get());
  out.epsg = code_of(crs.get());
  if (out.epsg.empty()) out.epsg = equal_code(crs.get());
  if (!out.epsg.empty()) {
    out.confidence = k_sure;
    out.definition = "EPSG:" + out.epsg;
    out.name = name_of(out.epsg, crs.get());
    return out;
  }
  out.definition = as_wkt(crs.get());
  out.name = name_of({}, crs.get());
  if (const Vn2000Zone* zone = zone_alike(crs.get())) {
    out.epsg = zone->epsg;
    out.confidence = k_same_projection;
    out.name = text("{}, nhưng không phải mốc VN-2000 (lệch khoảng 224 m)",
                    "{}, but not on the VN-2000 datum (some 224 m apart)", {zone_name(*zone)});
  }
  return out;
}

}  // namespace ntmap::crs
