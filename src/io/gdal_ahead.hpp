#pragma once

#include <thread>

namespace ntmap::io {

/// Loads GDAL, which takes some 50 ms, beside work that goes before the first use of it. The thread ends by
/// itself; where the library cannot be loaded, the first use says so. Keep the thread until then: its
/// destructor waits for it.
[[nodiscard]] std::jthread load_gdal_ahead();

}  // namespace ntmap::io
