#pragma once

#include <functional>
#include <string>

namespace ntmap::ui {

/// A heading and what has to stay legible behind it, its unit: "Hộ dùng nước sạch… (%)". Letters are left out
/// at the end of `words` until all `fits`; at least one stays. Empty `tail`: nothing follows.
std::string cut_before(const std::string& words, const std::string& tail,
                       const std::function<bool(const std::string&)>& fits);

}  // namespace ntmap::ui
