#pragma once

#include <string>
#include <vector>

#include "program.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {

inline constexpr const char* k_two_units =
    R"({"type":"FeatureCollection","features":[)"
    R"({"type":"Feature","properties":{"code":"00097","name":"Hương Khê","water_pct":20},"geometry":)"
    R"({"type":"Polygon","coordinates":[[[105.8,18.3],[105.9,18.3],[105.9,18.4],[105.8,18.4],[105.8,18.3]]]}},)"
    R"({"type":"Feature","properties":{"code":"00098","name":"Cẩm Bình","water_pct":80},"geometry":)"
    R"({"type":"Polygon","coordinates":[[[105.9,18.3],[106,18.3],[106,18.4],[105.9,18.4],[105.9,18.3]]]}}]})";

inline constexpr const char* k_project = R"([project]
title = "Thử"
[[boundaries]]
id = "a"
file = "units.geojson"
code = "code"
name = "name"
[[tables]]
id = "t"
file = "values.csv"
key = "code"
[[indicators]]
id = "v"
title = "Nước sạch"
table = "t"
field = "pct"
percent = true
[[themes]]
id = "nuoc-sach"
indicator = "v"
breaks = [0, 50, 100]
)";

/// A folder with two units side by side (units.geojson), their table (values.csv) and a project.
struct TwoUnits {
  TemporaryFolder folder;

  TwoUnits() {
    folder.write("units.geojson", k_two_units);
    folder.write("values.csv", "code,pct\n00097,10\n00098,90\n");
    folder.write("du_an.toml", k_project);
  }
  Outcome run(const std::vector<std::string>& arguments) const { return ntmap(arguments, folder.path()); }
  /// The command on the units' own values, in two classes of Blues.
  Outcome on_units(const std::string& command, std::vector<std::string> more) const {
    std::vector<std::string> arguments{command,     "--boundaries", "units.geojson", "--code",
                                       "code",      "--name",       "name",          "--value",
                                       "water_pct", "--breaks",     "0,50,100"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }
};

}  // namespace ntmap::test
