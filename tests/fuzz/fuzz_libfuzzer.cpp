// libFuzzer's entry; NTMAP_FUZZ_TARGET in the environment names the target (csv when unset).

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/error.hpp"
#include "fuzz_readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const char* name = std::getenv("NTMAP_FUZZ_TARGET");
  const std::string_view wanted = name == nullptr ? "csv" : name;
  for (const auto& target : ntmap::test::fuzz_targets()) {
    if (target.name != wanted) continue;
    try {
      target.run({reinterpret_cast<const char*>(data), size});
    } catch (const ntmap::base::Error&) {
      return 0;
    }
  }
  return 0;
}
