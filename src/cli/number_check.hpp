#pragma once

#include <CLI/CLI.hpp>

#include <cmath>
#include <string>

namespace ntmap::cli {

/// For options that take a number, beside the check of its range: no comparison refuses "nan".
inline CLI::Validator number_check() {
  return CLI::Validator(
      [](std::string& value) {
        double number = 0;
        if (CLI::detail::lexical_cast(value, number) && !std::isfinite(number))
          return value + " is no number";
        return std::string();
      },
      "");
}

}  // namespace ntmap::cli
