#include "app/data/implied_districts.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/data/district_hints.hpp"
#include "app/data/district_words.hpp"
#include "app/data/heading_rows.hpp"
#include "app/data/table_place.hpp"
#include "crs/systems.hpp"
#include "names/fold.hpp"
#include "names/unicode.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using names::MatchRow;
using names::MatchRule;
using names::MatchStatus;
using names::RowMatch;

bool rows_are_bare(std::span<const MatchRow> rows) {
  return std::all_of(rows.begin(), rows.end(), [](const MatchRow& row) {
    return names::is_ascii(row.name) && names::is_ascii(row.district) && names::is_ascii(row.province);
  });
}

bool is_province(const std::string& title) {
  const std::string key = names::search_key(names::parse_unit_name(title).name);
  const auto all = crs::provinces();
  return std::any_of(all.begin(), all.end(),
                     [&](const crs::Province& one) { return names::search_key(one.plain) == key; });
}

bool is_district_type(names::UnitType type) {
  return names::is_above_commune(type) && type != names::UnitType::province;
}

/// A cell that counts: "7", "7."; nothing for other texts.
std::optional<int> counted(std::string_view cell) {
  if (cell.ends_with('.')) cell.remove_suffix(1);
  int out = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), out);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return out;
}

std::string quoted_words(const std::vector<std::string>& names) {
  constexpr std::size_t k_named = 5;
  std::string out;
  for (std::size_t i = 0; i < std::min(k_named, names.size()); ++i)
    out += (i == 0 ? "“" : ", “") + names[i] + "”";
  return out + (names.size() > k_named ? ", …" : "");
}

class Implier {
 public:
  Implier(const model::Table& table, const std::string& name_field, std::span<const MatchRow> rows,
          std::span<const names::MatchUnit> units, const DistrictWords& words, DistrictHints hints,
          const std::vector<RowMatch>& matches)
      : m_table(table),
        m_name(table.find(name_field)),
        m_rows(rows),
        m_units(units),
        m_words(words),
        m_hints(std::move(hints)),
        m_matches(matches) {
    m_out.of_row.resize(rows.size());
    m_out.sources.resize(rows.size(), DistrictSource::none);
    for (const std::size_t row : find_headings(table, name_field, rows, matches, units).headings)
      m_headings.push_back({row, m_words.of_heading(rows[row].name)});
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (m_hints.typed[row] && matches[row].status != MatchStatus::matched)
        m_headings.push_back({row, m_hints.typed[row]});
    }
    m_headings.insert(m_headings.end(), m_hints.lone.begin(), m_hints.lone.end());
    std::sort(m_headings.begin(), m_headings.end(),
              [](const DistrictHeading& a, const DistrictHeading& b) { return a.row < b.row; });
    const auto same = [](const DistrictHeading& a, const DistrictHeading& b) { return a.row == b.row; };
    m_headings.erase(std::unique(m_headings.begin(), m_headings.end(), same), m_headings.end());
  }

  ImpliedDistricts run() {
    for (std::size_t part = 0; part < m_hints.parts.size(); ++part) {
      by_headings(m_hints.parts[part]);
      if (m_hints.grouped[part]) by_field(m_hints.parts[part]);
      by_title(part);
    }
    const bool none = std::all_of(m_out.of_row.begin(), m_out.of_row.end(),
                                  [](const std::string& one) { return one.empty(); });
    if (none) m_out.of_row.clear();
    return std::move(m_out);
  }

 private:
  enum class Side : std::uint8_t { none, above, below };
  enum class Done : std::uint8_t { nothing, implied, contradicted };

  bool is_heading(std::size_t row) const {
    return std::binary_search(
        m_headings.begin(), m_headings.end(), DistrictHeading{row},
        [](const DistrictHeading& a, const DistrictHeading& b) { return a.row < b.row; });
  }

  /// Whether the row is open to a district from elsewhere: it says none, and no code or choice decides it.
  bool is_open(std::size_t row) const {
    const bool decided =
        m_matches[row].status == MatchStatus::matched &&
        (m_matches[row].rule == MatchRule::code || m_matches[row].rule == MatchRule::code_padded);
    return m_rows[row].district.empty() && !m_rows[row].name.empty() && m_out.of_row[row].empty() &&
           !decided && !is_heading(row);
  }

  /// Whether the row, as it stands, lies in the district; nothing where it is not known.
  std::optional<bool> lies_in(std::size_t row, const SaidDistrict& said) const {
    const RowMatch& match = m_matches[row];
    if (match.status != MatchStatus::matched || match.rule == MatchRule::fuzzy || is_heading(row))
      return std::nullopt;
    const std::string& own = m_units[match.unit].district;
    return std::find(said.districts.begin(), said.districts.end(), own) != said.districts.end();
  }

  /// A row that may be a heading that nobody knows ("Huyện Vủ Quang", "Các xã biên giới"): it is called like
  /// no unit.
  bool may_be_heading(std::size_t row) const {
    const RowMatch& match = m_matches[row];
    if (m_rows[row].name.empty() || match.status == MatchStatus::matched || is_heading(row)) return false;
    return match.rule == MatchRule::none || match.rule == MatchRule::fuzzy;
  }

  /// Whether a row calls itself a district that is none of the units'.
  bool is_other_district(std::size_t row) const {
    return m_matches[row].status != MatchStatus::matched && !m_hints.typed[row] &&
           is_district_type(names::parse_unit_name(m_rows[row].name).type);
  }

  /// Whether something may have been between a row and the one before: rows that were left out (totals), or
  /// the count begins again.
  bool begins_anew(std::size_t row) const {
    if (m_table.source_row[row] > m_table.source_row[row - 1] + 1) return true;
    for (const model::Column& column : m_table.columns) {
      if (&column == m_name) break;
      const auto before = counted(column.text(row - 1));
      if (before && *before > 1 && counted(column.text(row)) == 1) return true;
    }
    return false;
  }

  /// As much of a block as surely belongs to its heading: from there to what may be another one.
  RowRange sure(RowRange block, const SaidDistrict& said, Side side) const {
    const auto elsewhere = [&](std::size_t row) { return is_open(row) && lies_in(row, said) == false; };
    if (side == Side::above) {
      for (std::size_t row = block.begin; row < block.end; ++row) {
        if (may_be_heading(row) || (row > block.begin && begins_anew(row))) return {block.begin, row};
        if (elsewhere(row)) return {block.begin, row + 1};
      }
      return block;
    }
    for (std::size_t row = block.end; row > block.begin; --row) {
      if (may_be_heading(row - 1) || (row < block.end && begins_anew(row))) return {row, block.end};
      if (elsewhere(row - 1)) return {row - 1, block.end};
    }
    return block;
  }

  struct Votes {
    std::size_t in = 0;
    std::size_t out = 0;
  };

  Votes votes_of(RowRange range, const SaidDistrict& said) const {
    Votes votes;
    for (std::size_t row = range.begin; row < range.end; ++row) {
      if (!is_open(row)) continue;
      if (const auto lies = lies_in(row, said)) ++(*lies ? votes.in : votes.out);
    }
    return votes;
  }

  /// Gives the open rows of `given`, a part of the range, that district, unless what is known of the range
  /// speaks against it.
  Done imply(RowRange range, RowRange given, const SaidDistrict& said, DistrictSource source,
             std::size_t& count) {
    const Votes votes = votes_of(range, said);
    if (votes.out > votes.in) return Done::contradicted;
    const std::size_t before = count;
    for (std::size_t row = given.begin; row < given.end; ++row) {
      if (!is_open(row)) continue;
      m_out.of_row[row] = said.spelled;
      m_out.sources[row] = source;
      ++count;
    }
    return count > before ? Done::implied : Done::nothing;
  }

  std::vector<const DistrictHeading*> headings_in(RowRange part) const {
    std::vector<const DistrictHeading*> out;
    for (const DistrictHeading& heading : m_headings) {
      if (heading.row >= part.begin && heading.row < part.end) out.push_back(&heading);
    }
    return out;
  }

  static RowRange block_of(const std::vector<const DistrictHeading*>& headings, std::size_t i, RowRange part,
                           Side side) {
    if (side == Side::above)
      return {headings[i]->row + 1, i + 1 < headings.size() ? headings[i + 1]->row : part.end};
    return {i > 0 ? headings[i - 1]->row + 1 : part.begin, headings[i]->row};
  }

  /// Where headings stand: above their communes or below.
  Side side_of(const std::vector<const DistrictHeading*>& headings, RowRange part) const {
    const bool first = headings.front()->row == part.begin;
    const bool last = headings.back()->row + 1 == part.end;
    if (first && !last) return Side::above;
    const bool sums = std::all_of(headings.begin(), headings.end(), [this](const DistrictHeading* heading) {
      return has_figures(heading->row);
    });
    if (last && !first && sums) return Side::below;
    Votes votes;  // in: for above
    for (std::size_t i = 0; i < headings.size(); ++i) {
      if (!headings[i]->said) continue;
      const Votes above = votes_of(block_of(headings, i, part, Side::above), *headings[i]->said);
      const Votes below = votes_of(block_of(headings, i, part, Side::below), *headings[i]->said);
      votes.in += above.in > above.out ? 1 : 0;
      votes.out += below.in > below.out ? 1 : 0;
    }
    if (votes.in == votes.out) return Side::none;
    return votes.in > votes.out ? Side::above : Side::below;
  }

  /// A heading without a figure behind its name is no subtotal.
  bool has_figures(std::size_t row) const {
    bool behind = false;
    for (const model::Column& column : m_table.columns) {
      const std::string cell = behind ? column.text(row) : std::string();
      behind = behind || &column == m_name;
      if (cell.find_first_of("0123456789") != std::string::npos) return true;
    }
    return false;
  }

  /// Whether most headings have rows of their own: a list of districts before all communes has not.
  bool have_rows(const std::vector<const DistrictHeading*>& headings, RowRange part, Side side) const {
    std::size_t filled = 0;
    for (std::size_t i = 0; i < headings.size(); ++i) {
      const RowRange block = block_of(headings, i, part, side);
      bool open = false;
      for (std::size_t row = block.begin; row < block.end && !open; ++row) open = is_open(row);
      filled += open ? 1U : 0U;
    }
    return 2 * filled > headings.size();
  }

  void by_headings(RowRange part) {
    const std::vector<const DistrictHeading*> headings = headings_in(part);
    if (std::none_of(headings.begin(), headings.end(), [](const DistrictHeading* one) { return one->said; }))
      return;
    const Side side = side_of(headings, part);
    if (side == Side::none) return;
    const bool regular = have_rows(headings, part, side);
    std::vector<std::size_t> used;
    std::size_t count = 0;
    for (std::size_t i = 0; i < headings.size(); ++i) {
      if (!headings[i]->said) continue;
      const RowRange block = block_of(headings, i, part, side);
      if (!regular && votes_of(block, *headings[i]->said).in == 0) continue;
      const SaidDistrict& said = *headings[i]->said;
      const Done done = imply(block, sure(block, said, side), said, DistrictSource::heading, count);
      if (done == Done::implied) used.push_back(headings[i]->row);
      if (done == Done::contradicted) {
        tell_contradicted(headings[i]->row, row_place(m_table, headings[i]->row),
                          votes_of(block, *headings[i]->said), words_of(headings[i]->row));
      }
    }
    if (used.empty()) return;
    std::vector<std::string> words;
    for (const std::size_t row : used) words.push_back(words_of(row));
    m_out.headings.insert(m_out.headings.end(), used.begin(), used.end());
    tell("join.district-from-heading", used.front(),
         text("từ {}", "from {}", {row_place(m_table, used.front())}),
         text("{} dòng không ghi huyện được hiểu theo dòng tiêu đề huyện {} chúng ({})",
              "{} rows without a district are taken to lie in that of the heading {} them ({})",
              {count, side == Side::above ? text("phía trên", "above") : text("phía dưới", "below"),
               quoted_words(words)}));
  }

  void by_field(RowRange part) {
    std::optional<SaidDistrict> said;
    std::size_t count = 0;
    std::size_t first = part.begin;
    std::size_t begin = part.begin;
    const auto close = [&](std::size_t end) {
      if (!said || begin >= end) return;
      const RowRange block{begin, end};
      const Done done = imply(block, sure(block, *said, Side::above), *said, DistrictSource::above, count);
      if (done == Done::contradicted)
        tell_contradicted(begin - 1, row_place(m_table, begin - 1), votes_of({begin, end}, *said),
                          m_rows[begin - 1].district);
    };
    for (std::size_t row = part.begin; row < part.end; ++row) {
      if (m_rows[row].district.empty()) continue;
      close(row);
      if (!said) first = row;
      said = m_words.of_heading(m_rows[row].district);
      begin = row + 1;
    }
    close(part.end);
    if (count == 0) return;
    tell("join.district-from-above", first, text("từ {}", "from {}", {row_place(m_table, first)}),
         text("cột huyện chỉ ghi ở dòng đầu của mỗi huyện: {} dòng để trống được hiểu theo dòng phía trên",
              "the field of districts is filled in the first row of each only: {} blank rows are taken to "
              "lie in that of the row above",
              {count}));
  }

  /// What names one district for a whole file or sheet.
  struct Title {
    const SaidDistrict* said = nullptr;  ///< null: it names none
    DistrictSource source = DistrictSource::none;
    std::string words = {};
  };

  /// The name of the sheet, else of the file.
  Title name_of(std::size_t part) const {
    const std::size_t first = m_hints.parts[part].begin;
    if (const auto& sheet = m_hints.sheets[part])
      return {&*sheet, DistrictSource::sheet, m_table.sheet_of(first)};
    const auto& file = m_hints.files[part];
    if (!file) return {};
    return {&*file, DistrictSource::file, std::filesystem::path(m_table.file_of(first)).stem().string()};
  }

  Title lines_of(std::size_t part) const {
    const auto& said = m_hints.titles[part];
    return said ? Title{&*said, DistrictSource::title, said->spelled} : Title{};
  }

  /// A town is called like its province: such a name is the province's unless the rows say otherwise.
  bool names_province(const Title& title, Votes votes) const {
    return !title.said->typed && is_province(title.words) && (votes.in == 0 || votes.out > 0);
  }

  void by_title(std::size_t part) {
    const RowRange range = m_hints.parts[part];
    if (range.begin == range.end) return;
    const Title lines = lines_of(part);
    Title name = name_of(part);
    if (name.said != nullptr && names_province(name, votes_of(range, *name.said))) name = {};
    const Title* nearest = lines.said != nullptr ? &lines : &name;
    if (lines.said != nullptr && name.said != nullptr && are_apart(*lines.said, *name.said)) {
      nearest = borne_out(range, lines) ? &lines : borne_out(range, name) ? &name : nullptr;
      tell_differ(range, lines, name, nearest);
    }
    if (nearest != nullptr && nearest->said != nullptr) imply_title(range, *nearest);
  }

  /// Whether what is known of the rows lies in that district, and in no other.
  bool borne_out(RowRange range, const Title& title) const {
    const Votes votes = votes_of(range, *title.said);
    return votes.in >= 2 && votes.out == 0;
  }

  static bool are_apart(const SaidDistrict& one, const SaidDistrict& other) {
    return std::none_of(one.districts.begin(), one.districts.end(), [&](const std::string& district) {
      return std::find(other.districts.begin(), other.districts.end(), district) != other.districts.end();
    });
  }

  Text sheet_place(std::size_t row) const {
    const std::string& sheet = m_table.sheet_of(row);
    return sheet.empty() ? Text() : text("trang “{}”", "sheet “{}”", {sheet});
  }

  void imply_title(RowRange range, const Title& title) {
    const SaidDistrict& said = *title.said;
    const Text place = title.source == DistrictSource::file ? Text() : sheet_place(range.begin);
    RowRange given{range.begin, range.begin};
    while (given.end < range.end && !is_other_district(given.end)) ++given.end;
    std::size_t count = 0;
    const Votes votes = votes_of(range, said);
    const Done done = imply(range, given, said, title.source, count);
    if (done == Done::contradicted) tell_contradicted(range.begin, place, votes, title.words);
    if (done != Done::implied) return;
    switch (title.source) {
      case DistrictSource::title:
        return tell("join.district-from-title", range.begin, place,
                    text("{} dòng không ghi huyện được hiểu là của {}, theo dòng phía trên tiêu đề bảng",
                         "{} rows without a district are taken to lie in {}, by the rows above the header",
                         {count, said.spelled}));
      case DistrictSource::sheet:
        return tell("join.district-from-sheet", range.begin, place,
                    text("{} dòng không ghi huyện được hiểu là của {}, theo tên trang",
                         "{} rows without a district are taken to lie in {}, by the name of the sheet",
                         {count, said.spelled}));
      default:
        return tell("join.district-from-file", range.begin, place,
                    text("{} dòng không ghi huyện được hiểu là của {}, theo tên tệp",
                         "{} rows without a district are taken to lie in {}, by the name of the file",
                         {count, said.spelled}));
    }
  }

  /// A sheet that was copied for the next district and half changed: where the rows do not tell, only its
  /// author knows which is right.
  void tell_differ(RowRange range, const Title& lines, const Title& name, const Title* used) {
    std::size_t count = 0;
    for (std::size_t row = range.begin; row < range.end; ++row) count += is_open(row) ? 1U : 0U;
    if (count == 0) return;
    const Text where = name.source == DistrictSource::sheet
                           ? text("tên trang “{}”", "the name of the sheet “{}”", {name.words})
                           : text("tên tệp “{}”", "the name of the file “{}”", {name.words});
    const Text outcome = used == nullptr ? text("không dùng huyện nào cho {} dòng không ghi huyện",
                                                "neither is used for the {} rows without a district", {count})
                                         : text("các dòng thuộc {}, dùng huyện ấy",
                                                "the rows lie in {}, which is used", {used->said->spelled});
    m_out.findings.push_back(
        {used == nullptr ? base::Severity::error : base::Severity::warning, "join.districts-differ",
         m_table.file_of(range.begin), sheet_place(range.begin),
         text("phía trên tiêu đề bảng ghi {}, nhưng {} là của {}: {}",
              "the rows above the header say {}, but {} says {}: {}",
              {lines.said->spelled, where, name.said->spelled, outcome}),
         text("Sửa dòng phía trên tiêu đề hoặc tên trang, tên tệp cho khớp, hoặc thêm cột huyện vào bảng.",
              "Make the rows above the header and the name agree, or give the table a field of districts.")});
  }

  std::string words_of(std::size_t row) const { return heading_words(m_table, m_name, m_rows[row], row); }

  void tell(const char* rule, std::size_t row, Text place, Text what) {
    m_out.findings.push_back(
        {base::Severity::note, rule, m_table.file_of(row), std::move(place), std::move(what), {}});
  }

  void tell_contradicted(std::size_t row, Text place, Votes votes, const std::string& words) {
    m_out.findings.push_back(
        {base::Severity::warning, "join.district-contradicted", m_table.file_of(row), std::move(place),
         text(
             "“{}” là tên một huyện, nhưng {} dòng thuộc huyện khác (chỉ {} dòng thuộc huyện ấy); không dùng "
             "làm huyện của các dòng",
             "“{}” names a district, but {} rows lie in another one (only {} in that); it is not used as the "
             "district of the rows",
             {words, votes.out, votes.in}),
         text("Thêm cột huyện vào bảng, hoặc sửa tên trang, tệp, dòng tiêu đề.",
              "Give the table a field of districts, or mend the name of the sheet, file or heading.")});
  }

  const model::Table& m_table;
  const model::Column* m_name;
  std::span<const MatchRow> m_rows;
  std::span<const names::MatchUnit> m_units;
  const DistrictWords& m_words;
  DistrictHints m_hints;
  const std::vector<RowMatch>& m_matches;
  std::vector<DistrictHeading> m_headings;
  ImpliedDistricts m_out;
};

}  // namespace

std::string_view source_word(DistrictSource source) {
  switch (source) {
    case DistrictSource::heading:
      return "heading";
    case DistrictSource::above:
      return "above";
    case DistrictSource::title:
      return "title";
    case DistrictSource::sheet:
      return "sheet";
    case DistrictSource::file:
      return "file";
    case DistrictSource::none:
      break;
  }
  return {};
}

ImpliedDistricts imply_districts(const model::Table& table, const std::string& name_field,
                                 std::span<const names::MatchRow> rows,
                                 std::span<const names::MatchUnit> units,
                                 const std::function<std::vector<names::RowMatch>()>& match) {
  const bool open = !name_field.empty() && std::any_of(rows.begin(), rows.end(), [](const MatchRow& row) {
    return row.district.empty() && !row.name.empty();
  });
  if (!open) return {};
  const DistrictWords words(units, rows_are_bare(rows));
  if (words.empty()) return {};
  DistrictHints hints = district_hints(table, table.find(name_field), rows, words);
  if (!hints.any) return {};
  const std::vector<RowMatch> matches = match();
  return Implier(table, name_field, rows, units, words, std::move(hints), matches).run();
}

}  // namespace ntmap::app
