# As a script: cmake -DFOLDER=shaders "-DPATTERNS=*.vert *.frag" -DHEADER=gl/shader_source.hpp -DNAMESPACE=ntmap::gl
#   -DFUNCTION=embedded_shader -DOUTPUT=embedded.cpp -P NtmapEmbed.cmake
# writes the folder's files that match into one C++ file: std::string_view FUNCTION(name), which HEADER declares, gives
# a file's text, and an empty one for a name that is none.
#
# Included: ntmap_embed(OUT_FILE FOLDER folder PATTERNS pattern... HEADER header NAMESPACE space FUNCTION name) has it
# made at build time, and again when one of the files changes. OUT_FILE is the variable that takes its path.
set(NTMAP_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(ntmap_embed out_file)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER;HEADER;NAMESPACE;FUNCTION" "PATTERNS")
  list(TRANSFORM arg_PATTERNS PREPEND "${arg_FOLDER}/" OUTPUT_VARIABLE globs)
  file(GLOB files CONFIGURE_DEPENDS ${globs})
  list(JOIN arg_PATTERNS " " patterns)
  set(made "${CMAKE_CURRENT_BINARY_DIR}/${arg_FUNCTION}.cpp")
  add_custom_command(OUTPUT "${made}"
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${arg_FOLDER}" "-DPATTERNS=${patterns}" "-DHEADER=${arg_HEADER}"
      "-DNAMESPACE=${arg_NAMESPACE}" "-DFUNCTION=${arg_FUNCTION}" "-DOUTPUT=${made}" -P "${NTMAP_EMBED_SCRIPT}"
    DEPENDS ${files} "${NTMAP_EMBED_SCRIPT}"
    COMMENT "Embedding ${arg_FOLDER}" VERBATIM)
  set_source_files_properties("${made}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)  # the lint needs no build
  set(${out_file} "${made}" PARENT_SCOPE)
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  return()
endif()
separate_arguments(PATTERNS)
list(TRANSFORM PATTERNS PREPEND "${FOLDER}/")
file(GLOB files ${PATTERNS})
list(SORT files)
get_filename_component(folder_name "${FOLDER}" NAME)
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" content)
  string(APPEND entries "  if (name == \"${name}\") return R\"file(${content})file\";\n")
endforeach()
file(CONFIGURE OUTPUT "${OUTPUT}" @ONLY CONTENT [[
// Made from @folder_name@/ by NtmapEmbed.cmake.
#include "@HEADER@"

namespace @NAMESPACE@ {

std::string_view @FUNCTION@(std::string_view name) {
@entries@  return {};
}

}  // namespace @NAMESPACE@
]])
