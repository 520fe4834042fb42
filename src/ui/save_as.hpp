#pragma once

#include <functional>
#include <string>

#include "model/project.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// The project file's name with another extension (".png"); "du_an" where there is no file yet.
std::string name_for(const model::Project& project, const char* extension);

/// Asks where the open project is to be saved; `chosen` gets a path that ends in .toml.
void ask_where_to_save(Desk& desk, std::function<void(Desk&, const std::string&)> chosen,
                       std::function<void(Desk&)> cancelled = {});

}  // namespace ntmap::ui
