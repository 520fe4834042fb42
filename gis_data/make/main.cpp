#include <cstdio>
#include <exception>

#include "make/maker.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: make_sample SOURCES TARGET   (make_sample gis_data/sources gis_data)\n");
    return 2;
  }
  try {
    ntmap::sample::make(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_sample: %s\n", error.what());
    return 1;
  }
  return 0;
}
