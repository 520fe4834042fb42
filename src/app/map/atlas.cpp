#include "app/map/atlas.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "app/map/map_sheet.hpp"
#include "app/map/sheet_content.hpp"
#include "app/map/sheet_painter.hpp"
#include "app/programme/count_range.hpp"
#include "base/counted.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "geom/coverage.hpp"
#include "io/source_path.hpp"
#include "names/fold.hpp"
#include "sheet/paint.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;

constexpr const char* k_note = "atlas.json";

/// "Xã Hương Khê" as a file's name: "xa-huong-khe".
std::string slug(const std::string& name) {
  std::string out;
  for (const char c : names::search_key(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "trang" : out;
}

/// Gives pages that would share a name numbers.
void part_names(std::vector<AtlasPage>& pages) {
  std::map<std::string, int> used;
  for (AtlasPage& page : pages) {
    const int times = ++used[page.name];
    if (times > 1) page.name += "-" + std::to_string(times);
  }
}

std::vector<AtlasPage> district_pages(const Units& units) {
  if (units.district_count < 2) {
    throw Error(ErrorKind::usage,
                text("Ranh giới “{}” không có huyện", "Boundaries “{}” have no districts", {units.vintage}),
                text("Dùng --atlas commune, hoặc --period của một kỳ còn cấp huyện (trước 7/2025).",
                     "Use --atlas commune, or a --period that still has districts (before July 2025)."));
  }
  std::vector<AtlasPage> pages(units.district_count);
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    AtlasPage& page = pages[units.district_of[unit]];
    if (page.units.empty()) {
      page.title = units.districts[unit];
      page.name = slug(units.districts[unit]);
    }
    page.units.push_back(unit);
  }
  return pages;
}

std::vector<AtlasPage> commune_pages(const Units& units) {
  std::vector<AtlasPage> pages;
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    pages.push_back({{unit}, units.full_name(unit), slug(units.codes[unit] + " " + units.full_name(unit))});
  }
  return pages;
}

/// Makes the pages of one map.
class AtlasMaker {
 public:
  AtlasMaker(const MapContent& map, Text period, const AtlasOptions& options)
      : m_map(map),
        m_period(std::move(period)),
        m_options(options),
        m_coverage(geom::build_coverage(map.units().layer.polygons)) {
    std::vector<std::uint32_t> each(map.units().size());
    for (std::uint32_t unit = 0; unit < each.size(); ++unit) each[unit] = unit;
    m_communes = geom::borders_between(m_coverage, each, false);
    m_districts = geom::borders_between(m_coverage, map.units().district_of, false);
  }

  /// Null where none of the page's units has an outline.
  std::unique_ptr<SheetContent> page(const AtlasPage& page) const {
    base::Box world;
    for (const std::uint32_t unit : page.units) world.add(m_map.units().layer.polygons.feature_box(unit));
    if (world.empty()) return nullptr;
    auto content = std::make_unique<SheetContent>(sheet_without_borders(m_map, m_options.sheet));
    sheet::SheetRequest& request = content->request;
    request.title = page.title;
    request.subtitle = subtitle(page);
    request.message = message(page);
    request.histogram = nullptr;
    std::vector<std::uint8_t> inside(m_map.units().size(), 0);
    for (const std::uint32_t unit : page.units) inside[unit] = 1;
    request.focus = sheet::Focus{world, inside};
    if (request.symbols) {
      for (std::size_t unit = 0; unit < inside.size(); ++unit) {
        if (inside[unit] == 0) request.symbols->values[unit] = model::k_no_data;
      }
    }
    count_inside(*content, inside);
    fade_neighbours(*content, inside);
    add_lines(*content, inside);
    return content;
  }

 private:
  /// The legend counts the page's units.
  void count_inside(SheetContent& content, const std::vector<std::uint8_t>& inside) const {
    model::ClassList classes = m_map.classes;
    classes.no_data.count = classes.not_applicable.count = classes.out_of_range.count = 0;
    for (model::MapClass& c : classes.classes) c.count = 0;
    for (std::size_t unit = 0; unit < inside.size(); ++unit) {
      if (inside[unit] == 0) continue;
      const std::uint8_t byte = classes.class_of[unit];
      if (byte == model::k_class_no_data) {
        ++classes.no_data.count;
      } else if (byte == model::k_class_not_applicable) {
        ++classes.not_applicable.count;
      } else if (byte == model::k_class_out_of_range) {
        ++classes.out_of_range.count;
      } else {
        ++classes.classes[byte].count;
      }
    }
    content.classes.push_back(std::move(classes));
    content.request.classes = &content.classes.back();
  }

  /// A pale veil over all units but the page's.
  void fade_neighbours(SheetContent& content, const std::vector<std::uint8_t>& inside) const {
    constexpr model::Rgb k_veil{0xfc, 0xfb, 0xf8};
    constexpr double k_opacity = 0.68;
    const model::PolygonSet& polygons = m_map.units().layer.polygons;
    auto outside = std::make_shared<model::PolygonSet>();
    for (std::size_t unit = 0; unit < inside.size(); ++unit) {
      if (inside[unit] == 0) outside->append_feature(polygons, unit);
    }
    if (outside->feature_count() == 0) return;
    model::ClassList veil;
    veil.classes.emplace_back().fill = k_veil;
    veil.class_of.assign(outside->feature_count(), 0);
    content.classes.push_back(std::move(veil));
    content.request.overlays.push_back({.polygons = outside.get(),
                                        .classes = &content.classes.back(),
                                        .opacity = k_opacity,
                                        .legend = false});
    content.drawn[outside.get()] = {outside, {}};
  }

  /// The page's own outline is its strongest line.
  void add_lines(SheetContent& content, const std::vector<std::uint8_t>& inside) const {
    const std::vector<std::uint32_t> groups(inside.begin(), inside.end());
    content.lines.push_back(m_communes);
    content.lines.push_back(m_districts);
    content.lines.push_back(geom::borders_between(m_coverage, groups, true));
    for (int rank = 0; rank < 3; ++rank)
      content.request.borders.push_back({&content.lines[static_cast<std::size_t>(rank)], rank});
    content.drawn[content.request.polygons].groups.province = groups;
  }

  /// What the map shows, of how many units, when; a commune's page says its district.
  Text subtitle(const AtlasPage& page) const {
    const Text where = page.units.size() == 1 ? Text(m_map.units().districts[page.units.front()])
                                              : count_of_units(m_map.units(), page.units);
    return base::join({m_map.title, where, m_period, m_map.theme.subtitle}, " · ");
  }

  Text figure(std::uint32_t unit) const {
    const double value = m_map.figures.values[unit];
    return base::with_unit(base::number(value, m_map.theme.classification.decimals), m_map.figure_unit);
  }

  /// Units of the page with a figure, the highest first.
  std::vector<std::uint32_t> ranked(const std::vector<std::uint32_t>& units) const {
    const std::vector<double>& values = m_map.figures.values;
    std::vector<std::uint32_t> known;
    std::copy_if(units.begin(), units.end(), std::back_inserter(known),
                 [&](std::uint32_t unit) { return !std::isnan(values[unit]); });
    std::stable_sort(known.begin(), known.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return values[a] > values[b]; });
    return known;
  }

  Text message(const AtlasPage& page) const {
    if (page.units.size() == 1) return commune_message(page.units.front());
    const std::vector<std::uint32_t> known = ranked(page.units);
    if (known.size() < 2) return {};
    const auto named = [&](std::uint32_t unit) {
      return text("**{}** ({})", "**{}** ({})", {m_map.units().names[unit], figure(unit)});
    };
    return text("Cao nhất: {}. Thấp nhất: {}.", "Highest: {}. Lowest: {}.",
                {named(known.front()), named(known.back())});
  }

  Text commune_message(std::uint32_t unit) const {
    const double value = m_map.figures.values[unit];
    const model::MapClass& look = m_map.classes.by_byte(m_map.classes.class_of[unit]);
    if (const auto range = count_range(m_map.figures, unit))
      return text("**{}**.", "**{}**.", {range_words(*range, m_map.figure_unit)});
    if (std::isnan(value)) return text("**{}**.", "**{}**.", {look.label});
    std::size_t higher = 0;
    std::size_t known = 0;
    for (const double other : m_map.figures.values) {
      known += std::isnan(other) ? 0 : 1;
      higher += other > value ? 1 : 0;
    }
    return text("**{}**: thứ {} trong {} đơn vị có số liệu, từ cao xuống.",
                "**{}**: number {} of {} units with figures, from the highest.",
                {figure(unit), higher + 1, known});
  }

  const MapContent& m_map;
  Text m_period;
  const AtlasOptions& m_options;
  geom::Coverage m_coverage;
  model::LineSet m_communes;
  model::LineSet m_districts;
};

/// What makes pages the same: all that is drawn and how.
std::string digest_of(const MapContent& map, const AtlasOptions& options) {
  base::Sha256 hash;
  const auto add = [&](std::string_view words) {
    hash.add(words);
    hash.add(std::string_view("\0", 1));
  };
  const auto add_bytes = [&](const auto& values) {
    hash.add({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0])});
  };
  const RenderOptions& sheet = options.sheet;
  for (const Text& words : {map.title, map.subtitle, map.source, map.classes.title})
    add(words.in(sheet.lang));
  for (const model::MapClass& c : map.classes.classes) {
    add(c.label.in(sheet.lang));
    add(model::to_hex(c.fill));
  }
  add_bytes(map.classes.class_of);
  add_bytes(map.figures.values);
  for (const std::string& word : map.figures.texts) add(word);
  add_bytes(map.units().layer.polygons.xy);
  if (map.marks) add_bytes(map.marks->classes.class_of);
  for (const std::string& name : map.units().names) add(name);
  for (const double number : {sheet.page.width, sheet.page.height}) add(std::to_string(number));
  add(sheet.labels ? "names" : "");
  add(sheet.date);
  add(options.level == AtlasLevel::district ? "district" : "commune");
  add(options.format);
  return hash.hex();
}

std::string note_in(const std::filesystem::path& folder) {
  std::ifstream stream(folder / k_note, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_note(const std::filesystem::path& folder, const std::string& note) {
  base::PendingFile file(folder / k_note, base::Overwrite::yes);
  std::ofstream(file.temporary(), std::ios::binary) << note;
  file.commit();
}

/// Whether pages that are there may stay. Refuses a folder with an atlas of something else.
bool may_continue(const std::filesystem::path& folder, const std::string& note, base::Overwrite overwrite) {
  const std::string there = note_in(folder);
  if (there == note) return true;
  if (there.empty() || overwrite == base::Overwrite::yes) return false;
  throw Error(ErrorKind::usage,
              text("{}: thư mục đã có tập bản đồ của số liệu hoặc kiểu trình bày khác",
                   "{}: the folder holds an atlas of other data or another look", {folder.string()}),
              text("Chọn thư mục khác, hoặc thêm --overwrite để vẽ lại tất cả.",
                   "Choose another folder, or add --overwrite to draw all pages again."));
}

/// What gives the names of a page more room.
Text remedy_for(AtlasLevel level) {
  return level == AtlasLevel::district ? text("Vẽ mỗi xã một tờ bằng --atlas commune.",
                                              "Draw a page for each commune with --atlas commune.")
                                       : text("Phóng to trong trình xem để đọc các tên ấy.",
                                              "Zoom in with the viewer to read these names.");
}

void add(base::Findings& to, const base::Findings& more) {
  to.insert(to.end(), more.begin(), more.end());
}

AtlasResult write_folder(const MapContent& map, const Text& period, const std::vector<AtlasPage>& pages,
                         const std::filesystem::path& folder, const AtlasOptions& options,
                         const base::Job& job) {
  std::filesystem::create_directories(folder);
  const std::string note = "{\"atlas\":\"" + digest_of(map, options) + "\"}\n";
  const bool go_on = may_continue(folder, note, options.sheet.overwrite);
  if (!go_on) write_note(folder, note);
  const AtlasMaker maker(map, period, options);
  std::optional<gl::PicturePainter> pictures;
  if (options.format == "png") pictures.emplace();
  AtlasResult result;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    job.checkpoint();
    job.progress(static_cast<double>(i) / static_cast<double>(pages.size()));
    const std::filesystem::path target = folder / (pages[i].name + "." + options.format);
    if (go_on && std::filesystem::exists(target)) {
      ++result.kept;
      continue;
    }
    const auto content = maker.page(pages[i]);
    if (content == nullptr) continue;
    const sheet::Layout layout = sheet::layout(content->request);
    write_sheet(pictures, *content, layout, target, options.sheet.overwrite);
    add(result.findings, unplaced_names(map.units(), layout.unplaced, remedy_for(options.level)));
    ++result.pages;
  }
  return result;
}

AtlasResult write_document(const MapContent& map, const Text& period, const std::vector<AtlasPage>& pages,
                           const std::filesystem::path& target, const AtlasOptions& options,
                           const base::Job& job) {
  base::PendingFile file(target, options.sheet.overwrite);
  const AtlasMaker maker(map, period, options);
  sheet::PdfFile document(file.temporary(), map.title, options.sheet.lang, options.sheet.date);
  AtlasResult result;
  for (const AtlasPage& page : pages) {
    job.checkpoint();
    job.progress(static_cast<double>(result.pages) / static_cast<double>(pages.size()));
    const auto content = maker.page(page);
    if (content == nullptr) continue;
    const sheet::Layout layout = sheet::layout(content->request);
    document.add(content->request, layout);
    add(result.findings, unplaced_names(map.units(), layout.unplaced, remedy_for(options.level)));
    ++result.pages;
  }
  document.finish();
  file.commit();
  return result;
}

}  // namespace

bool is_document(const std::filesystem::path& target) {
  return io::extension_of(target) == ".pdf";
}

std::vector<AtlasPage> atlas_pages(const Units& units, AtlasLevel level) {
  std::vector<AtlasPage> pages = level == AtlasLevel::district ? district_pages(units) : commune_pages(units);
  std::stable_sort(pages.begin(), pages.end(),
                   [](const AtlasPage& a, const AtlasPage& b) { return a.name < b.name; });
  part_names(pages);
  return pages;
}

void check_atlas(const std::filesystem::path& target, const AtlasOptions& options) {
  if (options.sheet.style != sheet::Style::normal) {
    throw Error(
        ErrorKind::usage,
        text("--atlas không đi cùng --plain hoặc --video", "--atlas does not go with --plain or --video"),
        text("Bỏ một trong hai.", "Leave one of them out."));
  }
  if (!options.sheet.date.empty()) written_date(options.sheet.date);
  if (is_document(target)) {
    const base::PendingFile refuses(target, options.sheet.overwrite);
  } else if (std::filesystem::exists(target) && !std::filesystem::is_directory(target)) {
    throw Error(ErrorKind::usage,
                text("{}: là tệp, không phải thư mục", "{}: is a file, not a folder", {target.string()}),
                text("Với --atlas, -o là một thư mục hoặc một tệp .pdf.",
                     "With --atlas, -o is a folder or a .pdf file."));
  }
}

AtlasResult render_atlas(ProjectData& data, const MapChoice& choice, const std::filesystem::path& target,
                         const AtlasOptions& options, const base::Job& job) {
  check_atlas(target, options);
  const MapContent map = map_content(data, choice, job.part(0, 0.1));
  const std::vector<AtlasPage> pages = atlas_pages(map.units(), options.level);
  const base::Job drawing = job.part(0.1, 1);
  const model::Period* period = map.period.empty() ? nullptr : data.project().find_period(map.period);
  const Text when = period == nullptr ? Text() : period->title;
  AtlasResult result = is_document(target) ? write_document(map, when, pages, target, options, drawing)
                                           : write_folder(map, when, pages, target, options, drawing);
  result.findings.insert(result.findings.begin(), map.findings.begin(), map.findings.end());
  return result;
}

}  // namespace ntmap::app
