#include "ui/desk.hpp"

#include <exception>

namespace ntmap::ui {

void Desk::attempt(const std::function<void()>& action) const {
  try {
    action();
  } catch (const base::Error& error) {
    view.problems.push_back(error);
  } catch (const std::exception& error) {
    view.problems.emplace_back(base::ErrorKind::io, base::Text(error.what()));
  }
}

}  // namespace ntmap::ui
