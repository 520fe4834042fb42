#pragma once

#include "base/error.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace ntmap::cli {

/// What the parser refuses, in both languages: a word that is not understood comes first, with the nearest
/// command or option, whatever else is wrong.
base::Error usage_error(const CLI::App& parser, const CLI::ParseError& failure);

}  // namespace ntmap::cli
