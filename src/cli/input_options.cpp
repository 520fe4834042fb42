#include "cli/input_options.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "app/data/load_layer.hpp"
#include "app/project/project_file.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"

namespace ntmap::cli {

using base::Error;
using base::ErrorKind;
using base::text;

void declare_inputs(CLI::App& parser, InputOptions& options, base::Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  app::DirectInput& direct = options.direct;
  parser.add_option("PROJECT", options.project, say("tệp dự án .toml", "project file, .toml"));
  const auto first_direct = static_cast<std::ptrdiff_t>(parser.get_options().size());
  parser.add_option("--boundaries", direct.boundaries,
                    say("tệp ranh giới, TỆP[:lớp]", "boundaries, PATH[:layer]"));
  parser.add_option("--code", direct.code, say("trường mã đơn vị", "field with the unit's code"));
  parser.add_option("--name", direct.name, say("trường tên đơn vị", "field with the unit's name"));
  parser.add_option("--district", direct.district, say("trường tên huyện", "field with the district's name"));
  parser.add_option("--table", direct.table,
                    say("bảng số liệu, TỆP[:trang]", "table of figures, PATH[:sheet]"));
  parser.add_option("--key", direct.key, say("trường mã trong bảng", "field with the code in the table"));
  parser.add_option("--value", direct.value, say("trường giá trị", "field with the value"))
      ->check([lang](const std::string& field) {
        return field.empty() ? text("tên trường để trống", "the name of the field is empty").in(lang)
                             : std::string();
      });
  parser.add_option(
      "--encoding", direct.encoding,
      say("bảng mã của bảng số liệu (không có --table: của ranh giới): auto, utf-8, cp1258, tcvn3, "
          "vni, …",
          "encoding of the table (without --table: of the boundaries): auto, utf-8, cp1258, tcvn3, "
          "vni, …"));
  parser.add_option("--boundaries-encoding", direct.boundaries_encoding,
                    say("bảng mã của ranh giới", "encoding of the boundaries"));
  parser.add_option("--crs", direct.crs,
                    say("hệ tọa độ của nguồn, EPSG:n", "coordinate system of the source, EPSG:n"));
  parser.add_option("--theme", options.theme, say("mã chuyên đề của dự án", "id of a theme of the project"));
  parser.add_option("--period", options.period, say("mã kỳ", "id of a period"));
  parser.add_option(
      "--method", options.method,
      say("cách phân lớp: jenks, quantile, equal, pretty, stddev, geometric, head-tail, manual",
          "class breaks: jenks, quantile, equal, pretty, stddev, geometric, head-tail, manual"));
  parser.add_option("--classes", direct.classification.classes, say("số lớp", "number of classes"))
      ->check(CLI::Range(1, 20));
  parser
      .add_option("--breaks", direct.classification.breaks,
                  say("các cận của lớp (manual)", "class bounds (manual)"))
      ->delimiter(',');
  parser.add_option("--palette", direct.classification.palette, say("bảng màu", "palette"));
  parser.add_flag("--reverse", direct.classification.reversed,
                  say("đảo bảng màu", "palette the other way round"));
  parser.add_option("--decimals", direct.classification.decimals, say("số chữ số thập phân", "decimals"))
      ->check(CLI::Range(0, 6));
  const std::vector<CLI::Option*> all = parser.get_options();
  options.direct_option = [direct = std::vector(all.begin() + first_direct, all.end())] {
    for (const CLI::Option* option : direct) {
      std::string name = option->get_name();
      if (option->count() > 0 && name != "--theme" && name != "--period") return name;
    }
    return std::string();
  };
}

namespace {

/// A project says itself which data it has and how they look; what it does not hear must not be passed over.
void refuse_beside_project(const InputOptions& options) {
  if (!options.direct.boundaries.empty()) {
    throw Error(
        ErrorKind::usage,
        text("Vừa có tệp dự án vừa có --boundaries", "Both a project file and --boundaries are given"),
        text("Chọn một trong hai.", "Choose one."));
  }
  if (app::is_vector_file(options.project)) {
    throw Error(ErrorKind::usage,
                text("{} là tệp ranh giới, không phải tệp dự án",
                     "{} holds boundaries; it is no project file", {options.project}),
                text("Ghi --boundaries {} --code TRƯỜNG …", "Write --boundaries {} --code FIELD …",
                     {options.project}));
  }
  const std::string given = options.direct_option ? options.direct_option() : std::string();
  if (given.empty()) return;
  throw Error(ErrorKind::usage,
              text("{} chỉ dùng khi chỉ thẳng dữ liệu (--boundaries), không dùng cùng tệp dự án",
                   "{} is for data named directly (--boundaries), not for a project file", {given}),
              text("Với dự án: chọn chuyên đề bằng --theme; dữ liệu, cách phân lớp và màu ghi trong {}.",
                   "With a project: choose a theme by --theme; data, classes and colours stand in {}.",
                   {options.project}));
}

}  // namespace

std::shared_ptr<model::Project> project_of(const InputOptions& options) {
  if (!options.project.empty()) refuse_beside_project(options);
  app::DirectInput direct = options.direct;
  if (!options.method.empty()) {
    const auto method = model::break_method_from(options.method);
    if (!method) {
      std::vector<std::string> names;
      for (const auto known : model::all_break_methods()) names.emplace_back(model::name_of(known));
      throw Error(ErrorKind::usage,
                  text("Không có cách phân lớp “{}”", "No such method: “{}”", {options.method}),
                  base::nearest_word_advice(options.method, names));
    }
    direct.classification.method = *method;
  }
  if (!direct.classification.breaks.empty() && !options.method.empty() && options.method != "manual") {
    throw Error(ErrorKind::usage,
                text("--breaks chỉ đi với --method manual, không đi với {}",
                     "--breaks goes with --method manual, not with {}", {options.method}),
                text("Bỏ một trong hai.", "Leave out one of them."));
  }
  if (!direct.classification.breaks.empty()) direct.classification.method = model::BreakMethod::manual;
  if (direct.classification.method == model::BreakMethod::manual && direct.classification.breaks.size() < 2) {
    throw Error(ErrorKind::usage, text("Cách manual cần các cận", "The manual method needs bounds"),
                text("Ví dụ: --breaks 0,25,50,100", "For example: --breaks 0,25,50,100"));
  }
  if (!options.project.empty()) return std::make_shared<model::Project>(app::read_project(options.project));
  return std::make_shared<model::Project>(app::direct_project(direct));
}

PixelSize pixel_size(const std::string& size) {
  PixelSize out;
  const char* end = size.data() + size.size();
  const auto width = std::from_chars(size.data(), end, out.width);
  const bool cross = width.ec == std::errc{} && width.ptr != end && (*width.ptr == 'x' || *width.ptr == 'X');
  const auto height = cross ? std::from_chars(width.ptr + 1, end, out.height) : width;
  if (!cross || height.ec != std::errc{} || height.ptr != end || out.width < 1 || out.height < 1) {
    throw Error(ErrorKind::usage, text("Kích thước “{}” không hợp lệ", "“{}” is not a size", {size}),
                text("Viết dạng 1920x1080 (điểm ảnh).", "Write it as 1920x1080 (pixels)."));
  }
  return out;
}

}  // namespace ntmap::cli
