#include "app/data/heading_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "app/data/district_places.hpp"
#include "app/data/double_claims.hpp"
#include "io/row_numbers.hpp"
#include "io/table_reader.hpp"
#include "names/fold.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using names::MatchRule;
using names::MatchStatus;

constexpr std::uint32_t k_no_place = DistrictPlaces::k_none;

bool says_commune(names::UnitType type) {
  return type != names::UnitType::none && !names::is_above_commune(type);
}

/// What is known of one row.
struct RowSense {
  std::uint32_t like = k_no_place;   ///< the place that it is called like, where it may be its heading
  std::uint32_t place = k_no_place;  ///< where its unit lies; k_no_place for rows called like a place
  std::uint32_t unit = k_no_place;
  bool is_unit = false;  ///< some unit is near: no village, no remark
  bool placed = false;   ///< says its district: only a sum makes it a heading
  bool confirmed = false;
};

enum class RowSide : std::uint8_t { head, foot, none };

/// Which towns and wards have rows, those that are called like a district aside.
struct ListedTowns {
  bool anywhere = false;     ///< most of those of the districts that have rows
  std::vector<bool> beside;  ///< by place, some of its own
  std::vector<bool>
      left_out;  ///< by place, it has rows and towns, but no row for any of these, whatever called
  std::vector<bool> listed;  ///< by place, some town has a row, or a row is called like the place
  /// Whether the table seems to be one of communes: other places have towns, and none of these has a row.
  bool none_but(std::uint32_t place) const {
    bool elsewhere = false;
    for (std::uint32_t other = 0; other < listed.size(); ++other) {
      if (other == place) continue;
      if (listed[other]) return false;
      elsewhere = elsewhere || left_out[other];
    }
    return elsewhere;
  }
};

/// How the rows of one file use names of districts.
struct RowLayout {
  std::array<std::size_t, 2> headed{};   ///< by RowSide: districts with such a row there
  std::array<std::size_t, 2> no_unit{};  ///< of them, those called like no unit
  std::size_t districts = 0;             ///< with two rows or more
  bool all_headed(RowSide side) const {
    const auto at = static_cast<std::size_t>(side);
    return side != RowSide::none && no_unit[at] > 0 && districts > 1 && headed[at] == districts;
  }
  bool none_headed(RowSide side) const {
    const auto at = static_cast<std::size_t>(side);
    return no_unit[at] == 0 && headed[at] < districts;
  }
};

/// Looks for headings in one file's rows of a table.
class PartFinder {
 public:
  PartFinder(const model::Table& table, const model::Column& name, const std::vector<RowSense>& rows,
             const DistrictPlaces& places, std::size_t begin, std::size_t end, const ListedTowns& towns)
      : m_table(table),
        m_name(name),
        m_rows(rows),
        m_places(places),
        m_begin(begin),
        m_end(end),
        m_towns(towns) {}

  void run(HeadingRows& out) {
    for (std::size_t row = m_begin; row < m_end; ++row) {
      if (m_rows[row].like != k_no_place) m_like.push_back(row);
    }
    if (m_like.empty()) return;
    m_counts = io::counting_column(m_table, m_begin, m_end);
    read_figures();
    count_places();
    const std::vector<std::size_t> summed = summed_rows();
    learn_layout(summed);
    std::set<std::uint32_t> headed;  // places whose heading is known: what else is called so is the town
    std::vector<std::size_t> others;
    for (const std::size_t row : m_like) {
      const bool heads = std::binary_search(summed.begin(), summed.end(), row) || heads_by_place(row);
      if (heads) headed.insert(m_rows[row].like);
      (heads ? out.headings : others).push_back(row);
    }
    std::vector<std::size_t> judged;  // of them, those first or last among the rows of their district
    for (const std::size_t row : others) {
      const RowSense& known = m_rows[row];
      const bool open = known.unit != k_no_place && !known.confirmed;
      if (open && is_claimed_twice(row, out.headings)) {
        out.doubtful.push_back(row);
      } else if (open && !known.placed && !headed.contains(known.like)) {
        judge_town(row, out);
        if (side_of(row) != RowSide::none) judged.push_back(row);
      }
    }
    doubt_the_rest(judged, out);
  }

 private:
  /// Rows of the place on one side of the row, up to a row of another place.
  std::size_t neighbours(std::size_t row, RowSide side) const {
    const std::uint32_t place = m_rows[row].like;
    std::size_t count = 0;
    for (std::size_t i = row; side == RowSide::head ? ++i < m_end : i-- > m_begin;) {
      const RowSense& other = m_rows[i];
      if (other.like == place || (other.like == k_no_place && other.place == k_no_place)) continue;
      if (other.place != place) break;
      ++count;
    }
    return count;
  }

  /// Where the row stands among those of its district; `none` also where these are scattered.
  RowSide side_of(std::size_t row) const {
    const std::size_t below = neighbours(row, RowSide::head);
    const std::size_t above = neighbours(row, RowSide::foot);
    const std::size_t here = std::max(above, below);
    if (here == 0 || std::min(above, below) > 0 || 5 * here < 4 * m_count[m_rows[row].like])
      return RowSide::none;
    return below > 0 ? RowSide::head : RowSide::foot;
  }

  void count_places() {
    m_count.resize(m_places.size());
    for (std::size_t row = m_begin; row < m_end; ++row) {
      if (m_rows[row].place != k_no_place) ++m_count[m_rows[row].place];
    }
  }

  void learn_layout(const std::vector<std::size_t>& summed) {
    std::array<std::set<std::uint32_t>, 2> headed;
    for (const std::size_t row : m_like) {
      const RowSide side = side_of(row);
      const std::uint32_t place = m_rows[row].like;
      if (side == RowSide::none || m_count[place] < 2) continue;
      const auto at = static_cast<std::size_t>(side);
      const bool heading =
          !m_places.is_unit_name(place) || std::binary_search(summed.begin(), summed.end(), row);
      if (headed[at].insert(place).second && heading) ++m_layout.no_unit[at];
    }
    for (std::size_t at = 0; at < headed.size(); ++at) m_layout.headed[at] = headed[at].size();
    m_layout.districts = static_cast<std::size_t>(
        std::count_if(m_count.begin(), m_count.end(), [](std::size_t count) { return count > 1; }));
  }

  bool heads_by_place(std::size_t row) const {
    if (m_rows[row].placed) return false;
    const RowSide side = side_of(row);
    if (!m_places.is_unit_name(m_rows[row].like) &&
        (m_layout.all_headed(RowSide::head) || m_layout.all_headed(RowSide::foot)))
      return true;
    if (side == RowSide::none || !is_outermost(row, side)) return false;
    return m_layout.all_headed(side) || (m_counts != nullptr && m_counts->text(row).empty()) ||
           (!m_rows[row].confirmed && has_own_town(row, side));
  }

  /// Whether the town has another row: one that says so, or one called alike beside which this one has no
  /// figure or a subtotal.
  bool has_own_town(std::size_t row, RowSide side) const {
    const RowSense& known = m_rows[row];
    if (known.unit == k_no_place || m_places.like_unit(known.unit) != known.like) return false;
    bool said = false;
    bool alike = false;
    for (std::size_t other = m_begin; other < m_end; ++other) {
      if (other == row || m_rows[other].unit != known.unit) continue;
      (m_rows[other].like == k_no_place ? said : alike) = true;
    }
    const std::vector<std::size_t> members = members_of(row, side);
    const bool alone = std::all_of(members.begin(), members.end(),
                                   [&](std::size_t other) { return m_rows[other].unit == known.unit; });
    if (alone) return false;  // a row that stands twice
    return said || (alike && (!has_figures(row) || looks_like_subtotal(row, side, Doubt::any_column)));
  }

  /// Of a heading and its town, the heading is the first above and the last below.
  bool is_outermost(std::size_t row, RowSide side) const {
    return std::none_of(m_like.begin(), m_like.end(), [&](std::size_t other) {
      const bool beyond = side == RowSide::head ? other < row : other > row;
      return beyond && m_rows[other].like == m_rows[row].like && side_of(other) == side;
    });
  }

  /// Whether another row means the same unit, though no other unit of the district has several rows (as in a
  /// table of several years).
  bool is_claimed_twice(std::size_t row, const std::vector<std::size_t>& headings) const {
    std::map<std::uint32_t, std::vector<std::size_t>> rows_of;
    for (std::size_t other = m_begin; other < m_end; ++other) {
      const RowSense& known = m_rows[other];
      const bool here =
          known.unit == m_rows[row].unit || (known.like == k_no_place && known.place == m_rows[row].like);
      if (!here || known.unit == k_no_place) continue;
      if (!std::binary_search(headings.begin(), headings.end(), other)) rows_of[known.unit].push_back(other);
    }
    const std::vector<std::size_t> own = std::move(rows_of[m_rows[row].unit]);
    rows_of.erase(m_rows[row].unit);
    return own.size() > 1 && !are_of_different_years(m_table, own) &&
           std::none_of(rows_of.begin(), rows_of.end(),
                        [](const auto& one) { return one.second.size() > 1; });
  }

  /// Where half of the rows above (or below) the communes of a district are headings or may be, so may the
  /// others.
  void doubt_the_rest(const std::vector<std::size_t>& judged, HeadingRows& out) const {
    const auto holds = [](const std::vector<std::size_t>& rows, std::size_t row) {
      return std::find(rows.begin(), rows.end(), row) != rows.end();
    };
    std::size_t heads = 0;
    std::size_t towns = 0;
    for (const std::size_t row : m_like) {
      if (side_of(row) == RowSide::none) continue;
      const bool open = holds(judged, row) && !holds(out.doubtful, row);
      heads += holds(out.headings, row) || holds(out.doubtful, row) ? 1U : 0U;
      towns += open ? 1U : 0U;
    }
    if (heads == 0 || heads < towns) return;
    for (const std::size_t row : judged) {
      if (holds(out.doubtful, row)) continue;
      out.doubtful.push_back(row);
      std::erase(out.towns, row);
    }
    std::sort(out.doubtful.begin(), out.doubtful.end());
  }

  void judge_town(std::size_t row, HeadingRows& out) const {
    const RowSide side = side_of(row);
    const std::uint32_t place = m_rows[row].like;
    const bool names_unit = m_places.like_unit(m_rows[row].unit) == place;
    if (!names_unit) {  // a unit that is only near
      out.doubtful.push_back(row);
    } else if (side == RowSide::none) {
      const bool alone = m_like.size() > 1 && 2 * m_like.size() >= m_end - m_begin;  // a table of districts
      if (alone && neighbours(row, RowSide::head) + neighbours(row, RowSide::foot) == 0 && !m_towns.anywhere)
        out.doubtful.push_back(row);
    } else {
      judge_outermost(row, side, out);
    }
  }

  /// A row first or last among those of its district. Other districts without such a row show that it is no
  /// heading; other towns' rows only that it may be none. Where there is neither, only its number says so.
  void judge_outermost(std::size_t row, RowSide side, HeadingRows& out) const {
    const bool communes = m_towns.none_but(m_rows[row].like);
    const bool list = m_layout.none_headed(side) && !communes;
    const bool listed = list || m_towns.beside[m_rows[row].like];
    const bool counted = is_counted(row);
    const bool plausible = m_layout.no_unit[static_cast<std::size_t>(side)] == 0 &&
                           (listed || (counted && completes(row) && has_figures(row) &&
                                       !(communes && may_be_mean(row, side)))) &&
                           !looks_like_subtotal(row, side, listed ? Doubt::most_columns : Doubt::any_column);
    if (!plausible) out.doubtful.push_back(row);
    if (plausible && !list && !counted) out.towns.push_back(row);
  }

  bool is_counted(std::size_t row) const {
    if (m_counts == nullptr) return false;
    const std::string number = m_counts->text(row);
    return !number.empty() && number.front() >= '0' && number.front() <= '9';
  }

  /// Whether all other units of the place have rows.
  bool completes(std::size_t row) const {
    std::set<std::uint32_t> seen{m_rows[row].unit};
    for (std::size_t i = m_begin; i < m_end; ++i) seen.insert(m_rows[i].unit);
    const std::vector<std::uint32_t>& units = m_places.units(m_rows[row].like);
    return std::all_of(units.begin(), units.end(), [&](std::uint32_t unit) { return seen.contains(unit); });
  }

  void read_figures() {
    for (const model::Column& column : m_table.columns) {
      if (&column != &m_name && &column != m_counts)
        m_numbers.push_back(io::read_numbers(m_table, column, false).values);
    }
  }

  /// The rows whose figure is the sum of those up to the next row called like another place.
  std::vector<std::size_t> summed_rows() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < m_like.size(); ++i) {
      const std::size_t row = m_like[i];
      const auto differs = [&](std::size_t other) { return m_rows[other].like != m_rows[row].like; };
      const auto next = std::find_if(m_like.begin() + static_cast<std::ptrdiff_t>(i), m_like.end(), differs);
      const auto last =
          std::find_if(m_like.rend() - static_cast<std::ptrdiff_t>(i) - 1, m_like.rend(), differs);
      const std::size_t from = last == m_like.rend() ? m_begin : *last + 1;
      const std::size_t to = next == m_like.end() ? m_end : *next;
      if (sums(row, row + 1, to) || (neighbours(row, RowSide::foot) > 0 && sums(row, from, row)))
        out.push_back(row);
    }
    return out;
  }

  bool sums(std::size_t head, std::size_t from, std::size_t to) const {
    std::size_t units = 0;
    for (std::size_t row = from; row < to; ++row) units += m_rows[row].is_unit ? 1U : 0U;
    if (units == 0 || 2 * units < to - from) return false;
    return std::any_of(m_numbers.begin(), m_numbers.end(), [&](const std::vector<double>& column) {
      const Sum sum(column, from, to);
      return sum.count >= 2 && column[head] > sum.biggest &&
             std::abs(column[head] - sum.sum) <= 1e-6 * sum.sum;
    });
  }

  bool has_figures(std::size_t row) const {
    return std::any_of(m_numbers.begin(), m_numbers.end(),
                       [&](const std::vector<double>& column) { return !std::isnan(column[row]); });
  }

  /// How many columns must look like a subtotal. Of many columns one may do so by chance.
  enum class Doubt : std::uint8_t { any_column, most_columns };

  bool looks_like_subtotal(std::size_t row, RowSide side, Doubt doubt) const {
    const std::vector<std::size_t> members = members_of(row, side);
    std::size_t usable = 0;
    std::size_t like = 0;
    for (const std::vector<double>& column : m_numbers) {
      constexpr std::size_t k_enough = 3;
      const Sum sum(column, members);
      if (sum.count < k_enough || std::isnan(column[row]) || !(sum.biggest > sum.smallest)) continue;
      ++usable;
      if (like_subtotal(column[row], sum, members.size(), doubt, rounding_of(column, sum))) ++like;
    }
    return like > 0 && (doubt == Doubt::any_column || 2 * like >= usable);
  }

  struct Sum;

  /// Half as much as all rows of the district together or more, or about their mean.
  static bool like_subtotal(double figure, const Sum& sum, std::size_t members, Doubt doubt,
                            double rounding) {
    const bool strict = doubt == Doubt::most_columns;
    const bool much = figure > sum.biggest && 2 * figure >= sum.sum;
    if (much && (!strict || 2 * sum.count >= members)) return true;
    if (strict && sum.whole && is_whole(figure)) return false;  // met by chance where few whole numbers occur
    return std::abs(figure - sum.sum / static_cast<double>(sum.count)) <= rounding;
  }

  static bool is_whole(double figure) { return figure == std::floor(figure); }

  /// By how much a mean may differ from what is written: half of a decimal place, or of one where all rows
  /// called like a place have whole figures, in a column of many others.
  double rounding_of(const std::vector<double>& column, const Sum& sum) const {
    constexpr double k_decimal = 0.051;
    constexpr double k_whole = 0.501;
    constexpr double k_many = 20;
    const bool whole = std::all_of(m_like.begin(), m_like.end(), [&](std::size_t row) {
      return std::isnan(column[row]) || is_whole(column[row]);
    });
    return whole && sum.biggest - sum.smallest >= k_many ? k_whole : k_decimal;
  }

  /// Whether each figure of the row lies among those of its district, as every weighted mean does.
  bool may_be_mean(std::size_t row, RowSide side) const {
    const std::vector<std::size_t> members = members_of(row, side);
    return std::all_of(m_numbers.begin(), m_numbers.end(), [&](const std::vector<double>& column) {
      const Sum sum(column, members);
      const bool known = sum.count > 0 && !std::isnan(column[row]);
      return !known || (sum.smallest <= column[row] && column[row] <= sum.biggest);
    });
  }

  /// The rows of the district on that side, with a further one that is called like it.
  std::vector<std::size_t> members_of(std::size_t row, RowSide side) const {
    const std::uint32_t place = m_rows[row].like;
    std::vector<std::size_t> out;
    for (std::size_t i = row; side == RowSide::head ? ++i < m_end : i-- > m_begin;) {
      const RowSense& other = m_rows[i];
      if (other.like == k_no_place && other.place == k_no_place) continue;
      if (other.like != place && other.place != place) break;
      out.push_back(i);
    }
    return out;
  }

  struct Sum {
    double sum = 0;
    double biggest = 0;
    double smallest = 0;
    std::size_t count = 0;
    bool whole = true;
    Sum(const std::vector<double>& column, std::size_t from, std::size_t to) {
      for (std::size_t row = from; row < to; ++row) add(column[row]);
    }
    Sum(const std::vector<double>& column, const std::vector<std::size_t>& rows) {
      for (const std::size_t row : rows) add(column[row]);
    }
    void add(double figure) {
      if (!(figure > 0)) return;
      sum += figure;
      biggest = std::max(biggest, figure);
      smallest = count == 0 ? figure : std::min(smallest, figure);
      whole = whole && is_whole(figure);
      ++count;
    }
  };

  const model::Table& m_table;
  const model::Column& m_name;
  const std::vector<RowSense>& m_rows;
  const DistrictPlaces& m_places;
  std::size_t m_begin;
  std::size_t m_end;
  const ListedTowns& m_towns;
  std::vector<std::size_t> m_like;             ///< rows called like a place
  std::vector<std::size_t> m_count;            ///< rows of each place
  const model::Column* m_counts = nullptr;     ///< the column that counts rows
  std::vector<std::vector<double>> m_numbers;  ///< of the other columns
  RowLayout m_layout;
};

RowSense known_row(const names::MatchRow& said, const names::RowMatch& match, const DistrictPlaces& places) {
  const bool matched = match.status == MatchStatus::matched;
  const bool coded = matched && (match.rule == MatchRule::code || match.rule == MatchRule::code_padded);
  RowSense row{.unit = matched ? match.unit : k_no_place, .is_unit = match.status != MatchStatus::unmatched};
  const bool may_head = places.size() > 0 && !coded && !says_commune(names::unit_type_from(said.type));
  if (may_head && !says_commune(names::parse_unit_name(said.name).type)) row.like = places.find(said.name);
  if (row.like == k_no_place && matched) row.place = places.of_unit(match.unit);
  row.placed = !said.district.empty();
  row.confirmed = match.rule == MatchRule::alias;
  return row;
}

/// Which towns and wards the table is about.
ListedTowns listed_towns(const std::vector<RowSense>& rows, std::span<const names::MatchUnit> units,
                         const DistrictPlaces& places) {
  std::vector<bool> has_row(units.size());
  std::vector<bool> covered(places.size());
  for (const RowSense& row : rows) {
    if (row.like != k_no_place || row.unit == k_no_place) continue;
    has_row[row.unit] = true;
    if (row.place != k_no_place) covered[row.place] = true;
  }
  const std::vector<bool> none(places.size());
  ListedTowns out{.beside = none, .left_out = none, .listed = none};
  for (const RowSense& row : rows) {
    if (row.like != k_no_place) out.listed[row.like] = true;
  }
  std::size_t towns = 0;
  std::size_t listed = 0;
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    const names::UnitType type = unit_type_of(units[unit]);
    const std::uint32_t place = places.of_unit(unit);
    const bool other = type != names::UnitType::none && type != names::UnitType::commune;
    if (!other || place == k_no_place || !covered[place]) continue;
    (has_row[unit] ? out.listed : out.left_out)[place] = true;
    if (places.like_unit(unit) != k_no_place) continue;
    ++towns;
    listed += has_row[unit] ? 1U : 0U;
    if (has_row[unit]) out.beside[place] = true;
  }
  out.anywhere = towns > 0 && 5 * listed >= 4 * towns;
  return out;
}

/// Rows numbered as heads, above rows most of which are units (not the villages of a commune).
std::vector<std::size_t> outlined(const std::vector<std::size_t>& heads, const model::Column& name,
                                  const std::vector<RowSense>& rows) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    // The town of a district stands below it under the same name.
    const auto key = [&](std::size_t row) {
      return names::search_key(names::parse_unit_name(name.text(row)).name);
    };
    const auto next = std::find_if(heads.begin() + static_cast<std::ptrdiff_t>(i) + 1, heads.end(),
                                   [&](std::size_t row) { return key(row) != key(heads[i]); });
    const std::size_t end = next == heads.end() ? rows.size() : *next;
    std::size_t units = 0;
    for (std::size_t row = heads[i] + 1; row < end; ++row) units += rows[row].is_unit ? 1U : 0U;
    const bool commune = says_commune(names::parse_unit_name(name.text(heads[i])).type);
    if (!commune && units > 0 && 2 * units >= end - heads[i] - 1) out.push_back(heads[i]);
  }
  return out;
}

}  // namespace

HeadingRows find_headings(const model::Table& table, const std::string& name_field,
                          std::span<const names::MatchRow> rows, std::span<const names::RowMatch> matches,
                          std::span<const names::MatchUnit> units) {
  HeadingRows out;
  const model::Column* name = name_field.empty() ? nullptr : table.find(name_field);
  if (name == nullptr) return out;
  DistrictPlaces places(units);
  std::vector<RowSense> known;
  for (std::size_t row = 0; row < rows.size(); ++row)
    known.push_back(known_row(rows[row], matches[row], places));
  const std::vector<std::size_t> heads = io::outline_heads(std::span(table.columns.data(), name));
  if (!heads.empty()) {
    out.headings = outlined(heads, *name, known);
    return out;
  }
  if (std::none_of(known.begin(), known.end(), [](const RowSense& row) { return row.like != k_no_place; }))
    return out;
  places.read_names(units);
  const ListedTowns towns = listed_towns(known, units, places);
  for (std::size_t part = 0; part < std::max<std::size_t>(1, table.parts.size()); ++part) {
    const std::size_t begin = table.parts.empty() ? 0 : table.parts[part].first_row;
    const std::size_t end = part + 1 < table.parts.size() ? table.parts[part + 1].first_row : rows.size();
    PartFinder(table, *name, known, places, begin, end, towns).run(out);
  }
  return out;
}

}  // namespace ntmap::app
