#include "scene/class_labels.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/counted.hpp"

namespace ntmap::scene {
namespace {

using model::MapClass;

constexpr int k_most_decimals = 15;

std::vector<double> bounds_of(std::span<const MapClass> classes) {
  std::vector<double> bounds;
  for (const MapClass& c : classes) {
    bounds.push_back(c.low);
    bounds.push_back(c.high);
  }
  std::sort(bounds.begin(), bounds.end());
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  return bounds;
}

bool all_look_different(const std::vector<double>& bounds, int decimals) {
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    if (base::number(bounds[i - 1], decimals) == base::number(bounds[i], decimals)) return false;
  }
  return true;
}

/// True when dropping the last decimal changes no bound as written with it.
bool last_decimal_is_zero(const std::vector<double>& bounds, int decimals) {
  return std::all_of(bounds.begin(), bounds.end(),
                     [&](double bound) { return base::number(bound, decimals).en.back() == '0'; });
}

/// Writes numbers with the unit once, after the last number.
class Writer {
 public:
  explicit Writer(const ClassLabelRules& rules) : m_rules(rules), m_decimals(rules.decimals) {}

  base::Text whole(const MapClass& c) const {
    const double first = c.low_closed ? std::ceil(c.low) : std::floor(c.low) + 1;
    const double last = c.high_closed ? std::floor(c.high) : std::ceil(c.high) - 1;
    if (first > last) return range(c);
    if (first == last) return with_unit(base::number(first, 0));
    return with_unit(base::text("{} – {}", "{} – {}", {base::number(first, 0), base::number(last, 0)}));
  }

  base::Text range(const MapClass& c) const {
    if (c.low == c.high) return with_unit(number(c.low));
    // "15 – 25 %" is understood as "15 and more, below 25" (or as the legend's note says); only what
    // departs from that at the outer ends is written out.
    const base::Text low = m_low_excluded ? base::text("trên {}", "over {}", {number(c.low)}) : number(c.low);
    const base::Text high =
        m_high_excluded ? base::text("dưới {}", "under {}", {number(c.high)}) : number(c.high);
    return with_unit(base::text("{} – {}", "{} – {}", {low, high}));
  }

  base::Text below(const MapClass& c) const {
    return with_unit(c.high_closed ? base::text("đến {}", "up to {}", {number(c.high)})
                                   : base::text("dưới {}", "under {}", {number(c.high)}));
  }

  base::Text above(const MapClass& c) const {
    return with_unit(c.low_closed ? base::text("từ {}", "{} and more", {number(c.low)})
                                  : base::text("trên {}", "over {}", {number(c.low)}));
  }

  /// The next ranges leave out their own low or high bound against the rule of the list.
  void excluding(bool low, bool high) {
    m_low_excluded = low;
    m_high_excluded = high;
  }

 private:
  base::Text number(double value) const { return base::number(value, m_decimals); }

  /// "50 % and more": in English the unit follows the number, not the words.
  base::Text with_unit(base::Text text) const {
    if (m_rules.unit.empty()) return text;
    constexpr std::string_view tail = " and more";
    const bool worded = text.en.ends_with(tail);
    if (worded) text.en.resize(text.en.size() - tail.size());
    text = base::with_unit(text, m_rules.unit);
    if (worded) text.en += tail;
    return text;
  }

  const ClassLabelRules& m_rules;
  int m_decimals;
  bool m_low_excluded = false;
  bool m_high_excluded = false;
};

}  // namespace

int label_decimals(std::span<const MapClass> classes, int wanted) {
  const std::vector<double> bounds = bounds_of(classes);
  int decimals = std::clamp(wanted, 0, k_most_decimals);
  while (decimals < k_most_decimals && !all_look_different(bounds, decimals)) ++decimals;
  while (decimals > 0 && last_decimal_is_zero(bounds, decimals)) --decimals;
  return decimals;
}

void write_labels(std::span<MapClass> classes, const ClassLabelRules& rules) {
  Writer writer(rules);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    MapClass& c = classes[i];
    const bool first = i == 0;
    const bool last = i + 1 == classes.size();
    const bool is_point = c.low == c.high;
    // A neighbour that is a single value takes that value away from this class.
    const bool low_taken =
        !first && classes[i - 1].low == classes[i - 1].high && classes[i - 1].high == c.low;
    const bool high_taken =
        !last && classes[i + 1].low == classes[i + 1].high && classes[i + 1].low == c.high;
    writer.excluding(low_taken && !c.low_closed, high_taken && !c.high_closed);
    if (rules.whole_numbers) {
      c.label = writer.whole(c);
    } else if (first && !last && rules.open_low && !is_point) {
      c.label = writer.below(c);
    } else if (last && !first && rules.open_high && !is_point) {
      c.label = writer.above(c);
    } else {
      c.label = writer.range(c);
    }
  }
}

}  // namespace ntmap::scene
