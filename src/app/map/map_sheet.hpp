#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/map/map_content.hpp"
#include "app/map/render_options.hpp"
#include "app/map/sheet_content.hpp"
#include "app/map/sheet_focus.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "gl/map_picture.hpp"
#include "sheet/layout.hpp"
#include "sheet/picture.hpp"
#include "sheet/request.hpp"

namespace ntmap::app {

/// A map laid out on a page, ready to be painted. The map must outlive it.
class MapSheet {
 public:
  MapSheet(const MapContent& map, const RenderOptions& options, const SheetFocus& focus = {});
  MapSheet(const MapSheet&) = delete;
  MapSheet& operator=(const MapSheet&) = delete;

  const sheet::SheetRequest& request() const { return m_content.request; }
  const sheet::Layout& layout() const { return m_layout; }
  /// "labels.no-place": names that found no place.
  base::Findings findings() const;
  /// Paints it, the map by OpenGL.
  sheet::Picture paint(gl::PicturePainter& painter, const base::Job& job = {}) const;

 private:
  const MapContent& m_map;
  SheetContent m_content;
  sheet::Layout m_layout;
};

/// A warning that names the units whose names found no place on a sheet, with what to do about it; empty when
/// all did.
base::Findings unplaced_names(const Units& units, const std::vector<std::size_t>& unplaced,
                              const base::Text& remedy);
/// On a meeting sheet: the units that are neither in the list nor on the map, for want of room.
base::Findings unlisted_names(const Units& units, const std::vector<std::size_t>& unplaced);

/// The whole map without a sheet round it, `margin` of the shorter side free.
gl::Image paint_plain(gl::PicturePainter& painter, const MapContent& map, int width, int height,
                      double margin, const base::Job& job = {});

}  // namespace ntmap::app
