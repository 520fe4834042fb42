#include "criteria/compute_figure.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "criteria/mean_of_criteria.hpp"
#include "criteria/word_list.hpp"

namespace ntmap::criteria {
namespace {

bool is_whole(double value) {
  return value == std::floor(value);
}

class FigureComputer {
 public:
  FigureComputer(const std::vector<Figure>& figures, std::uint32_t unit, const FigureInput& input)
      : m_figures(figures), m_unit(unit), m_input(input) {}

  FigureValue computed(const Figure& figure, int depth = 0) const {
    switch (figure.compute) {
      case Compute::column:
        return own(figure.of);
      case Compute::sum:
        return summed(figure);
      case Compute::mean:
        return mean(figure);
      case Compute::count:
        return counted(figure, false);
      case Compute::share:
        return counted(figure, true);
      case Compute::units:
        return number(static_cast<double>(below(figure).size()));
      case Compute::implementing:
        return implementing(figure);
      case Compute::flag:
        return flag(figure);
      case Compute::events:
        return events(figure);
      case Compute::ratio:
        return ratio(figure, depth);
      case Compute::difference:
        return difference(figure);
      case Compute::criteria:
        return criteria(figure);
      case Compute::criteria_mean:
        return mean_of_criteria(figure);
      case Compute::products:
        return products(figure);
    }
    return {};
  }

 private:
  static FigureValue number(double value) {
    FigureValue out;
    if (std::isfinite(value)) out.value = value;
    if (!out.value) out.why = {"không có số liệu để tính", "nothing to compute it from"};
    return out;
  }

  static FigureValue cannot(base::Text why) {
    FigureValue out;
    out.why = std::move(why);
    return out;
  }

  /// Units the figure is about: the unit itself when it is of the type, else what lies below it.
  std::vector<std::uint32_t> below(const Figure& figure) const {
    if (m_unit != k_no_unit && !figure.types.empty() && has_type((*m_input.units)[m_unit], figure.types))
      return {m_unit};
    return selected(*m_input.units, {figure.types, m_unit});
  }

  FigureValue own(const std::string& id) const {
    if (m_input.values == nullptr || m_unit == k_no_unit)
      return cannot({"không có bảng số liệu", "no table"});
    const ValueColumn* column = m_input.values->find(id);
    if (column == nullptr) return cannot(base::text("không bảng nào có \"{}\"", "no table has \"{}\"", {id}));
    const bool usable = (column->flags[m_unit] & (k_cell_not_applicable | k_cell_conflict)) == 0;
    return number(usable ? column->value[m_unit] : std::nan(""));
  }

  /// The lowest units that have the figure; a unit's own value stands where it has one.
  std::vector<std::uint32_t> holders(const ValueTable& values, const std::string& id,
                                     const std::vector<std::string>& types) const {
    const ValueColumn* column = values.find(id);
    const auto has = [&](std::uint32_t u) { return column != nullptr && !std::isnan(column->value[u]); };
    if (m_unit != k_no_unit && has(m_unit)) return {m_unit};
    std::vector<std::uint32_t> all = selected(*m_input.units, {types, m_unit});
    // Who does not implement the programme need not report: its figure counts where there is one.
    std::erase_if(all, [&](std::uint32_t u) {
      return !m_input.excluded.empty() && m_input.excluded[u] != 0 && !has(u);
    });
    if (!types.empty()) return all;
    std::vector<std::uint8_t> is_parent(m_input.units->size(), 0);
    for (const Unit& unit : *m_input.units) {
      if (unit.parent < is_parent.size()) is_parent[unit.parent] = 1;
    }
    std::erase_if(all, [&](std::uint32_t u) { return is_parent[u] != 0; });
    if (m_unit != k_no_unit && all.empty()) all.push_back(m_unit);
    return all;
  }

  FigureValue summed(const Figure& figure) const {
    if (m_input.values == nullptr) return cannot({"không có bảng số liệu", "no table"});
    const Total sum = total(*m_input.values, figure.of, holders(*m_input.values, figure.of, figure.types));
    FigureValue out = number(sum.value());
    out.missing = sum.missing;
    return out;
  }

  FigureValue mean(const Figure& figure) const {
    const ValueTable* values = m_input.values;
    if (values == nullptr) return cannot({"không có bảng số liệu", "no table"});
    if (m_unit != k_no_unit) {
      FigureValue given = own(figure.of);
      if (given.value) return given;
    }
    const WeightedMean out =
        weighted_mean(*values, figure.of, figure.weight, holders(*values, figure.of, figure.types));
    FigureValue value = number(out.value());
    value.missing = out.missing + out.missing_weight;
    return value;
  }

  /// Codes of the units that a sum or a mean lacks, so that figures of several parts or years count each
  /// unit once; years number their units anew.
  std::set<std::string> missing_units(const Figure& figure) const {
    std::set<std::string> out;
    const bool is_mean = figure.compute == Compute::mean;
    if (m_input.values == nullptr || (!is_mean && figure.compute != Compute::sum)) return out;
    if (is_mean && m_unit != k_no_unit && own(figure.of).value) return out;
    for (const std::uint32_t u : holders(*m_input.values, figure.of, figure.types)) {
      const bool there = is_mean ? weighted_mean(*m_input.values, figure.of, figure.weight, {u}).used > 0
                                 : total(*m_input.values, figure.of, {u}).used > 0;
      if (!there) out.insert((*m_input.units)[u].code);
    }
    return out;
  }

  static FigureValue titles_unknown() {
    return cannot({"chưa có quyết định công nhận nào cho danh sách đơn vị này",
                   "no decision speaks of this list of units yet"});
  }

  FigureValue counted(const Figure& figure, bool percent) const {
    if (!m_input.titles_known) return titles_unknown();
    const Titles titles = titles_of("", m_input.recognitions, m_input.units->size(), figure.ranks,
                                    m_input.day, m_input.counted);
    ShareInput input;
    input.units = m_input.units;
    input.selection = {figure.types, m_unit};
    input.base = m_input.base;
    input.excluded = m_input.excluded;
    const Share share = share_of(input, titles.by_unit);
    FigureValue out = number(percent ? share.percent() : static_cast<double>(share.met));
    out.share = share;
    return out;
  }

  FigureValue implementing(const Figure& figure) const {
    std::int64_t n = 0;
    for (const std::uint32_t u : below(figure))
      n += m_input.excluded.empty() || m_input.excluded[u] == 0 ? 1 : 0;
    return number(static_cast<double>(n));
  }

  FigureValue flag(const Figure& figure) const {
    if (!m_input.titles_known) return titles_unknown();
    for (const Recognition& r : m_input.recognitions) {
      if (r.unit == m_unit && m_unit != k_no_unit && is_one_of(r.rank, figure.ranks) &&
          held_on(r, m_input.day, m_input.counted)) {
        return number(1);
      }
    }
    return number(0);
  }

  /// Titles newly given for the year; given anew after a merger is not new.
  FigureValue events(const Figure& figure) const {
    if (!m_input.titles_known) return titles_unknown();
    std::int64_t n = 0;
    for (const Recognition& r : m_input.recognitions) {
      if (r.unit == k_no_unit || r.after_merger || !is_one_of(r.rank, figure.ranks)) continue;
      const int year = day_of(r, figure.by_decision ? Counted::from_decision : m_input.counted).year;
      const bool inside = m_unit == k_no_unit || r.unit == m_unit || is_below(*m_input.units, r.unit, m_unit);
      n += inside && year == m_input.year ? 1 : 0;
    }
    return number(static_cast<double>(n));
  }

  FigureValue ratio(const Figure& figure, int depth) const {
    const Figure* above = find_figure(m_figures, figure.of);
    const Figure* under = find_figure(m_figures, figure.base);
    if (above == nullptr || under == nullptr || depth > 3)
      return cannot({"thiếu số liệu gốc", "a figure is missing"});
    const FigureValue a = computed(*above, depth + 1);
    const FigureValue b = computed(*under, depth + 1);
    if (!a.value || !b.value || *b.value == 0)
      return cannot({"thiếu tử số hoặc mẫu số", "a part of the ratio is missing"});
    FigureValue out = number(100 * *a.value / *b.value);
    // Of things that are counted it is a share: "1.205/1.512".
    if (is_whole(*a.value) && is_whole(*b.value) && above->unit == under->unit &&
        above->carry == Carry::sum && !above->flow) {
      out.share =
          Share{static_cast<std::int64_t>(*a.value), 0, static_cast<std::int64_t>(*b.value), 0, Base::all};
    }
    std::set<std::string> missing = missing_units(*above);
    missing.merge(missing_units(*under));
    out.missing = static_cast<std::int64_t>(missing.size());
    return out;
  }

  FigureValue difference(const Figure& figure) const {
    const Figure* of = find_figure(m_figures, figure.of);
    if (of == nullptr) return cannot({"thiếu số liệu gốc", "a figure is missing"});
    if (m_input.before == nullptr)
      return cannot({"không có số liệu năm trước", "no figures of the year before"});
    const FigureValue now = computed(*of, 1);
    const FigureComputer computer_before(m_figures, m_input.unit_before, *m_input.before);
    const FigureValue before = computer_before.computed(*of, 1);
    if (!now.value || !before.value)
      return cannot({"thiếu số liệu một trong hai năm", "one of the two years is missing"});
    const auto a = Decimal::from_double(*now.value);
    const auto b = Decimal::from_double(*before.value);
    const double change = (*a - *b).to_double() / (figure.mean_of_years ? m_input.years_between : 1);
    FigureValue out = number(figure.falling ? -change : change);
    std::set<std::string> missing = missing_units(*of);
    missing.merge(computer_before.missing_units(*of));
    out.missing = static_cast<std::int64_t>(missing.size());
    return out;
  }

  FigureValue criteria(const Figure& figure) const {
    const SetResult* result = m_input.evaluation == nullptr ? nullptr : m_input.evaluation->find(figure.set);
    if (result == nullptr || m_unit == k_no_unit) return cannot({"chưa đánh giá", "not evaluated"});
    std::uint32_t unit = m_unit;
    if (!result->applies(unit)) {
      // Asked of a district about its one township: the figure is the township's.
      std::vector<std::uint32_t> fitting = selected(*m_input.units, {result->set().applies_to, m_unit});
      if (fitting.size() != 1)
        return cannot({"không có đúng một đơn vị để tính", "not exactly one unit it is about"});
      unit = fitting.front();
    }
    const CriteriaCount count = result->count(unit);
    FigureValue out = number(count.credited);
    out.missing = count.unknown > 0 ? 1 : 0;
    return out;
  }

  FigureValue mean_of_criteria(const Figure& figure) const {
    const SetResult* result = m_input.evaluation == nullptr ? nullptr : m_input.evaluation->find(figure.set);
    if (result == nullptr) return cannot({"chưa đánh giá", "not evaluated"});
    const std::vector<std::uint32_t> units = below(figure);
    FigureValue out =
        number(criteria::mean_of_criteria(*result, units, m_input.base, m_input.excluded).mean());
    out.missing = std::count_if(units.begin(), units.end(), [&](std::uint32_t u) {
      const bool owes = m_input.excluded.empty() || m_input.excluded[u] == 0;
      return owes && result->applies(u) && result->count(u).unknown > 0;
    });
    return out;
  }

  FigureValue products(const Figure& figure) const {
    std::int64_t k = 0;
    std::int64_t n = 0;
    for (const Product& product : m_input.products) {
      if (!is_counted(product, figure.flow)) continue;
      ++n;
      k += (figure.stars == 0 || product.stars == figure.stars) && (!figure.exported || product.exported) ? 1
                                                                                                          : 0;
    }
    if (!figure.share_of_all) return number(static_cast<double>(k));
    return n == 0 ? cannot({"không có sản phẩm", "no product"})
                  : number(100.0 * static_cast<double>(k) / static_cast<double>(n));
  }

  bool is_counted(const Product& product, bool flow) const {
    const bool inside =
        m_unit == k_no_unit || product.unit == m_unit || is_below(*m_input.units, product.unit, m_unit);
    if (!inside) return false;
    if (flow) return product.certified.year == m_input.year;
    const Date end = product.certified.plus_months(m_input.product_months);
    return product.certified <= m_input.day && m_input.day < end;
  }

  const std::vector<Figure>& m_figures;
  std::uint32_t m_unit;
  const FigureInput& m_input;
};

}  // namespace

FigureValue compute_figure(const std::vector<Figure>& figures, const Figure& figure, std::uint32_t unit,
                           const FigureInput& input) {
  return FigureComputer(figures, unit, input).computed(figure);
}

}  // namespace ntmap::criteria
