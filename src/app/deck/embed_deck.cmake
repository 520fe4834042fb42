# cmake -DFOLDER=deck -DOUTPUT=embedded_deck.cpp -P embed_deck.cmake
# Writes every file of the folder into one C++ file.
file(GLOB files "${FOLDER}/deck.*")
list(SORT files)
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" content)
  string(APPEND entries "  if (name == \"${name}\") return R\"deck(${content})deck\";\n")
endforeach()
file(CONFIGURE OUTPUT "${OUTPUT}" @ONLY CONTENT [[
// Made from deck/ by embed_deck.cmake.
#include "app/deck/deck_page.hpp"

namespace ntmap::app {

std::string_view embedded_deck_file(std::string_view name) {
@entries@  return {};
}

}  // namespace ntmap::app
]])
