#include "io/grid_reader.hpp"

#include <algorithm>
#include <utility>

namespace ntmap::io {
namespace {

constexpr std::size_t k_listed = 20;
constexpr std::string_view k_no_break_space = "\xC2\xA0";

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view k_blank(" \t\r\n\0", 5);
  for (bool again = true; again;) {
    again = false;
    const std::size_t begin = text.find_first_not_of(k_blank);
    if (begin == std::string_view::npos) return {};
    text = text.substr(begin, text.find_last_not_of(k_blank) + 1 - begin);
    if (text.starts_with(k_no_break_space)) {
      text.remove_prefix(k_no_break_space.size());
      again = true;
    }
    if (text.ends_with(k_no_break_space)) {
      text.remove_suffix(k_no_break_space.size());
      again = true;
    }
  }
  return text;
}

Cell text_cell(std::string_view text) {
  const std::string_view content = trimmed(text);
  if (content.empty()) return {};
  return {CellKind::text, 0, std::string(content)};
}

std::string column_letters(std::size_t column) {
  std::string out;
  for (; column > 0; column = (column - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('A' + static_cast<int>((column - 1) % 26)));
  }
  return out;
}

CellAddress cell_address(std::string_view text) {
  std::size_t i = 0;
  std::uint64_t column = 0;
  std::uint64_t row = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && i < 4; ++i) {
    column = column * 26 + static_cast<std::uint64_t>(text[i] - 'A' + 1);
  }
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && row < 100'000'000; ++i) {
    row = row * 10 + static_cast<std::uint64_t>(text[i] - '0');
  }
  if (i != text.size() || column == 0 || row == 0 || column > k_columns_cap) return {};
  return {static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(row)};
}

CappedFindings::CappedFindings(base::Findings& to, base::Severity severity, std::string rule,
                               std::string file, base::Text remedy)
    : m_to(to), m_model{severity, std::move(rule), std::move(file), {}, {}, std::move(remedy)} {}

CappedFindings::~CappedFindings() {
  if (m_count <= k_listed) return;
  base::Finding rest = m_model;
  rest.count = m_count - k_listed;
  rest.what = base::text("và {} chỗ khác như vậy", "and {} more like these", {rest.count});
  m_to.push_back(std::move(rest));
}

void CappedFindings::add(base::Text place, base::Text what) {
  add_in(m_model.file, std::move(place), std::move(what));
}

void CappedFindings::add_in(const std::string& file, base::Text place, base::Text what) {
  if (++m_count > k_listed) return;
  base::Finding finding = m_model;
  finding.file = file;
  finding.place = std::move(place);
  finding.what = std::move(what);
  m_to.push_back(std::move(finding));
}

}  // namespace ntmap::io
