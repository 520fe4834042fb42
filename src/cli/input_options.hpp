#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/project/direct_project.hpp"
#include "base/text.hpp"
#include "model/project.hpp"

namespace CLI {
class App;
}

namespace ntmap::cli {

/// The inputs that drawing and exporting commands share: a project file, or the data named directly.
struct InputOptions {
  std::string project;
  app::DirectInput direct;
  std::string method;
  std::string theme;
  std::string period;
  std::function<std::string()> direct_option = {};  ///< the first given of those that name data or its look
};

void declare_inputs(CLI::App& parser, InputOptions& options, base::Lang lang);

/// Checks the options against each other and makes the project. Throws Error{usage}.
std::shared_ptr<model::Project> project_of(const InputOptions& options);

/// "1920x1080" as width and height in pixels; throws Error{usage} for anything else or a size of 0.
struct PixelSize {
  int width = 0;
  int height = 0;
};
PixelSize pixel_size(const std::string& text);

}  // namespace ntmap::cli
