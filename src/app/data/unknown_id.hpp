#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/nearest_word.hpp"

namespace ntmap::app {

/// What to throw where an id is none of the project's: the nearest one is named. `items` have a member `id`.
template <class Item>
base::Error unknown_id(const base::Text& kind, const std::string& id, const std::vector<Item>& items) {
  std::vector<std::string> known;
  for (const Item& item : items) known.push_back(item.id);
  return base::Error(base::ErrorKind::usage,
                     base::text("Dự án không có {} “{}”", "The project has no {} “{}”", {kind, id}),
                     base::nearest_word_advice(id, known));
}

}  // namespace ntmap::app
