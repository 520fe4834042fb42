#pragma once

#include <string>

namespace ntmap::model {

/// A number with as few digits as give it back, and without an exponent ("2000000", "98.5") from a millionth
/// to a thousand billions; "" when it is no data or not finite.
std::string number_text(double value);

}  // namespace ntmap::model
