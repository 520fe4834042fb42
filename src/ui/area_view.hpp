#pragma once

namespace ntmap::ui {

/// How layers of areas look over the map in the window.
struct AreaView {
  float strength = 1;  ///< 0..1, of tint and hatching; 0 shows the map alone
};

}  // namespace ntmap::ui
