#pragma once

#include <functional>
#include <vector>

#include "base/text.hpp"
#include "cli/console.hpp"

namespace CLI {
class App;
}

namespace ntmap::cli {

/// What a command does once its options are read; returns the exit code 0 or 1.
using Run = std::function<int(const Console&)>;

/// One command. `declare` adds its options to the parser and returns what to run; every option is bound
/// to a field of a plain struct, and nothing is opened before all of them have been checked.
struct Command {
  const char* name;
  base::Text purpose;
  Run (*declare)(CLI::App& parser, base::Lang lang);
};

/// All commands, in the order of the help text.
const std::vector<Command>& commands();

Run declare_info(CLI::App& parser, base::Lang lang);
Run declare_check(CLI::App& parser, base::Lang lang);
Run declare_coverage(CLI::App& parser, base::Lang lang);
Run declare_join(CLI::App& parser, base::Lang lang);
Run declare_crosswalk(CLI::App& parser, base::Lang lang);
Run declare_evaluate(CLI::App& parser, base::Lang lang);
Run declare_render(CLI::App& parser, base::Lang lang);
Run declare_export(CLI::App& parser, base::Lang lang);
Run declare_present(CLI::App& parser, base::Lang lang);
Run declare_view(CLI::App& parser, base::Lang lang);

}  // namespace ntmap::cli
