#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "make/profile.hpp"

namespace ntmap::sample {

/// Titles of communes, lowest first; who holds one holds those below.
enum class Title { none, met, advanced, model };

/// A recognition, real (with its source) or made up, in the columns of gis_data/hatinh/recognitions.csv.
struct Recognition {
  std::string id;
  std::string level;  ///< xã, huyện, phường...
  std::string code;
  std::string vintage;  ///< the date whose codes are meant: "2020-01-01"
  std::string name;
  std::string rank;  ///< NTM, NTM_MERGED, NANGCAO, KIEUMAU, HUYEN_NTM, HTNV, DTVM
  int year = 0;      ///< of attainment
  std::string decision;
  std::string date;  ///< of the decision; empty: not known
  std::string source;
  std::string confidence;
};

/// The commune in the Vũng Áng economic zone, which does not implement the programme.
inline constexpr const char* k_excluded = "18796";

/// Recognitions whose counts are those of the documents: 171 of 182 communes, 19 advanced and 2 model in
/// July 2021; 170 of 170, 69 and 18 in February 2025; and what was added in 2021, 2022 and 2023. Real ones
/// are kept, the rest is made up. Each is there once for every list of units (2020, January 2025) it holds
/// in, so that one list is evaluated with the rows of its own date.
std::vector<Recognition> make_recognitions(const Profiles& profiles, const std::filesystem::path& sources);

/// The highest title of each commune of that list at the end of the year, by year of attainment.
std::map<std::string, Title> titles(const std::vector<Recognition>& recognitions, const std::string& vintage,
                                    int year);

void write_recognitions(const std::vector<Recognition>& recognitions, const std::filesystem::path& file);

}  // namespace ntmap::sample
