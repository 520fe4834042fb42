#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/areas.hpp"
#include "model/programme.hpp"
#include "model/scene.hpp"
#include "model/table.hpp"
#include "model/theme.hpp"
#include "model/value_edit.hpp"

namespace ntmap::model {

/// One date's units: polygons whose set, names and codes hold from `valid_from` to `valid_to`.
struct Boundaries {
  std::string id;  ///< the vintage, "2025-01"
  base::Text title;
  std::string valid_from;               ///< "2025-01-01"; ISO dates compare as text
  std::string valid_to;                 ///< empty: still valid
  std::string file;                     ///< PATH[:layer], relative to the project file
  std::vector<std::string> more_files;  ///< the rest, where there is a file a district; appended
  std::string code;                     ///< field names in the files
  std::string name;
  std::string type;  ///< optional
  std::string district_code;
  std::string district;
  std::string encoding = "auto";
  std::string crs;  ///< overrules the file's own, "EPSG:n"
};

/// A date or year for which there are figures.
struct Period {
  std::string id;    ///< "2024"
  base::Text title;  ///< "cuối năm 2024"
  std::string date;  ///< "2024-12-31": chooses the boundaries and the thresholds
};

/// What the rows of a table are about.
enum class UnitLevel : std::uint8_t { commune, district, province };

/// A table of figures, one row a unit (and period). Sheets or files of several districts are appended.
struct TableSource {
  std::string id;
  std::vector<std::string> files;  ///< PATH[:sheet], relative to the project file
  std::string key;                 ///< field with the unit's code; empty: joined by name
  std::string name;                ///< field with the unit's name
  std::string district;            ///< field with the district's name
  std::string period_field;        ///< field that says the period; empty: `period` holds for all rows
  std::string period;
  std::map<std::string, std::vector<std::string>> by_period;  ///< files for each period, instead of `files`
  UnitLevel level = UnitLevel::commune;
  std::vector<std::string> applies_to;  ///< types of unit the table is about, "Xã"; empty: all
  std::vector<std::string> labels;      ///< further fields that are no figures: notes, types
  std::string encoding = "auto";
  int header_row = 0;  ///< from 1; 0: find it
};

/// A figure of every unit: from a table, or computed from the verdicts of a criteria set.
struct Indicator {
  std::string id;
  base::Text title;
  base::Text unit;
  std::string table;  ///< id of a TableSource; empty when computed
  std::string field;
  std::string compute;  ///< "unmet", "verdict:17"...: see docs/project-file.md; empty for a table
  std::string set;      ///< id of the criteria set that `compute` reads
  std::string of;       ///< "change": the indicator whose change is meant
  std::string since;    ///< "change": the period it is compared with; empty: the one before
  std::optional<CoverageRule> coverage;  ///< computed from areas instead ("coverage:share")
  bool words = false;                    ///< cells are words ("Đạt"), not numbers
  bool percent = false;                  ///< shares are brought to 0-100
  double minimum = k_no_data;            ///< values outside are errors in the data
  double maximum = k_no_data;
  int decimals = 1;
  std::string weight;  ///< indicator id (households, people) that weights the mean over all units
  std::string carry;   ///< how it goes over to new units: "sum", "mean", "min"...; empty: as its figure does
};

/// Says which units of one vintage went into which of the next.
struct CrosswalkSource {
  std::vector<std::string> files;  ///< PATH[:sheet], relative to the project file; appended
  std::string from;                ///< vintages, where the files have no columns that say them
  std::string to;
  std::string encoding = "auto";
};

/// A text file that the program changes, as it is to be saved.
struct ChangedText {
  std::string text;
  std::string was;  ///< what the file held when it was read or saved last; empty: there was none
  bool operator==(const ChangedText&) const = default;
};

/// Where the criteria engine finds its rules and its figures.
struct CriteriaSource {
  std::string figures;                                  ///< file that names the figures tables may hold
  std::vector<std::string> tables;                      ///< ids of the tables whose columns are figures
  std::vector<std::string> sets;                        ///< files
  std::vector<std::string> overlays;                    ///< provincial thresholds, files
  std::map<std::string, ChangedText> changed_overlays;  ///< by path as in `overlays`; others are as on disk
  std::string region;                                   ///< "btb"
  std::string province_code;  ///< "42"; empty: the project is not about a whole province
};

/// Project::crs that leaves coordinates as they are in the source.
inline constexpr const char* k_source_crs = "source";

/// All that a project file says. Paths are as written, relative to `folder`.
struct Project {
  std::string file;  ///< empty for a project made from files named directly
  std::string folder;
  base::Text title;
  std::string province;
  base::Text place;   ///< in subtitles; empty: "Tỉnh ..." of `province`
  base::Text notice;  ///< shown on every map: "ranh giới sơ đồ, số liệu minh họa"
  base::Text source;
  std::string licence;
  std::string crs;      ///< map CRS, "EPSG:9209"
  std::string aliases;  ///< file of confirmed names
  std::string edits;    ///< file of single values changed by hand
  bool repair = true;   ///< mend invalid polygons on reading; a plain drawing does without
  std::vector<Boundaries> boundaries;
  std::vector<Period> periods;
  std::vector<TableSource> tables;
  std::vector<Indicator> indicators;
  std::vector<Theme> themes;
  std::vector<AreaSource> areas;
  std::vector<WeightSource> weights;
  HectareKind hectares = HectareKind::geodesic;  ///< how areas are measured
  std::vector<CrosswalkSource> crosswalks;
  std::optional<CriteriaSource> criteria;
  std::optional<Programme> programme;
  std::vector<Scene> scenes;                   ///< in the order they are presented
  std::vector<ValueEdit> value_edits;          ///< what `edits` holds, and what was changed since
  std::vector<ConfirmedName> confirmed_names;  ///< or withdrawn since the project was saved

  const Boundaries* find_boundaries(const std::string& id) const;
  const Period* find_period(const std::string& id) const;
  const TableSource* find_table(const std::string& id) const;
  const Indicator* find_indicator(const std::string& id) const;
  const Theme* find_theme(const std::string& id) const;
  const AreaSource* find_areas(const std::string& id) const;
  const WeightSource* find_weights(const std::string& id) const;
  const Scene* find_scene(const std::string& id) const;
  /// The boundaries that are valid on an ISO date, or null.
  const Boundaries* boundaries_on(const std::string& date) const;
};

}  // namespace ntmap::model
