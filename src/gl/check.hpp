#pragma once

#include <string_view>

namespace ntmap::gl {

/// Throws Error{io} that names `doing` when GL has reported an error since the last check.
void check_gl(std::string_view doing);

}  // namespace ntmap::gl
