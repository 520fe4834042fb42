#pragma once

#include <functional>

namespace ntmap::test {

/// What `work` returns (0 to 254) in a process of its own whose user is not root: permissions hold there even
/// where the tests run as root. 255 when the process could not be made or did not come to its end within half
/// a minute. What the work changes in memory is lost.
int as_ordinary_user(const std::function<int()>& work);

}  // namespace ntmap::test
