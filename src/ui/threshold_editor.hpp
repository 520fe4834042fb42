#pragma once

#include <string>
#include <vector>

#include "app/programme/province_thresholds.hpp"
#include "base/text.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// A small window in which one row of the province's thresholds is laid down, changed or taken out. What is
/// typed is read as the language writes numbers and refused here where the file could not say it; the change
/// can be undone and is saved with the project.
class ThresholdEditor {
 public:
  void open(const Desk& desk, const app::ProvinceSet& set, const app::ProvinceThreshold& row);
  void draw(Desk& desk);

 private:
  void draw_values(Desk& desk);
  void draw_document(Desk& desk);
  void draw_buttons(Desk& desk);
  base::Text refusal_words(const std::string& typed) const;
  bool take_values(const Desk& desk, app::ThresholdChange& change);
  void accept(Desk& desk, bool taken_out);

  std::string m_set;
  base::Text m_set_name;
  std::vector<app::ThresholdColumn> m_columns;
  app::ProvinceThreshold m_row;
  std::vector<app::OverlayChoice> m_overlays;
  std::vector<std::string> m_typed;  // one a column; the first is for all where m_everywhere
  std::string m_overlay;             // chosen; empty: a new file
  std::string m_document;            // of a new file
  int m_year = 0;
  int m_first_year = 0;  // of the set
  int m_last_year = 0;
  bool m_everywhere = false;
  base::Text m_refused;
  bool m_type = false;  // the first field is to have the keyboard
  bool m_ask = false;
};

}  // namespace ntmap::ui
