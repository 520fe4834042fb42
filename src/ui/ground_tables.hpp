#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/desk/area_content.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// Asks where the figures of Session::areas() are to be written: a table, or a layer with its shapes.
void ask_area_export(Desk& desk);

/// Units with what the areas cover of each: sorted by a click on a heading, linked with the map's selection.
class GroundUnits {
 public:
  void draw(Desk& desk, const std::shared_ptr<const app::AreaContent>& content);

 private:
  void update(const Desk& desk, const std::shared_ptr<const app::AreaContent>& content);
  void draw_tools(Desk& desk);
  void draw_headings(Desk& desk);
  void draw_totals(Desk& desk) const;
  void draw_row(Desk& desk, std::uint32_t unit);
  void draw_cell(Desk& desk, const app::UnitColumn& column, std::uint32_t unit) const;

  std::shared_ptr<const app::AreaContent> m_of;  // these say what m_rows holds for
  app::TableView m_made_for;
  bool m_made_for_check = false;
  std::uint64_t m_revision = 0;
  app::TableView m_view;
  bool m_only_check = false;
  std::vector<std::uint32_t> m_rows;  // units
};

/// Every area with what it declares and what was measured. A click selects the units that it touches.
class GroundAreas {
 public:
  void draw(Desk& desk, const std::shared_ptr<const app::AreaContent>& content);

 private:
  void draw_tools(Desk& desk);
  void draw_headings(Desk& desk);
  void draw_row(Desk& desk, const app::AreaRow& row) const;
  void draw_cell(Desk& desk, const app::AreaRow& row, app::AreaOrder column) const;

  std::shared_ptr<const app::AreaContent> m_of;
  std::vector<app::AreaOrder> m_columns;
  std::vector<std::size_t> m_rows;  // of m_of, sorted
  app::AreaOrder m_order = app::AreaOrder::file;
  bool m_descending = false;
  bool m_only_check = false;
};

}  // namespace ntmap::ui
