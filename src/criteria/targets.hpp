#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "criteria/criteria_set.hpp"
#include "criteria/verdict.hpp"
#include "model/table.hpp"

namespace ntmap::criteria {

/// A figure that a document states: what was observed, or what is to be reached by a day. Documents differ,
/// so several may apply to one figure at once.
struct Statement {
  std::string id;
  std::string document;
  base::Text document_name;
  Date document_date;
  std::string unit_level;
  std::string unit_code;
  std::string code_valid;  ///< the days the code is meant for (code_validity.hpp)
  std::string unit_name;
  std::string figure;
  base::Text figure_name;
  bool is_target = false;
  std::optional<Op> op;          ///< nothing: "about" (~)
  std::optional<Decimal> value;  ///< nothing: a day or a word of a scale
  std::string value_text;        ///< as written in the table
  std::string unit;
  std::string base_text;  ///< what a share is of, as the document says
  std::optional<Decimal> base_value;
  int as_of_year = 0;         ///< observed: the year
  Date as_of;                 ///< observed: the day; the end of as_of_year when only a year is given
  Date due;                   ///< target: the last day; empty: not given
  std::string computed_from;  ///< empty: the documents do not say what it comes from
  std::string note;
  std::uint32_t row = 0;
};

/// Reads the columns of gis_data/hatinh/targets.csv. Flaws become findings with the row.
std::vector<Statement> read_statements(const model::Table& table, base::Findings& findings);

/// One point of a figure's course.
struct Point {
  Date day;
  double value = 0;
};

enum class Pace : std::uint8_t {
  reached,       ///< the target is met today
  reached_late,  ///< met today, but not yet on the due day
  on_track,      ///< at or ahead of the straight line from the base to the target
  late,          ///< behind that line
  missed,        ///< the due day has passed and it is not met
  not_due,       ///< a yes or no that is not there before its day: neither late nor on track
  unknown,       ///< no figure, no base or no due day
};

base::Text word(Pace pace);

/// Where a figure stands against a target on a day.
struct Progress {
  Pace pace = Pace::unknown;
  Verdict verdict = Verdict::unknown;  ///< of today's figure against the target, by the target's own sign
  std::optional<double> share;         ///< of the way from base to target, 0..1 and beyond
  std::optional<double> expected;      ///< where the straight line stands today
  std::optional<double> needed_rate;   ///< a year, to arrive on the due day
  std::optional<double> rate_so_far;   ///< a year, since the base
};

/// Progress of a target with a value. `base` is where the straight line starts; `at_due` the first figure
/// from the due day on, where that day has passed.
Progress progress(const Statement& target, std::optional<Point> base, std::optional<Point> today,
                  std::optional<Point> at_due = {});

/// A printed share held against its own numbers (rule S02): 40,5 % for 69/170 is cut, not rounded.
enum class PublishedShare : std::uint8_t { agrees, truncated, disagrees };

struct PublishedCheck {
  PublishedShare result = PublishedShare::agrees;
  double exact = 0;    ///< percent
  double rounded = 0;  ///< half up to the printed decimals
  double truncated = 0;
};

/// `stated` percent with `decimals` printed, for k of n (n > 0).
PublishedCheck check_published(Decimal stated, int decimals, std::int64_t k, std::int64_t n);

/// Whether a computed figure says the same as a stated one: within half of its last printed place for "=",
/// by the sign for >, >=..., within 10 % for "about". Nothing when the statement has no number.
std::optional<bool> agrees(const Statement& statement, double computed);

}  // namespace ntmap::criteria
