#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/text.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// Where a panel stands. Several panels of one place become tabs, but on the left, where they stand one
/// below another.
enum class Place : std::uint8_t { left, right, bottom, corner };

/// One panel of the desk. To add one: derive in a file of its own, and name it in panel_list.cpp.
class Panel {
 public:
  virtual ~Panel() = default;
  virtual const char* id() const = 0;  ///< stable: settings and commands name it
  virtual base::Text title() const = 0;
  /// For its tab where not all titles fit.
  virtual base::Text short_title() const { return title(); }
  virtual Place place() const = 0;
  /// Whether there is anything to show in this project.
  virtual bool useful(const Desk& /*desk*/) const { return true; }
  /// Why there is not, for the menu.
  virtual base::Text why_not(const Desk& desk) const;
  /// Draws into the current Dear ImGui window.
  virtual void draw(Desk& desk) = 0;
  /// Gives back what is needed for drawing only: called when the panel is no longer drawn.
  virtual void hide() {}
};

/// Stands in a panel whose figures are not there yet.
void still_computing(const Desk& desk);

/// Whether the project has criteria, without which panels about verdicts have nothing to show.
bool has_criteria(const Desk& desk);
base::Text no_criteria_words();

/// A panel below the map that shows what the verdicts say, once they are there.
class VerdictPanel : public Panel {
 public:
  Place place() const final { return Place::bottom; }
  bool useful(const Desk& desk) const final { return has_criteria(desk); }
  base::Text why_not(const Desk& desk) const final;
  void draw(Desk& desk) final;

 private:
  /// `content` has an assessment.
  virtual void draw_verdicts(Desk& desk, const std::shared_ptr<const app::DeskContent>& content) = 0;
};

/// All panels, in the order in which they stand.
std::vector<std::unique_ptr<Panel>> make_panels();

// Each makes the panel of that name.
std::unique_ptr<Panel> make_theme_panel();
std::unique_ptr<Panel> make_style_panel();
std::unique_ptr<Panel> make_unit_panel();
std::unique_ptr<Panel> make_matrix_panel();
std::unique_ptr<Panel> make_table_panel();
std::unique_ptr<Panel> make_area_panel();
std::unique_ptr<Panel> make_ground_panel();
std::unique_ptr<Panel> make_target_bars();
std::unique_ptr<Panel> make_target_table();
std::unique_ptr<Panel> make_set_panel();
std::unique_ptr<Panel> make_threshold_panel();
std::unique_ptr<Panel> make_other_threshold_panel();
std::unique_ptr<Panel> make_quality_panel();
std::unique_ptr<Panel> make_criteria_plot_panel();
std::unique_ptr<Panel> make_value_plot_panel();
std::unique_ptr<Panel> make_series_panel();
std::unique_ptr<Panel> make_scatter_panel();
std::unique_ptr<Panel> make_district_panel();
std::unique_ptr<Panel> make_scene_panel();

}  // namespace ntmap::ui
