#include "app/data/unknown_codes.hpp"

#include <algorithm>

#include "app/data/table_place.hpp"

namespace ntmap::app {

using base::Text;
using base::text;

bool UnknownCodes::take(const model::Table& table, std::size_t row, const names::MatchRow& said,
                        const names::RowMatch& match) {
  const bool unknown =
      match.status == names::MatchStatus::unmatched && said.name.empty() && !said.code.empty();
  if (unknown) m_by_file[table.file_of(row)].push_back({row, said.code});
  return unknown;
}

base::Findings UnknownCodes::findings(const model::Table& table) const {
  constexpr std::size_t k_named = 5;
  base::Findings out;
  for (const auto& [file, codes] : m_by_file) {
    Text places;
    std::string words;
    for (std::size_t i = 0; i < std::min(k_named, codes.size()); ++i) {
      const Text place = row_place(table, codes[i].row);
      places = i == 0 ? place : base::join({places, place}, ", ");
      words += (i == 0 ? "" : ", ") + codes[i].code;
    }
    if (codes.size() > k_named) {
      places = base::join({places, "…"}, ", ");
      words += ", …";
    }
    out.push_back(
        {base::Severity::warning, "join.unmatched", file, places,
         codes.size() == 1 ? text("không có đơn vị nào mang mã {}", "no unit has the code {}", {words})
                           : text("{} dòng (của {} dòng) có mã không đơn vị nào mang: {}",
                                  "{} rows (of {}) have codes that no unit has: {}",
                                  {codes.size(), table.row_count(), words}),
         text("Sửa mã trong bảng; nếu nhiều dòng như vậy, kiểm tra trường mã và mốc thời gian của ranh giới.",
              "Mend the codes; where there are many, check the field of codes and the date of the "
              "boundaries."),
         codes.size()});
  }
  return out;
}

}  // namespace ntmap::app
