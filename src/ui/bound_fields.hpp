#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/theme.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// A field for each bound of the classes, to type what dragging on the histogram only comes near to.
class BoundFields {
 public:
  /// `bounds` as app::class_bounds() has them; what is typed goes into `how`.
  void draw(const Desk& desk, const std::vector<double>& bounds, model::Classification& how);

 private:
  std::optional<std::size_t> m_changed;  // the one that is being typed
  std::string m_typed;
  base::Text m_refused;
};

}  // namespace ntmap::ui
