# cmake -DFOLDER=shaders -DOUTPUT=embedded_shaders.cpp -P embed_shaders.cmake
# Writes every shader of the folder into one C++ file.
file(GLOB shaders "${FOLDER}/*.vert" "${FOLDER}/*.frag")
list(SORT shaders)
set(entries "")
foreach(shader IN LISTS shaders)
  get_filename_component(name "${shader}" NAME)
  file(READ "${shader}" source)
  string(APPEND entries "  if (name == \"${name}\") return R\"glsl(${source})glsl\";\n")
endforeach()
file(CONFIGURE OUTPUT "${OUTPUT}" @ONLY CONTENT [[
// Made from shaders/ by embed_shaders.cmake.
#include "gl/shader_source.hpp"

namespace ntmap::gl {

std::string_view embedded_shader(std::string_view name) {
@entries@  return {};
}

}  // namespace ntmap::gl
]])
