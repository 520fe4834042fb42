#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/data/district_places.hpp"
#include "names/match.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {

/// A district that a heading or a title says.
struct SaidDistrict {
  std::string spelled;                 ///< as the units spell it, for the district of a row
  std::vector<std::string> districts;  ///< those of the units that it may be: Huyện and Thị xã Kỳ Anh
  bool typed = false;                  ///< says huyện, quận, thị xã or thành phố
};

/// Reads districts out of texts that stand beside the rows of a table. Only what is the name of exactly one
/// place of the units is one; a province ("Tỉnh Hà Tĩnh") is none, though a town may be called like it.
class DistrictWords {
 public:
  /// `bare`: the rows have no marks, so that what is spelled must have none either.
  DistrictWords(std::span<const names::MatchUnit> units, bool bare);

  bool empty() const { return m_districts.empty(); }
  /// "Đức Thọ", "I. Huyện Đức Thọ", "Huyện Đức Thọ (15 xã)".
  std::optional<SaidDistrict> of_heading(const std::string& text) const;
  /// "01 Kỳ Anh", "Huyen Ky Anh 2024", "Bieu 02_H. Ky Anh": the name of a sheet or file. Words beside the
  /// name must stand in front, and only where the name has its type.
  std::optional<SaidDistrict> of_title(const std::string& text) const;
  /// The district that these lines name with its type, wherever in them: "Huyện: Kỳ Anh", "UBND HUYỆN KỲ
  /// ANH", "Biểu 2: Hộ nghèo trên địa bàn huyện Kỳ Anh năm 2024". Nothing where they name several.
  std::optional<SaidDistrict> within(const std::vector<std::string>& lines) const;

 private:
  std::optional<SaidDistrict> named(const std::string& text) const;

  DistrictPlaces m_places;
  std::vector<std::vector<std::string>> m_districts;  ///< of each place, each spelling once
  bool m_bare;
};

}  // namespace ntmap::app
