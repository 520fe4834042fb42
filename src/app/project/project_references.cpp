#include "app/project/project_references.hpp"

#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/nearest_word.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;

class References {
 public:
  explicit References(const model::Project& project) : m_project(project) {}

  void check() const {
    for (const model::TableSource& table : m_project.tables) check(table);
    for (const model::Indicator& indicator : m_project.indicators) check(indicator);
    for (const model::AreaSource& areas : m_project.areas) check(areas);
    for (const model::CrosswalkSource& crosswalk : m_project.crosswalks) check(crosswalk);
    for (const model::Theme& theme : m_project.themes) check(theme);
    for (const model::Period& period : m_project.periods) check(period);
  }

 private:
  /// An empty id names nothing.
  template <class Item>
  void require(const std::string& id, const std::vector<Item>& among, const Text& from,
               const Text& kind) const {
    if (id.empty()) return;
    std::vector<std::string> known;
    for (const Item& item : among) known.push_back(item.id);
    for (const std::string& one : known) {
      if (one == id) return;
    }
    throw missing(from, kind, id, base::nearest_word_advice(id, known));
  }
  void require_indicator(const std::string& id, const Text& from) const {
    require(id, m_project.indicators, from, text("chỉ tiêu", "indicator"));
  }
  void require_period(const std::string& id, const Text& from) const {
    require(id, m_project.periods, from, text("kỳ", "period"));
  }
  void require_areas(const std::string& id, const Text& from) const {
    require(id, m_project.areas, from, text("lớp vùng", "areas"));
  }
  void require_weights(const std::string& id, const Text& from) const {
    require(id, m_project.weights, from, text("quyền số", "weights"));
  }
  base::Error missing(const Text& from, const Text& kind, const std::string& id, const Text& remedy) const {
    return base::Error(base::ErrorKind::data,
                       text("{}: {} nhắc đến {} “{}” không có", "{}: {} names {} “{}”, which is not there",
                            {m_project.file, from, kind, id}),
                       remedy);
  }

  void check(const model::TableSource& table) const {
    const Text from = text("bảng “{}”", "table “{}”", {table.id});
    for (const auto& [period, files] : table.by_period) require_period(period, from);
  }

  void check(const model::Indicator& indicator) const {
    const Text from = text("chỉ tiêu “{}”", "indicator “{}”", {indicator.id});
    require_indicator(indicator.of, from);
    require_period(indicator.since, from);
    require(indicator.table, m_project.tables, from, text("bảng", "table"));
    require_indicator(indicator.weight, from);
    if (!indicator.table.empty() &&
        m_project.find_table(indicator.table)->level != model::UnitLevel::commune) {
      throw base::Error(base::ErrorKind::data,
                        text("{}: {} lấy từ bảng “{}”, bảng ấy không có dòng cho từng xã",
                             "{}: {} is taken from table “{}”, which has no row for each commune",
                             {m_project.file, from, indicator.table}),
                        text("Chọn bảng cấp xã.", "Choose a table of communes."));
    }
    if (!indicator.coverage) return;
    require_areas(indicator.coverage->areas, from);
    require_weights(indicator.coverage->weights, from);
    require_indicator(indicator.coverage->of, from);
  }

  void check(const model::AreaSource& areas) const {
    const Text from = text("lớp vùng “{}”", "areas “{}”", {areas.id});
    require_indicator(areas.unit_households, from);
    require_indicator(areas.table_value, from);
    require_weights(areas.weights, from);
  }

  void check(const model::CrosswalkSource& crosswalk) const {
    const Text from = text("bảng chuyển đổi “{}”", "crosswalk “{}”", {crosswalk.files.front()});
    for (const std::string& vintage : {crosswalk.from, crosswalk.to})
      require(vintage, m_project.boundaries, from, text("ranh giới", "boundaries"));
  }

  void check(const model::Theme& theme) const {
    const Text from = text("chuyên đề “{}”", "theme “{}”", {theme.id});
    require_indicator(theme.indicator, from);
    if (theme.second) require_indicator(theme.second->indicator, from);
    if (theme.mark) require_indicator(theme.mark->indicator, from);
    for (const std::string& id : theme.areas) require_areas(id, from);
  }

  void check(const model::Period& period) const {
    if (m_project.boundaries_on(period.date) != nullptr) return;
    throw missing(text("kỳ “{}”", "period “{}”", {period.id}), text("ranh giới ngày", "boundaries of"),
                  period.date,
                  text("Thêm [[boundaries]] có hiệu lực ngày ấy, hoặc sửa ngày của kỳ.",
                       "Add [[boundaries]] that are valid then, or mend the period's date."));
  }

  const model::Project& m_project;
};

}  // namespace

void check_references(const model::Project& project) {
  References(project).check();
}

}  // namespace ntmap::app
