#include "app/export/export_pack.hpp"

#include <stdlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "app/export/export_map.hpp"
#include "app/map/render_legend.hpp"
#include "app/map/render_map.hpp"
#include "app/project/project_file.hpp"
#include "app/project/source_files.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/output_file.hpp"
#include "io/source_path.hpp"
#include "io/text_writer.hpp"
#include "io/zip_archive.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;

/// A folder of the system's temporary place; gone with everything in it at the end.
class WorkFolder {
 public:
  WorkFolder() {
    std::string name = (fs::temp_directory_path() / "ntmap-pack-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
      throw Error(ErrorKind::io, text("Không tạo được thư mục tạm {}: {}", "Cannot make the folder {}: {}",
                                      {name, std::strerror(errno)}));
    }
    m_path = name;
  }
  ~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

enum class Kind : std::uint8_t { picture, page, legend, geotiff, geojson, gpkg, table };

/// What is made of every theme. The folder keeps a GeoJSON's style from being taken for its GeoTIFF's.
struct Piece {
  Kind kind;
  Text folder;
  const char* extension;
  const char* command;  ///< with the options that the pack's functions are given
  Text what;
};

const std::vector<Piece>& pieces() {
  static const std::vector<Piece> all{
      {Kind::picture, {"ban_do", "maps"}, ".png", "render", {"tờ bản đồ (ảnh)", "map sheet (picture)"}},
      {Kind::page,
       {"ban_do", "maps"},
       ".pdf",
       "render --size A4",
       {"tờ bản đồ A4 để in", "map sheet to print, A4"}},
      {Kind::legend, {"chu_giai", "legends"}, ".png", "render --legend", {"chú giải", "legend"}},
      {Kind::geotiff,
       "geotiff",
       ".tif",
       "export --style",
       {"ảnh raster theo lớp, có bảng màu", "raster of the classes, with colours"}},
      {Kind::geojson,
       "geojson",
       ".geojson",
       "export --style",
       {"ranh giới và số liệu, WGS 84, kèm kiểu hiển thị QGIS",
        "units and figures, WGS 84, with QGIS style"}},
      {Kind::gpkg,
       "geopackage",
       ".gpkg",
       "export",
       {"ranh giới, số liệu, màu và chú giải cho QGIS, ArcGIS",
        "units, figures, colours and legend for QGIS and ArcGIS"}},
      {Kind::table, {"bang", "tables"}, ".xlsx", "export", {"bảng số liệu", "table of figures"}},
  };
  return all;
}

void make(const Piece& piece, ProjectData& data, const MapContent& map, const fs::path& target,
          const PackOptions& options, const base::Job& job) {
  RenderOptions drawing{.lang = options.lang};
  ExportOptions exporting{.lang = options.lang};
  switch (piece.kind) {
    case Kind::page:
      drawing.page = sheet::page_from("A4");
      [[fallthrough]];
    case Kind::picture:
      render_map(data, {map.theme.id, map.period}, target, drawing, job);
      return;
    case Kind::legend:
      return render_legend(map, target, drawing);
    case Kind::geotiff:
    case Kind::geojson:
      exporting.style_file = true;
      [[fallthrough]];
    case Kind::gpkg:
    case Kind::table:
      return export_map(data, map, target, exporting, job);
  }
}

/// A word for a shell, in quotes where it needs them.
std::string shell_word(const std::string& word) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("._-/+:,=").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::ranges::all_of(word, plain)) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// One file of the archive.
struct Entry {
  std::string path;
  std::string bytes;
  std::string sha256;
  std::string theme;
  std::string period;
  std::string command;
};

/// Makes all files of all themes.
class Maker {
 public:
  Maker(ProjectData& data, const PackOptions& options) : m_data(data), m_options(options) {}

  void make_theme(const model::Theme& theme, const base::Job& job) {
    const MapContent map = map_content(m_data, {theme.id, {}}, job.part(0, 0.2));
    m_findings.insert(m_findings.end(), map.findings.begin(), map.findings.end());
    m_contents += io::safe_file_name(theme.id) + ": " + map.title.in(m_options.lang) + " (" +
                  map.subtitle.in(m_options.lang) + ")\n";
    const double share = 0.8 / static_cast<double>(pieces().size());
    double done = 0.2;
    for (const Piece& piece : pieces()) {
      job.checkpoint();
      make_piece(piece, map, job.part(done, done + share));
      done += share;
    }
  }

  std::vector<Entry>& entries() { return m_entries; }
  base::Findings& findings() { return m_findings; }
  /// What each name stands for, a line a theme.
  const std::string& contents() const { return m_contents; }

 private:
  void make_piece(const Piece& piece, const MapContent& map, const base::Job& job) {
    const std::string folder = piece.folder.in(m_options.lang);
    const std::string name = folder + "/" + io::safe_file_name(map.theme.id) + piece.extension;
    const fs::path made = m_work.path() / "made";  // alone in it: what was made is what lies there
    fs::remove_all(made);
    fs::create_directory(made);
    make(piece, m_data, map, made / fs::path(name).filename(), m_options, job);
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(made)) files.push_back(entry.path());
    std::ranges::sort(files);
    for (const fs::path& file : files) {
      take(file, folder + "/" + file.filename().string(), map, command_of(piece, map, name));
    }
  }

  void take(const fs::path& file, std::string name, const MapContent& map, std::string command) {
    std::ifstream stream(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    std::string sum = base::sha256_hex(bytes);
    m_entries.push_back(
        {std::move(name), std::move(bytes), std::move(sum), map.theme.id, map.period, std::move(command)});
  }

  std::string command_of(const Piece& piece, const MapContent& map, const std::string& name) const {
    std::string line = "ntmap " + std::string(piece.command) + " " +
                       shell_word(fs::path(m_data.project().file).filename().string()) + " --theme " +
                       shell_word(map.theme.id);
    if (!map.period.empty()) line += " --period " + shell_word(map.period);
    line += m_options.lang == base::Lang::vi ? " --lang vi" : " --lang en";
    return line + " -o " + shell_word(name);
  }

  ProjectData& m_data;
  const PackOptions& m_options;
  WorkFolder m_work;
  std::vector<Entry> m_entries;
  std::string m_contents;
  base::Findings m_findings;
};

/// Members of one JSON object, one a line.
class JsonObject {
 public:
  explicit JsonObject(std::string indent) : m_indent(std::move(indent)) {}

  void add(std::string_view key, const std::string& value) {
    if (value.empty()) return;
    start(key);
    io::append_json(m_out, value);
  }
  void add(std::string_view key, std::size_t number) {
    start(key);
    m_out += std::to_string(number);
  }
  void add_list(std::string_view key, const std::vector<std::string>& values) {
    start(key);
    m_out += '[';
    for (const std::string& value : values) m_out += (&value == &values.front() ? "\n" : ",\n") + value;
    m_out += "\n" + m_indent + "  ]";
  }
  std::string text() const { return m_indent + "{\n" + m_out + "\n" + m_indent + "}"; }

 private:
  void start(std::string_view key) {
    if (!m_out.empty()) m_out += ",\n";
    m_out += m_indent + "  ";
    io::append_json(m_out, key);
    m_out += ": ";
  }
  std::string m_indent;
  std::string m_out;
};

std::string manifest_text(const model::Project& project, const std::vector<Entry>& entries,
                          const PackOptions& options) {
  std::vector<std::string> inputs;
  for (const std::string& file : source_files(project)) {
    JsonObject one("    ");
    one.add("path", file);
    one.add("sha256", file_sha256(resolve(project, file)));
    inputs.push_back(one.text());
  }
  std::vector<std::string> files;
  for (const Entry& entry : entries) {
    JsonObject one("    ");
    one.add("path", entry.path);
    one.add("bytes", entry.bytes.size());
    one.add("sha256", entry.sha256);
    one.add("theme", entry.theme);
    one.add("period", entry.period);
    one.add("command", entry.command);
    files.push_back(one.text());
  }
  JsonObject all("");
  all.add("program", options.program);
  all.add("title", project.title.in(options.lang));
  all.add("notice", project.notice.in(options.lang));
  all.add("source", project.source.in(options.lang));
  all.add("licence", project.licence);
  all.add("commands_run_in",
          text("thư mục của tệp dự án", "the folder of the project file").in(options.lang));
  all.add_list("inputs", inputs);
  all.add_list("files", files);
  return all.text() + "\n";
}

/// In the form that `sha256sum -c` reads.
std::string sums_text(const std::vector<Entry>& entries) {
  std::string out;
  for (const Entry& entry : entries) out += entry.sha256 + "  " + entry.path + "\n";
  return out;
}

std::string note_text(const model::Project& project, const std::string& contents, base::Lang lang) {
  std::string out = project.title.in(lang) + "\n";
  for (const Text& line : {project.notice, project.source, Text(project.licence)}) {
    if (!line.empty()) out += line.in(lang) + "\n";
  }
  out += "\n";
  for (const Piece& piece : pieces()) {
    out += piece.folder.in(lang) + "/*" + piece.extension + ": " + piece.what.in(lang) + "\n";
  }
  out += "\n" + contents;
  out += text(
             "\nmanifest.json: lệnh làm lại từng tệp và mã SHA-256 của dữ liệu vào.\n"
             "SHA256SUMS: kiểm tra các tệp bằng lệnh sha256sum -c SHA256SUMS\n",
             "\nmanifest.json: the command that makes each file again, and the SHA-256 of the data read.\n"
             "SHA256SUMS: check the files with sha256sum -c SHA256SUMS\n")
             .in(lang);
  return out;
}

}  // namespace

void check_pack(const model::Project& project, const fs::path& target, const PackOptions& options) {
  if (io::extension_of(target) != ".zip") {
    throw Error(ErrorKind::usage, text("--pack ghi tệp .zip, không phải “{}”",
                                       "--pack writes a .zip file, not “{}”", {target.filename().string()}));
  }
  if (project.file.empty()) {
    throw Error(ErrorKind::usage, text("--pack cần một tệp dự án", "--pack needs a project file"),
                text("Ví dụ: ntmap export DU_AN.toml --pack goi.zip",
                     "For example: ntmap export PROJECT.toml --pack pack.zip"));
  }
  const base::PendingFile refuses(target, options.overwrite);
}

base::Findings export_pack(ProjectData& data, const fs::path& target, const PackOptions& options,
                           const base::Job& job) {
  const model::Project& project = data.project();
  check_pack(project, target, options);
  Maker maker(data, options);
  const double share = 0.95 / static_cast<double>(std::max<std::size_t>(1, project.themes.size()));
  double done = 0;
  for (const model::Theme& theme : project.themes) {
    job.phase(theme.title.empty() ? Text(theme.id) : theme.title);
    try {
      maker.make_theme(theme, job.part(done, done + share));
    } catch (Error& error) {
      throw error.at(text("chuyên đề “{}”", "theme “{}”", {theme.id}));
    }
    done += share;
  }
  base::PendingFile file(target, options.overwrite);
  io::OutputFile out(file.temporary(), target);
  io::ZipWriter zip(out);
  zip.add(text("DOC_TOI.txt", "README.txt").in(options.lang),
          note_text(project, maker.contents(), options.lang));
  zip.add("manifest.json", manifest_text(project, maker.entries(), options));
  zip.add("SHA256SUMS", sums_text(maker.entries()));
  const base::Job packing = job.part(0.95, 1);
  for (std::size_t i = 0; i < maker.entries().size(); ++i) {
    packing.checkpoint();
    zip.add(maker.entries()[i].path, maker.entries()[i].bytes);
    packing.progress(static_cast<double>(i + 1) / static_cast<double>(maker.entries().size() + 1));
  }
  zip.finish();
  out.close();
  job.checkpoint();
  file.commit();
  job.progress(1);
  return maker.findings();
}

}  // namespace ntmap::app
