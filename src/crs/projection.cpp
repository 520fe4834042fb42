#include "crs/projection.hpp"

#include <proj.h>

#include <cmath>
#include <utility>

#include "base/error.hpp"
#include "crs/systems.hpp"

namespace ntmap::crs {
namespace {

struct Deleter {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
  void operator()(PJ* object) const { proj_destroy(object); }
};
using Context = std::unique_ptr<PJ_CONTEXT, Deleter>;
using Object = std::unique_ptr<PJ, Deleter>;

Context new_context() {
  Context context(proj_context_create());
  proj_context_set_enable_network(context.get(), 0);
  proj_log_level(context.get(), PJ_LOG_NONE);
  return context;
}

Object create(const Context& context, std::string_view definition) {
  return Object(proj_create(context.get(), std::string(definition).c_str()));
}

std::string text_or_empty(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

bool is_geographic(PJ_TYPE type) {
  return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

/// The horizontal part of a compound or bound system.
Object horizontal(const Context& context, Object crs, Facts& facts) {
  while (crs) {
    const PJ_TYPE type = proj_get_type(crs.get());
    if (type == PJ_TYPE_BOUND_CRS) {
      const Object shift(proj_crs_get_coordoperation(context.get(), crs.get()));
      std::array<double, 7> values{};
      if (shift &&
          proj_coordoperation_get_towgs84_values(context.get(), shift.get(), values.data(), 7, 0) != 0) {
        facts.to_wgs84 = values;
      }
      crs.reset(proj_get_source_crs(context.get(), crs.get()));
    } else if (type == PJ_TYPE_COMPOUND_CRS) {
      crs.reset(proj_crs_get_sub_crs(context.get(), crs.get(), 0));
    } else {
      break;
    }
  }
  return crs;
}

void read_datum(const Context& context, const Object& crs, Facts& facts) {
  Object datum(proj_crs_get_datum(context.get(), crs.get()));
  if (!datum) datum.reset(proj_crs_get_datum_ensemble(context.get(), crs.get()));
  if (datum) facts.datum = text_or_empty(proj_get_name(datum.get()));
  const Object ellipsoid(proj_get_ellipsoid(context.get(), crs.get()));
  if (ellipsoid) {
    proj_ellipsoid_get_parameters(context.get(), ellipsoid.get(), &facts.semi_major, nullptr, nullptr,
                                  &facts.inverse_flattening);
  }
}

void read_projection(const Context& context, const Object& crs, Facts& facts) {
  const Object conversion(proj_crs_get_coordoperation(context.get(), crs.get()));
  if (!conversion) return;
  const char* method = nullptr;
  proj_coordoperation_get_method_info(context.get(), conversion.get(), &method, nullptr, nullptr);
  facts.transverse_mercator = text_or_empty(method) == "Transverse Mercator";
  const int count = proj_coordoperation_get_param_count(context.get(), conversion.get());
  for (int i = 0; i < count; ++i) {
    const char* code = nullptr;
    double value = 0;
    double unit = 1;
    proj_coordoperation_get_param(context.get(), conversion.get(), i, nullptr, nullptr, &code, &value,
                                  nullptr, &unit, nullptr, nullptr, nullptr, nullptr);
    const std::string parameter = text_or_empty(code);  // codes of the EPSG dataset
    if (parameter == "8801") facts.latitude_of_origin = value * unit / k_radians_a_degree;
    if (parameter == "8802") facts.central_meridian = value * unit / k_radians_a_degree;
    if (parameter == "8805") facts.scale = value * unit;
    if (parameter == "8806") facts.false_easting = value * unit;
    if (parameter == "8807") facts.false_northing = value * unit;
  }
  const Object axes(proj_crs_get_coordinate_system(context.get(), crs.get()));
  double metres = 1;
  if (axes && proj_cs_get_axis_info(context.get(), axes.get(), 0, nullptr, nullptr, nullptr, &metres, nullptr,
                                    nullptr, nullptr) != 0) {
    facts.metres_per_unit = metres;
  }
}

bool on_sphere(const Context& context, const Object& crs) {
  const Object ellipsoid(proj_get_ellipsoid(context.get(), crs.get()));
  double inverse_flattening = 0;
  return ellipsoid &&
         proj_ellipsoid_get_parameters(context.get(), ellipsoid.get(), nullptr, nullptr, nullptr,
                                       &inverse_flattening) != 0 &&
         inverse_flattening == 0;
}

base::Error no_way(std::string_view from, std::string_view to) {
  return {base::ErrorKind::data,
          base::text("Không có phép chuyển tọa độ từ {} sang {}", "There is no transformation from {} to {}",
                     {from, to}),
          base::text("Ghi rõ hệ tọa độ của nguồn bằng --crs EPSG:n.",
                     "Name the coordinate system of the source with --crs EPSG:n.")};
}

}  // namespace

std::optional<Facts> read_facts(std::string_view definition) {
  const Context context = new_context();
  Object crs = create(context, definition);
  if (!crs || proj_is_crs(crs.get()) == 0) return std::nullopt;
  Facts facts;
  facts.name = text_or_empty(proj_get_name(crs.get()));
  facts.wkt = text_or_empty(proj_as_wkt(context.get(), crs.get(), PJ_WKT2_2019, nullptr));
  crs = horizontal(context, std::move(crs), facts);
  if (!crs) return std::nullopt;
  if (text_or_empty(proj_get_id_auth_name(crs.get(), 0)) == "EPSG") {
    facts.epsg = text_or_empty(proj_get_id_code(crs.get(), 0));
  }
  facts.geographic = is_geographic(proj_get_type(crs.get()));
  facts.projected = proj_get_type(crs.get()) == PJ_TYPE_PROJECTED_CRS;
  read_datum(context, crs, facts);
  if (facts.projected) read_projection(context, crs, facts);
  return facts;
}

Identity identify(std::string_view definition) {
  const Context context = new_context();
  const Object crs = create(context, definition);
  Identity best;
  if (!crs) return best;
  int* confidence = nullptr;
  PJ_OBJ_LIST* found = proj_identify(context.get(), crs.get(), "EPSG", nullptr, &confidence);
  // The first is the best; two equally good ones tell nothing.
  const int count = found == nullptr ? 0 : proj_list_get_count(found);
  if (count > 0 && (count == 1 || confidence[0] > confidence[1])) {
    const Object first(proj_list_get(context.get(), found, 0));
    best = {text_or_empty(proj_get_id_code(first.get(), 0)), confidence[0]};
  }
  proj_int_list_destroy(confidence);
  proj_list_destroy(found);
  return best;
}

struct Operation::Parts {
  Context context = new_context();
  Object object;
};

Operation::Operation(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Operation::~Operation() = default;
Operation::Operation(Operation&&) noexcept = default;
Operation& Operation::operator=(Operation&&) noexcept = default;

Operation::Operation(const std::string& pipeline) : m_parts(std::make_unique<Parts>()) {
  m_parts->object = create(m_parts->context, pipeline);
  if (!m_parts->object) throw no_way(pipeline, "?");
}

Operation::Operation(std::string_view from, std::string_view to) : m_parts(std::make_unique<Parts>()) {
  PJ_CONTEXT* const context = m_parts->context.get();
  const Object source = create(m_parts->context, from);
  const Object target = create(m_parts->context, to);
  if (!source || !target) throw no_way(from, to);
  // A sphere is on no datum and for drawing only; ellipsoids of unknown datum are not taken for another.
  const bool drawing = on_sphere(m_parts->context, source) || on_sphere(m_parts->context, target);
  const char* const options[] = {drawing ? "ALLOW_BALLPARK=YES" : "ALLOW_BALLPARK=NO", nullptr};
  const Object found(proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), nullptr, options));
  if (found) m_parts->object.reset(proj_normalize_for_visualization(context, found.get()));
  if (!m_parts->object) throw no_way(from, to);
}

Operation Operation::clone() const {
  auto parts = std::make_unique<Parts>();
  parts->object.reset(proj_clone(parts->context.get(), m_parts->object.get()));
  return Operation(std::move(parts));
}

bool Operation::apply(std::span<double> xy) {
  const std::size_t n = xy.size() / 2;
  if (n == 0) return true;
  constexpr std::size_t k_stride = 2 * sizeof(double);
  proj_errno_reset(m_parts->object.get());
  const std::size_t moved = proj_trans_generic(m_parts->object.get(), PJ_FWD, xy.data(), k_stride, n,
                                               xy.data() + 1, k_stride, n, nullptr, 0, 0, nullptr, 0, 0);
  bool finite = moved == n;
  for (const double value : xy) finite = finite && std::isfinite(value);
  return finite;
}

Geodetic geodetic_of(std::string_view crs) {
  Geodetic out;
  if (const auto code = epsg_code(crs)) {
    if (const System* system = find_system(*code)) {
      if (!system->geographic) out.to_degrees.emplace(pipeline_to_degrees(*system));
      return out;
    }
  }
  const auto facts = read_facts(crs);
  if (!facts || !(facts->geographic || facts->projected)) {
    throw base::Error(
        base::ErrorKind::data,
        base::text("Hệ tọa độ {} không dùng để tính diện tích được",
                   "Areas cannot be computed in the coordinate system {}", {crs}),
        base::text("Ghi rõ hệ tọa độ bằng --crs EPSG:n.", "Name the system with --crs EPSG:n."));
  }
  out.semi_major = facts->semi_major;
  out.flattening = facts->inverse_flattening > 0 ? 1 / facts->inverse_flattening : 0;
  if (facts->geographic) return out;
  const Context context = new_context();
  Facts ignored;
  const Object flat = horizontal(context, create(context, crs), ignored);
  const Object base(proj_crs_get_geodetic_crs(context.get(), flat.get()));
  out.to_degrees.emplace(text_or_empty(proj_as_wkt(context.get(), flat.get(), PJ_WKT2_2019, nullptr)),
                         text_or_empty(proj_as_wkt(context.get(), base.get(), PJ_WKT2_2019, nullptr)));
  return out;
}

}  // namespace ntmap::crs
