#include "app/programme/verdict_cells.hpp"

#include <utility>

namespace ntmap::app {

SheetCell good_cell(std::string words) {
  return {std::move(words), model::Rgb{0xc7, 0xe5, 0xdf}};
}

SheetCell bad_cell(std::string words) {
  return {std::move(words), model::Rgb{0xf3, 0xdc, 0xb4}};
}

SheetCell open_cell(std::string words) {
  return {std::move(words), model::Rgb{0xe0, 0xe0, 0xe0}};
}

SheetCell verdict_cell(criteria::Verdict verdict, base::Lang lang) {
  using criteria::Verdict;
  std::string word = criteria::word(verdict).in(lang);
  if (verdict == Verdict::met) return good_cell(std::move(word));
  if (verdict == Verdict::not_met) return bad_cell(std::move(word));
  return verdict == Verdict::unknown ? open_cell(std::move(word)) : SheetCell(std::move(word));
}

}  // namespace ntmap::app
