#pragma once

#include <functional>
#include <string>

#include "ui/desk.hpp"

namespace ntmap::ui {

/// Asks where the open project is to be saved, under a name that is free there; `chosen` gets a path that
/// ends in .toml.
void ask_where_to_save(Desk& desk, std::function<void(Desk&, const std::string&)> chosen,
                       std::function<void(Desk&)> cancelled = {});

}  // namespace ntmap::ui
