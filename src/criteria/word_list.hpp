#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace ntmap::criteria {

inline bool is_one_of(std::string_view word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace ntmap::criteria
