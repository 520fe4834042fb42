#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "model/project.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {

/// GeoJSON (WGS 84) of four units, two by two, near Hà Tĩnh: fields code, name, type, district, pct.
/// Codes 00097 to 00100 from the south-west, row by row; pct 10, 40, 70 and none.
std::string four_units_geojson();

/// CSV of those units for 2023 and 2024: fields ma, nam, nuoc, ket_qua. 2024 has no row for 00100.
std::string values_csv();

/// The project file over units.geojson and values.csv: themes "nuoc-sach" (value) and "ket-qua" (category).
std::string project_toml();

/// A folder with that project in it, to be changed before it is opened.
struct SampleProject {
  TemporaryFolder folder;

  SampleProject();
  std::filesystem::path file() const { return folder / "du_an.toml"; }
  void replace_in(std::string_view name, std::string_view from, std::string_view to) const;
  std::shared_ptr<const model::Project> project() const;
  app::ProjectData data() const { return app::ProjectData(project()); }
};

/// Adds text to the end of a file.
void append(const std::filesystem::path& file, std::string_view text);

/// "kind | message | remedy" in English of the Error that the action throws; "no error" when none.
std::string error_of(const std::function<void()>& action);

/// How many findings there are of that rule.
std::size_t count_rule(const base::Findings& findings, std::string_view rule);

}  // namespace ntmap::test
