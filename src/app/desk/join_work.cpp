#include "app/desk/join_work.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "app/desk/open_paths.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;
using base::text;

bool same_files(const JoinPlan& a, const JoinPlan& b) {
  return a.boundaries == b.boundaries && a.boundaries_encoding == b.boundaries_encoding &&
         a.table == b.table && a.table_encoding == b.table_encoding && a.header_row == b.header_row;
}

/// Size and time of change; another text once someone has written the file.
std::string mark_of_file(const fs::path& file) {
  std::error_code failure;
  const auto size = fs::file_size(file, failure);
  if (failure) return "-";
  const auto changed = fs::last_write_time(file, failure).time_since_epoch().count();
  return std::to_string(size) + ":" + std::to_string(changed);
}

/// With the attributes that stand in a file of their own.
std::string disk_mark(const std::string& path) {
  if (path.empty()) return {};
  const fs::path file = io::split_source(path).path;
  std::string mark = mark_of_file(file);
  if (io::extension_of(file) == ".shp") mark += " " + mark_of_file(io::sibling(file, ".dbf"));
  return mark;
}

std::string file_name(const std::string& path) {
  return io::split_source(path).path.filename().string();
}

}  // namespace

JoinWork::JoinWork(std::function<void()> wake) : m_jobs(std::move(wake)) {}

void JoinWork::start(const std::vector<std::string>& paths) {
  cancel();
  const auto [boundaries, table] = boundaries_and_table(paths);
  plan = {};
  plan.boundaries = boundaries;
  plan.table = table;
  m_preview.reset();
  m_lists.reset();
  m_failure.reset();
  m_changed = {};
  m_read = m_joined = {};
}

void JoinWork::add(const std::vector<std::string>& paths) {
  const auto [boundaries, table] = boundaries_and_table(paths);
  if (!boundaries.empty()) plan.boundaries = boundaries;
  if (!table.empty()) plan.table = table;
  if (!boundaries.empty() || !table.empty() || paths.empty()) return;
  m_failure =
      base::Error(base::ErrorKind::data,
                  text("{} không phải ranh giới, cũng không phải bảng số liệu",
                       "{} is neither boundaries nor a table", {file_name(paths.front())}),
                  text("Ranh giới: shapefile, GeoPackage, GeoJSON, FlatGeobuf, MapInfo, KML. Bảng số liệu: "
                       "CSV, XLSX, ODS, DBF.",
                       "Boundaries: shapefile, GeoPackage, GeoJSON, FlatGeobuf, MapInfo, KML. Tables: CSV, "
                       "XLSX, ODS, DBF."));
}

base::Text JoinWork::next_step() const {
  if (plan.boundaries.empty() && plan.table.empty()) {
    return text("Chọn tệp ranh giới và bảng số liệu, hoặc kéo thả hai tệp vào đây.",
                "Choose boundaries and a table, or drop both files here.");
  }
  if (plan.table.empty()) {
    return text(
        "Còn thiếu bảng số liệu: chọn tệp, hoặc kéo thả vào đây. Chỉ muốn xem ranh giới thì "
        "nhấn “Hủy” rồi mở tệp bằng Ctrl+O.",
        "The table is still missing: choose it, or drop it here. To see the boundaries "
        "alone, cancel and open them by Ctrl+O.");
  }
  if (plan.boundaries.empty()) {
    return text("Còn thiếu ranh giới: chọn tệp, hoặc kéo thả vào đây.",
                "The boundaries are still missing: choose them, or drop them here.");
  }
  if (m_lists && plan.values.empty()) {
    return text("Đánh dấu ở ô “Giá trị” các cột số liệu để lập bản đồ.",
                "Tick under “Values” the columns that maps are to be made of.");
  }
  return {};
}

void JoinWork::refresh() {
  m_jobs.poll();
  if (m_jobs.busy()) {
    if (!same_files(plan, m_read)) m_jobs.cancel_all();  // nobody wants that any more
    return;
  }
  if (plan.boundaries.empty() && plan.table.empty()) return;
  if (!same_files(plan, m_read)) {
    m_changed = {};
    read();
  } else if (can_join() && plan != m_joined) {
    join();
  }
}

bool JoinWork::can_join() const {
  return m_preview && !m_preview->failure && !plan.boundaries.empty() && !plan.table.empty();
}

void JoinWork::look_at_files() {
  if (m_jobs.busy() || !m_preview || !same_files(plan, m_read)) return;
  const bool boundaries = disk_mark(plan.boundaries) != m_boundaries_mark;
  const bool table = disk_mark(plan.table) != m_table_mark;
  if (!boundaries && !table) return;
  std::string names = boundaries ? file_name(plan.boundaries) : std::string();
  if (table) names += (names.empty() ? "" : ", ") + file_name(plan.table);
  m_changed = text("Tệp đã thay đổi trên đĩa và được đọc lại: {}.",
                   "Changed on the disk, and read again: {}.", {names});
  read();
}

void JoinWork::cancel() {
  if (!m_jobs.busy()) return;
  m_jobs.cancel_all();
  if (!m_preview)
    m_read = {};
  else
    m_joined = {};
}

void JoinWork::read() {
  m_read = plan;
  m_joined = {};
  ++m_readings;
  m_boundaries_mark = disk_mark(plan.boundaries);
  m_table_mark = disk_mark(plan.table);
  m_failure.reset();
  m_lists.reset();
  m_preview.reset();
  m_jobs.start(
      text("Đọc tệp", "Reading the files"),
      [this, wanted = plan](const base::Job& job) -> JobRunner::Completion {
        auto preview = std::make_shared<const JoinPreview>(join_preview(wanted, job));
        return [this, preview] {
          m_preview = preview;
          m_failure = preview->failure;
          guess_fields(plan, *preview);
        };
      },
      [this](const base::Error& error) { m_failure = error; });
}

void JoinWork::join() {
  m_joined = plan;
  m_failure.reset();
  m_jobs.start(
      text("Ghép", "Joining"),
      [this, wanted = plan, preview = m_preview](const base::Job&) -> JobRunner::Completion {
        return [this, lists = join_lists(wanted, *preview)]() mutable {
          m_lists = std::move(lists);
          ++m_revision;
        };
      },
      [this](const base::Error& error) {
        m_failure = error;
        m_lists.reset();
      });
}

}  // namespace ntmap::app
