#include "app/project/json_text.hpp"

#include "base/json_text.hpp"

namespace ntmap::app {

std::string json_text(std::string_view text) {
  return base::json_text(text, true);
}

}  // namespace ntmap::app
