# Two flag targets. ntmap_flags: what the code needs to mean the same everywhere.
# ntmap_developer_flags: the warnings that developers read.
add_library(ntmap_flags INTERFACE)
target_compile_features(ntmap_flags INTERFACE cxx_std_20)
# No fused multiply-add behind our back: the same input gives the same bytes on every machine.
target_compile_options(ntmap_flags INTERFACE -ffp-contract=off)
target_include_directories(ntmap_flags INTERFACE "${CMAKE_SOURCE_DIR}/src")

add_library(ntmap_developer_flags INTERFACE)
target_compile_options(ntmap_developer_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wdouble-promotion -Wold-style-cast
  -Wcast-align -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2 -Wimplicit-fallthrough
  -Wundef
  # Designated initialisers leave out what has a default; every field of ours has one.
  -Wno-missing-field-initializers
  # g++ 12 sees overlaps in std::string's own concatenation that are not there.
  -Wno-restrict
  # In joined builds every type of a .cpp file looks as if it came from a header.
  -Wno-subobject-linkage
  $<$<BOOL:${NTMAP_WERROR}>:-Werror>)

if(NTMAP_SANITIZE)
  add_compile_options(-fsanitize=${NTMAP_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  # A sanitizer's own dlopen() calls the real one, which then asks for the run path of the sanitizer's library, not
  # of the program; the older kind of run path holds for both.
  add_link_options(-fsanitize=${NTMAP_SANITIZE} -Wl,--disable-new-dtags)
endif()

find_program(NTMAP_MOLD mold)
if(NTMAP_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
find_program(NTMAP_CCACHE ccache)
if(NTMAP_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Tests use a precompiled header, which it keeps only if told so.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${NTMAP_CCACHE}")
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
