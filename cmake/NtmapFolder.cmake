# ntmap_folder(NAME SOURCES a.cpp b.cpp ... [USES base model ...] [LINKS GDAL::GDAL ...])
# One static library for one folder under src/. USES are folders of ours, passed on to users;
# LINKS are third-party libraries, which never are.
function(ntmap_folder name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LINKS")
  add_library(ntmap_${name} STATIC ${arg_SOURCES})
  list(TRANSFORM arg_USES PREPEND ntmap_)
  target_link_libraries(ntmap_${name} PUBLIC ntmap_flags ${arg_USES}
    PRIVATE ntmap_developer_flags ${arg_LINKS})
endfunction()

# What a test's surroundings must say: the leaks of libraries that the sanitizers are to pass over.
set(NTMAP_TEST_ENVIRONMENT
  "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0")

# The code of the tests themselves is compiled in less time than the code they test: not optimised; under sanitizers
# without those checks of pointers that the address sanitizer makes too. ccache wants -fpch-preprocess.
set(NTMAP_TEST_OPTIONS -O0 $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
if(NTMAP_SANITIZE MATCHES undefined)
  list(APPEND NTMAP_TEST_OPTIONS -fno-sanitize=null,alignment,object-size,vptr)
endif()

# ntmap_test(NAME SOURCES a_test.cpp ... [USES folder ...] [LINKS ...])
# One test executable for one folder, run by CTest test by test; under sanitizers, whose programs take long to start, a
# part of its tests at a time.
function(ntmap_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LINKS")
  add_executable(${name}_test ${arg_SOURCES})
  list(TRANSFORM arg_USES PREPEND ntmap_)
  target_link_libraries(${name}_test PRIVATE ntmap_developer_flags ntmap_test_support
    ${arg_USES} ${arg_LINKS} GTest::gmock_main)
  target_compile_options(${name}_test PRIVATE ${NTMAP_TEST_OPTIONS})
  # Tests of a folder name their helpers alike; they are never joined. They share one precompiled header of the test
  # framework instead (a third of their time).
  set_target_properties(${name}_test PROPERTIES UNITY_BUILD OFF)
  target_precompile_headers(${name}_test REUSE_FROM ntmap_test_headers)
  if(NTMAP_SANITIZE)
    list(LENGTH arg_SOURCES files)
    math(EXPR parts "1 + ${files} / 6")
    foreach(part RANGE 1 ${parts})
      math(EXPR index "${part} - 1")
      add_test(NAME ${name}.${part} COMMAND ${name}_test --gtest_brief=1)
      set_tests_properties(${name}.${part} PROPERTIES TIMEOUT 900 ENVIRONMENT
        "${NTMAP_TEST_ENVIRONMENT};GTEST_TOTAL_SHARDS=${parts};GTEST_SHARD_INDEX=${index}")
    endforeach()
    return()
  endif()
  # Values of parameters stay out of the names: pointers among them differ from run to run. Tests are called by their
  # index, or as the suite's name generator says.
  gtest_discover_tests(${name}_test TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60 NO_PRETTY_VALUES
    PROPERTIES TIMEOUT 600 ENVIRONMENT "${NTMAP_TEST_ENVIRONMENT}")
endfunction()
