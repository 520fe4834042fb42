#pragma once

#include <string_view>

#include "base/text.hpp"

namespace ntmap::criteria {

/// What the TOML parser says of a mistake, in both languages; in Vietnamese what writers of such files most
/// often do wrong.
base::Text toml_mistake(std::string_view description);

}  // namespace ntmap::criteria
