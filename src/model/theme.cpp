#include "model/theme.hpp"

#include <array>
#include <utility>

namespace ntmap::model {
namespace {

constexpr std::array<std::pair<BreakMethod, std::string_view>, 8> k_names{{
    {BreakMethod::equal, "equal"},
    {BreakMethod::quantile, "quantile"},
    {BreakMethod::jenks, "jenks"},
    {BreakMethod::pretty, "pretty"},
    {BreakMethod::stddev, "stddev"},
    {BreakMethod::geometric, "geometric"},
    {BreakMethod::head_tail, "head-tail"},
    {BreakMethod::manual, "manual"},
}};

}  // namespace

std::string_view name_of(BreakMethod method) {
  for (const auto& [candidate, name] : k_names) {
    if (candidate == method) return name;
  }
  return {};
}

std::optional<BreakMethod> break_method_from(std::string_view name) {
  for (const auto& [method, candidate] : k_names) {
    if (candidate == name) return method;
  }
  return std::nullopt;
}

const std::vector<BreakMethod>& all_break_methods() {
  static const std::vector<BreakMethod> methods = [] {
    std::vector<BreakMethod> all;
    for (const auto& [method, name] : k_names) all.push_back(method);
    return all;
  }();
  return methods;
}

}  // namespace ntmap::model
