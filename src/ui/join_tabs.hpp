#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "app/data/join_plan.hpp"
#include "app/data/name_candidate.hpp"
#include "app/desk/join_work.hpp"
#include "ui/candidate_button.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// What a join gives, in tabs: matched rows, rows to confirm, rows and units without a partner, notes. A row
/// gets its unit by a click or a search, and can be given another one.
class JoinTabs {
 public:
  /// Draws the lists of `work`, which must be there; choices go into its plan.
  void draw(Desk& desk, app::JoinWork& work);
  void draw_notes(const Desk& desk, const base::Findings& findings) const;

 private:
  /// A row whose unit is being searched for.
  struct Choosing {
    std::string words;
    std::string name;
    std::string district;
  };
  void draw_counts(const Desk& desk, const app::JoinLists& lists) const;
  void draw_matched(Desk& desk, app::JoinWork& work);
  void draw_match(Desk& desk, app::JoinWork& work, const app::MatchedRow& row);
  void draw_open_rows(Desk& desk, app::JoinWork& work, bool ambiguous);
  void draw_only_on_map(const app::JoinLists& lists) const;
  void draw_search(Desk& desk, app::JoinWork& work);
  void search(const app::JoinLists& lists);
  void choose(Choosing row);
  void take(app::JoinWork& work, const std::string& code) const;

  std::size_t m_readings =
      0;  // of the files whose lists were shown last: of new ones what needs a look comes up
  std::size_t m_revision = 0;  // of the lists that m_rows and m_found are of
  std::array<char, 128> m_filter{};
  std::vector<std::size_t> m_rows;  // matched ones that fit the filter
  base::Lang m_lang = base::Lang::vi;
  CandidateButtons m_candidates;
  Choosing m_choosing;
  bool m_choose = false;  // the search is to open
  std::array<char, 128> m_typed{};
  std::vector<app::NameCandidate> m_found;
};

}  // namespace ntmap::ui
