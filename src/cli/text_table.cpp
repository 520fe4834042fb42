#include "cli/text_table.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <numeric>
#include <string_view>

namespace ntmap::cli {
namespace {

constexpr std::size_t k_gap = 2;
constexpr std::size_t k_least_column = 6;

bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Characters of a UTF-8 text in normal form C: each stands in one cell of a terminal.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

/// The first `count` characters.
std::string_view head_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at) {
    if (starts_character(text[at]) && seen++ == count) break;
  }
  return text.substr(0, at);
}

/// Where a word that is too long for a line is cut: behind a mark that joins names of files, else anywhere.
std::size_t cut_of(std::string_view word, std::size_t width) {
  const std::string_view fits = head_of(word, width);
  const std::size_t mark = fits.find_last_of("/_-:.,");
  return mark == std::string_view::npos || mark == 0 ? fits.size() : mark + 1;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    std::string_view word = text.substr(0, blank);
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    const std::size_t used = width_of(lines.back());
    if (used > 0 && used + 1 + width_of(word) > width) lines.emplace_back();
    while (width_of(word) > width) {
      const std::size_t cut = cut_of(word, width);
      lines.back() += word.substr(0, cut);
      word.remove_prefix(cut);
      lines.emplace_back();
    }
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

/// Widths that fit the page: the widest columns give way first.
std::vector<std::size_t> fitted(std::vector<std::size_t> widths, std::size_t page) {
  const std::size_t gaps = k_gap * (widths.size() - 1);
  const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), gaps); };
  while (total() > page) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= k_least_column) break;
    --*widest;
  }
  return widths;
}

bool is_number(std::string_view cell) {
  return cell == "–" ||
         (!cell.empty() && cell.find_first_not_of("0123456789.,-−% ") == std::string_view::npos);
}

void append_padded(std::string& line, const std::string& cell, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, width_of(cell)), ' ');
  line += right ? blanks + cell : cell + blanks;
}

}  // namespace

std::string TextTable::text(base::Lang lang, std::size_t width) const {
  const std::size_t columns = m_heads.size();
  std::vector<std::size_t> widths(columns, 1);
  std::vector<bool> numbers(columns, !m_rows.empty());
  for (std::size_t c = 0; c < columns; ++c) {
    widths[c] = std::max<std::size_t>(1, width_of(m_heads[c].in(lang)));
    for (const auto& row : m_rows) {
      widths[c] = std::max(widths[c], width_of(row[c].in(lang)));
      numbers[c] = numbers[c] && is_number(row[c].in(lang));
    }
  }
  widths = fitted(widths, width);
  std::string out;
  const auto add_row = [&](const std::vector<base::Text>& cells) {
    std::vector<std::vector<std::string>> lines;
    for (std::size_t c = 0; c < columns; ++c) lines.push_back(wrapped(cells[c].in(lang), widths[c]));
    const auto tallest = std::max_element(lines.begin(), lines.end(),
                                          [](const auto& a, const auto& b) { return a.size() < b.size(); });
    for (std::size_t i = 0; i < tallest->size(); ++i) {
      std::string line;
      for (std::size_t c = 0; c < columns; ++c) {
        if (c > 0) line.append(k_gap, ' ');
        append_padded(line, i < lines[c].size() ? lines[c][i] : std::string(), widths[c], numbers[c]);
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out += (out.empty() ? "" : "\n") + line;
    }
  };
  add_row(m_heads);
  std::string rule;
  for (std::size_t c = 0; c < columns; ++c) {
    if (c > 0) rule.append(k_gap, ' ');
    for (std::size_t i = 0; i < widths[c]; ++i) rule += "─";
  }
  out += "\n" + rule;
  for (const auto& row : m_rows) add_row(row);
  return out;
}

std::size_t TextTable::page_width() {
  winsize size{};
  constexpr std::size_t k_paper = 120;
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 60) return k_paper;
  return size.ws_col;
}

}  // namespace ntmap::cli
