#include "cli/number_check.hpp"

#include <CLI/CLI.hpp>
#include <cmath>
#include <string>

namespace ntmap::cli {

CLI::Validator number_check() {
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
