#pragma once

#include <string>
#include <string_view>

namespace ntmap::base {

/// What an English pattern goes on with behind the number 1: " units have no row" is " unit has no row". The
/// noun is the next word or the one behind "total", "other" and the like; verbs are those behind it in its
/// clause. Places for more arguments stay; what begins otherwise is given back as it is.
std::string behind_one(std::string_view pattern);

}  // namespace ntmap::base
