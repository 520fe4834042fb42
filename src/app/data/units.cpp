#include "app/data/units.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "app/data/full_names.hpp"
#include "app/data/missing_shapes.hpp"
#include "app/data/table_place.hpp"
#include "app/data/type_fields.hpp"
#include "app/project/project_file.hpp"
#include "base/error.hpp"
#include "crs/crs.hpp"
#include "crs/equirectangular.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using base::text;

std::vector<std::string> texts_of(const model::Column& column) {
  std::vector<std::string> texts(column.size());
  for (std::size_t row = 0; row < texts.size(); ++row) texts[row] = column.text(row);
  return texts;
}

std::vector<std::string> optional_texts(const model::Table& table, const std::string& field,
                                        std::size_t rows) {
  if (field.empty()) return std::vector<std::string>(rows);
  return texts_of(require_column(table, field));
}

std::vector<std::string> row_numbers(std::size_t rows) {
  std::vector<std::string> numbers(rows);
  for (std::size_t row = 0; row < rows; ++row) numbers[row] = std::to_string(row + 1);
  return numbers;
}

/// All of them where there is a code and no field of names: names beside a table's codes are compared all the
/// same.
std::vector<std::string> wanted_fields(const model::Boundaries& boundaries) {
  std::vector<std::string> fields;
  if (boundaries.name.empty() && !boundaries.code.empty()) return fields;
  for (const std::string& field :
       {boundaries.code, boundaries.name, boundaries.type, boundaries.district_code, boundaries.district}) {
    if (!field.empty()) fields.push_back(field);
  }
  return fields;
}

/// Whether types are to be looked for: none are named, and tables are joined by names, which they tell apart.
/// In one file only, for fields may differ between several.
bool looks_for_types(const model::Project& project, const model::Boundaries& boundaries) {
  return boundaries.type.empty() && !boundaries.name.empty() && boundaries.more_files.empty() &&
         std::any_of(project.tables.begin(), project.tables.end(), [](const model::TableSource& table) {
           return table.key.empty() && !table.name.empty();
         });
}

/// The field of types among all that were read; the others that nobody wants are dropped.
std::string find_type_field(const model::Boundaries& boundaries, model::Table& table,
                            base::Findings& findings) {
  std::string type = field_of_types(table);
  if (!type.empty()) findings.push_back(types_found(table, type));
  const std::vector<std::string> wanted = wanted_fields(boundaries);
  std::erase_if(table.columns, [&](const model::Column& column) {
    return column.name != type && std::find(wanted.begin(), wanted.end(), column.name) == wanted.end();
  });
  return type;
}

void index_codes(Units& units) {
  for (std::uint32_t unit = 0; unit < units.codes.size(); ++unit) {
    const std::string& code = units.codes[unit];
    const std::string& file = units.layer.attributes.file_of(unit);
    if (code.empty()) {
      units.findings.push_back({base::Severity::error, "units.code-missing", file,
                                row_place(units.layer.attributes, unit),
                                text("đơn vị “{}” không có mã", "unit “{}” has no code", {units.names[unit]}),
                                text("Điền mã vào trường mã của ranh giới.", "Fill in the code field.")});
    } else if (!units.by_code.emplace(code, unit).second) {
      units.findings.push_back(
          {base::Severity::error, "units.code-twice", file, text("mã {}", "code {}", {code}),
           text("mã dùng cho hai đơn vị; số liệu chỉ ghép vào “{}”",
                "the code stands for two units; figures go to “{}” only",
                {units.names[units.by_code.at(code)]}),
           text("Sửa mã bị trùng trong tệp ranh giới.", "Mend the code that is used twice.")});
    }
  }
}

void group_districts(Units& units) {
  std::map<std::string, std::uint32_t> groups;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const std::string& code = units.district_codes[unit];
    const std::string& key = code.empty() ? units.districts[unit] : code;
    units.district_of.push_back(groups.emplace(key, static_cast<std::uint32_t>(groups.size())).first->second);
  }
  units.district_count = std::max<std::size_t>(1, groups.size());
}

/// Projected systems are drawn as they are; degrees would look squeezed, so they are scaled to metres.
std::string choose_map_crs(const model::Project& project, const crs::Description& source,
                           const base::Box& box) {
  if (project.crs == model::k_source_crs) return source.definition;
  if (!project.crs.empty()) return project.crs;
  if (!source.geographic) return source.definition;
  return crs::equirectangular(box.centre().y);
}

void append(model::PolygonSet& to, const model::PolygonSet& from) {
  for (std::size_t feature = 0; feature < from.feature_count(); ++feature) to.append_feature(from, feature);
}

/// Adds the rows of another file with the same fields. Cells become texts, whatever each file stored.
void append(model::Table& to, const model::Table& from) {
  if (to.parts.empty()) to.parts.push_back({to.file, to.sheet, to.header_row, 0});
  to.parts.push_back({from.file, from.sheet, from.header_row, to.source_row.size()});
  to.source_row.insert(to.source_row.end(), from.source_row.begin(), from.source_row.end());
  for (model::Column& column : to.columns) {
    std::vector<std::string> cells = texts_of(column);
    const std::vector<std::string> more = texts_of(require_column(from, column.name));
    cells.insert(cells.end(), more.begin(), more.end());
    column = {column.name, model::ColumnType::text, std::move(cells), {}};
  }
}

/// One file, or a file a district one after another in the coordinate system of the first.
LoadedLayer load_files(LayerRequest request, const model::Project& project,
                       const model::Boundaries& boundaries, const base::Job& job) {
  const double count = static_cast<double>(boundaries.more_files.size() + 1);
  request.path = resolve(project, boundaries.file);
  LoadedLayer all = load_layer(request, job.part(0, 1 / count));
  double done = 1;
  for (const std::string& file : boundaries.more_files) {
    request.path = resolve(project, file);
    LoadedLayer next = load_layer(request, job.part(done / count, (done + 1) / count));
    ++done;
    if (next.crs.definition != all.crs.definition) {
      crs::transform(next.layer.polygons.xy, next.crs.definition, all.crs.definition);
    }
    append(all.layer.polygons, next.layer.polygons);
    append(all.layer.attributes, next.layer.attributes);
    all.findings.insert(all.findings.end(), next.findings.begin(), next.findings.end());
  }
  return all;
}

/// Whether the name begins with its type, as in files whose field of names holds both ("Xã Ba", "TT. Nghèn").
bool says_type(const std::string& name, const std::string& type) {
  const auto first = [](const std::string& word) {
    return word.empty() ? '\0' : static_cast<char>(word[0] | 0x20);
  };
  if (first(name) != first(type) || name.find_first_of(" .") == std::string::npos) return false;
  const names::UnitType said = names::unit_type_from(type);
  return said != names::UnitType::none && names::parse_unit_name(name).type == said;
}

/// The first feature that cannot be moved to that system; nothing where each can.
std::optional<std::size_t> immovable(const LoadedLayer& loaded, const std::string& target) {
  const model::PolygonSet& polygons = loaded.layer.polygons;
  for (std::size_t feature = 0; feature < polygons.feature_count(); ++feature) {
    model::PolygonSet one;
    one.append_feature(polygons, feature);
    try {
      crs::transform(one.xy, loaded.crs.definition, target);
    } catch (const base::Error&) {
      return feature;
    }
  }
  return std::nullopt;
}

/// Why the layer cannot be drawn in that system: what is known of its own, and where in the file it shows.
base::Error cannot_be_moved(const LoadedLayer& loaded, const base::Findings& told, const std::string& target,
                            base::Error error) {
  for (const base::Finding& finding : told) {
    if (finding.rule == "crs.elsewhere")
      return base::Error(base::ErrorKind::data, finding.what, finding.remedy).at(loaded.layer.file);
  }
  if (const auto feature = immovable(loaded, target)) error.at(feature_place(loaded.layer, *feature));
  return error.at(loaded.layer.file);
}

/// `told`: what was found while the layer was read.
void move_polygons(LoadedLayer& loaded, const base::Findings& told, const std::string& target) {
  model::PolygonSet& polygons = loaded.layer.polygons;
  const double latitude = polygons.box().centre().y;
  if (loaded.crs.definition == "EPSG:4326" && target == crs::equirectangular(latitude)) {
    crs::to_equirectangular(polygons.xy, latitude);
  } else if (target != loaded.crs.definition) {
    try {
      crs::transform(polygons.xy, loaded.crs.definition, target);
    } catch (const base::Error& error) {
      throw cannot_be_moved(loaded, told, target, error);
    }
  }
}

}  // namespace

void require_trustworthy(const Units& units) {
  static constexpr std::array k_fatal{"shp.truncated", "shp.record-chain",     "dbf.count-differs",
                                      "dbf.truncated", "vector.count-differs", k_rule_ambiguous_crs};
  for (const base::Finding& finding : units.findings) {
    const auto is_rule = [&](const char* rule) { return finding.rule == rule; };
    // An error only where another system fits: the one that was said is wrong, and so would be the map's
    // place.
    const bool elsewhere = finding.rule == "crs.elsewhere" && finding.severity == base::Severity::error;
    if (!elsewhere && std::none_of(k_fatal.begin(), k_fatal.end(), is_rule)) continue;
    throw base::Error(base::ErrorKind::data, text("{}: {}", "{}: {}", {finding.file, finding.what}),
                      finding.remedy);
  }
}

std::string Units::full_name(std::size_t unit) const {
  const std::string& name = names[unit];
  return types[unit].empty() || says_type(name, types[unit]) ? name : types[unit] + " " + name;
}

Units load_units(const model::Project& project, const model::Boundaries& boundaries, bool repair,
                 const base::Job& job) {
  const bool open_type = looks_for_types(project, boundaries);
  LoadedLayer loaded =
      load_files({.path = {},
                  .encoding = boundaries.encoding,
                  .crs = boundaries.crs,
                  .province = project.province,
                  .fields = open_type ? std::vector<std::string>() : wanted_fields(boundaries),
                  .crs_words = project.file.empty() ? LayerRequest().crs_words : "crs = \"EPSG:{}\"",
                  .repair = repair},
                 project, boundaries, job);
  Units units;
  units.vintage = boundaries.id;
  std::vector<std::string> full_types;
  if (open_type && field_of_types(loaded.layer.attributes).empty())
    full_types = types_in_full_names(loaded.layer.attributes, boundaries.name, loaded.findings);
  const std::string type_field =
      open_type ? find_type_field(boundaries, loaded.layer.attributes, loaded.findings) : boundaries.type;
  units.findings = std::move(loaded.findings);
  const model::Table& table = loaded.layer.attributes;
  units.codes = boundaries.code.empty() ? row_numbers(loaded.layer.polygons.feature_count())
                                        : texts_of(require_column(table, boundaries.code));
  units.names = optional_texts(table, boundaries.name, units.codes.size());
  units.types = full_types.empty() ? optional_texts(table, type_field, units.codes.size()) : full_types;
  units.districts = optional_texts(table, boundaries.district, units.codes.size());
  units.district_codes = optional_texts(table, boundaries.district_code, units.codes.size());
  group_districts(units);
  units.crs = choose_map_crs(project, loaded.crs, loaded.layer.polygons.box());
  move_polygons(loaded, units.findings, units.crs);
  units.layer = std::move(loaded.layer);
  units.layer.crs = units.crs;
  index_codes(units);
  return units;
}

}  // namespace ntmap::app
