#include "app/project/project_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "app/map/map_content.hpp"
#include "app/programme/computed_figure.hpp"
#include "app/project/areas_section.hpp"
#include "app/project/config_section.hpp"
#include "app/project/crosswalk_section.hpp"
#include "app/project/edits_file.hpp"
#include "app/project/programme_section.hpp"
#include "app/project/project_references.hpp"
#include "app/project/scene_file.hpp"
#include "app/project/theme_sections.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;

/// What the word under KEY stands for; the first of `words` where the key is missing.
template <class Value, std::size_t N>
Value one_of(ConfigSection& section, std::string_view key,
             const std::array<std::pair<std::string_view, Value>, N>& words) {
  std::vector<std::string> names;
  for (const auto& [name, value] : words) names.emplace_back(name);
  const std::string word = section.one_of(key, names);
  return std::ranges::find(words, word, [](const auto& each) { return each.first; })->second;
}

// The other hatches say "no data", "not applicable" and "out of range" on every map.
constexpr std::array<std::pair<std::string_view, model::Hatch>, 2> k_category_hatches{{
    {"none", model::Hatch::none},
    {"backward", model::Hatch::backward},
}};

constexpr std::array<std::pair<std::string_view, model::UnitLevel>, 3> k_unit_levels{{
    {"commune", model::UnitLevel::commune},
    {"district", model::UnitLevel::district},
    {"province", model::UnitLevel::province},
}};

model::Boundaries read_boundaries(ConfigSection section) {
  model::Boundaries out;
  out.id = section.required_text("id");
  out.title = section.bilingual("title");
  out.valid_from = section.date("valid_from");
  out.valid_to = section.date("valid_to");
  std::vector<std::string> files = section.texts("file");
  if (files.empty()) throw section.error("file", text("thiếu khóa này", "this key is missing"));
  out.file = files.front();
  out.more_files.assign(files.begin() + 1, files.end());
  out.code = section.required_text("code");
  out.name = section.required_text("name");
  out.type = section.text("type");
  out.district_code = section.text("district_code");
  out.district = section.text("district");
  out.encoding = section.text("encoding", "auto");
  out.crs = section.text("crs");
  section.finish();
  return out;
}

model::Period read_period(ConfigSection section) {
  model::Period out;
  out.id = section.required_text("id");
  out.title = section.bilingual("title");
  out.date = section.date("date");
  section.finish();
  if (out.date.empty()) {
    throw section.error("date", text("thiếu ngày của kỳ", "the period's date is missing"));
  }
  if (out.title.empty()) out.title = out.id;
  return out;
}

model::TableSource read_table_source(ConfigSection section) {
  model::TableSource out;
  out.id = section.required_text("id");
  out.files = section.texts("file");
  out.by_period = section.texts_map("by_period");
  out.key = section.text("key");
  out.name = section.text("name");
  out.district = section.text("district");
  out.labels = section.texts("labels");
  out.level = one_of(section, "level", k_unit_levels);
  out.applies_to = section.texts("applies_to");
  out.period_field = section.text("period_field");
  out.period = section.text("period");
  out.encoding = section.text("encoding", "auto");
  out.header_row = section.integer("header_row", 0);
  section.finish();
  if (out.files.empty() == out.by_period.empty()) {
    throw section.error("file", text("cần “file”, hoặc “by_period” (tệp của từng kỳ)",
                                     "“file” is needed, or “by_period” (files of each period)"));
  }
  if (out.key.empty() && out.name.empty()) {
    throw section.error("key", text("cần “key” (mã) hoặc “name” (tên) để ghép với ranh giới",
                                    "“key” (code) or “name” is needed to join with the boundaries"));
  }
  return out;
}

model::Indicator read_indicator(ConfigSection section) {
  model::Indicator out;
  out.id = section.required_text("id");
  out.title = section.bilingual("title");
  out.unit = section.bilingual("unit");
  out.table = section.text("table");
  out.field = section.text("field");
  out.compute = section.text("compute");
  out.set = section.text("set");
  out.coverage = read_coverage_rule(section, out.compute);
  if (!out.coverage) out.of = section.text("of");
  out.since = section.text("since");
  out.words = section.flag("words", false);
  out.percent = section.flag("percent", false);
  out.minimum = section.number("min", out.percent ? 0 : model::k_no_data);
  out.maximum = section.number("max", out.percent ? 100 : model::k_no_data);
  out.decimals = section.integer("decimals", 1);
  out.weight = section.text("weight");
  out.carry = read_carry_word(section);
  section.finish();
  if (!out.coverage) {
    check_compute(section, out);
  } else if (!out.set.empty() || !out.table.empty() || !out.since.empty()) {
    throw section.error("compute", text("“{}” không đi cùng “set”, “table” hay “since”",
                                        "“{}” does not go with “set”, “table” or “since”", {out.compute}));
  }
  return out;
}

/// labels_vi and labels_en, or labels for both.
std::vector<base::Text> read_labels(ConfigSection& section) {
  const std::vector<std::string> both = section.texts("labels");
  std::vector<std::string> vi = section.texts("labels_vi");
  std::vector<std::string> en = section.texts("labels_en");
  if (vi.empty()) vi = both;
  if (en.empty()) en = vi;
  if (vi.size() != en.size()) {
    throw section.error("labels_en", text("số nhãn khác labels_vi", "not as many labels as labels_vi"));
  }
  std::vector<base::Text> labels;
  for (std::size_t i = 0; i < vi.size(); ++i) labels.emplace_back(vi[i], en[i]);
  return labels;
}

model::Theme read_theme(ConfigSection section) {
  model::Theme out;
  out.id = section.required_text("id");
  out.title = section.bilingual("title");
  out.subtitle = section.bilingual("subtitle");
  out.indicator = section.required_text("indicator");
  out.kind = one_of(section, "kind", k_theme_kinds);
  out.classification = read_classification(section);
  out.legend = section.bilingual("legend");
  out.labels = read_labels(section);
  out.best_is_low = section.flag("best_is_low", false);
  out.message = section.bilingual("message");
  if (const std::string place = unknown_place(out.message); !place.empty()) {
    throw section.error("message", text("không có số nào tên “{}”", "there is no figure “{}”", {place}),
                        Text("Dùng {met}, {unmet}, {unknown}, {n}, {mean}, {sum}.",
                             "Use {met}, {unmet}, {unknown}, {n}, {mean}, {sum}."));
  }
  out.areas = section.texts("areas");
  out.second = read_second(section);
  out.mark = read_mark(section);
  if (out.kind == model::ThemeKind::bivariate && !out.second) {
    throw section.error(
        "second", text("bản đồ hai biến cần [themes.second]", "a bivariate theme needs [themes.second]"));
  }
  for (ConfigSection& row : section.tables("categories")) {
    model::ThemeCategory category;
    category.value = row.required_text("value");
    category.label = row.bilingual("label");
    const std::string fill = row.required_text("fill");
    const auto colour = model::rgb_from(fill);
    if (!colour) throw row.error("fill", text("màu phải có dạng #rrggbb", "a colour is written #rrggbb"));
    category.fill = *colour;
    category.hatch = one_of(row, "hatch", k_category_hatches);
    row.finish();
    out.categories.push_back(std::move(category));
  }
  if (out.kind == model::ThemeKind::category && out.categories.empty()) {
    throw section.error("categories", text("chuyên đề phân loại cần các mục [[themes.categories]]",
                                           "a category theme needs [[themes.categories]]"));
  }
  section.finish();
  return out;
}

model::CriteriaSource read_criteria(ConfigSection section) {
  model::CriteriaSource out;
  out.figures = section.required_text("figures");
  out.tables = section.texts("tables");
  out.sets = section.texts("sets");
  out.overlays = section.texts("overlays");
  out.region = section.text("region");
  out.province_code = section.text("province_code");
  section.finish();
  return out;
}

template <class Item, class Read>
std::vector<Item> read_all(ConfigSection& root, std::string_view key, Read read) {
  std::vector<Item> items;
  std::set<std::string> ids;
  for (ConfigSection& section : root.tables(key)) {
    Item item = read(section);
    if (!ids.insert(item.id).second) {
      throw section.error("id", text("mã “{}” đã dùng rồi", "id “{}” is used twice", {item.id}));
    }
    items.push_back(std::move(item));
  }
  return items;
}

std::string content_of(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) {
    throw base::Error(
        base::ErrorKind::usage,
        text("{} là thư mục, không phải tệp dự án", "{} is a folder, not a project file", {file.string()}),
        text("Chỉ tên tệp .toml bên trong.", "Name the .toml file inside it."));
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw base::Error(
        base::ErrorKind::not_found,
        text("Không mở được tệp dự án {}", "Cannot open the project file {}", {file.string()}),
        text("Kiểm tra đường dẫn và quyền đọc.", "Check the path and the permission to read it."));
  }
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

model::Project parse_project(std::string_view toml, const std::string& file) {
  ConfigSection root = ConfigSection::from_text(toml, file);
  model::Project project;
  project.file = file;
  project.folder = std::filesystem::path(file).parent_path().string();
  if (auto head = root.table("project")) {
    project.title = head->bilingual("title");
    project.province = head->text("province");
    project.place = head->bilingual("place");
    project.notice = head->bilingual("notice");
    project.source = head->bilingual("source");
    project.licence = head->text("licence");
    project.crs = head->text("crs");
    project.aliases = head->text("aliases");
    const std::string hectares = head->text("hectares");
    const auto kind = hectare_kind_from(hectares);
    if (!kind)
      throw head->error("hectares", text("phải là “geodesic” hoặc “crs”", "must be “geodesic” or “crs”"));
    project.hectares = *kind;
    project.edits = head->text("edits");
    head->finish();
  }
  project.boundaries = read_all<model::Boundaries>(root, "boundaries", read_boundaries);
  project.periods = read_all<model::Period>(root, "periods", read_period);
  project.tables = read_all<model::TableSource>(root, "tables", read_table_source);
  project.indicators = read_all<model::Indicator>(root, "indicators", read_indicator);
  project.themes = read_all<model::Theme>(root, "themes", read_theme);
  project.areas = read_all<model::AreaSource>(root, "areas", read_area_source);
  project.weights = read_all<model::WeightSource>(root, "weights", read_weight_source);
  project.crosswalks = read_crosswalk_sections(root);
  project.scenes = read_scenes(root);
  if (auto criteria = root.table("criteria")) project.criteria = read_criteria(*criteria);
  if (auto programme = root.table("programme")) project.programme = read_programme(*programme);
  root.finish();
  if (project.boundaries.empty())
    throw root.error("boundaries", text("dự án không có ranh giới", "the project has no boundaries"));
  check_references(project);
  return project;
}

model::Project read_project(const std::filesystem::path& file) {
  model::Project project = parse_project(content_of(file), file.string());
  project.value_edits = read_edits(project);
  return project;
}

std::string resolve(const model::Project& project, const std::string& path) {
  const std::filesystem::path given(path);
  if (given.is_absolute() || project.folder.empty()) return path;
  return (std::filesystem::path(project.folder) / given).string();
}

}  // namespace ntmap::app
