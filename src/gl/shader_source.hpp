#pragma once

#include <string>
#include <string_view>

namespace ntmap::gl {

/// The text of shaders/`name` as it was at build time; empty for an unknown name.
std::string_view embedded_shader(std::string_view name);

/// The text of a shader: from the folder that the environment variable NTMAP_SHADERS names, where it
/// is set (for developing), else the embedded one. Throws Error{not_found} for an unknown name.
std::string shader_source(std::string_view name);

}  // namespace ntmap::gl
