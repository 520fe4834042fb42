// libFuzzer's entry; NTMAP_FUZZ_TARGET in the environment names the target (csv when unset). `./run fuzz`
// runs them all.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/error.hpp"
#include "fuzz_readers.hpp"

namespace {

const ntmap::test::FuzzTarget& wanted_target() {
  const char* name = std::getenv("NTMAP_FUZZ_TARGET");
  const std::string_view wanted = name == nullptr ? "csv" : name;
  for (const auto& target : ntmap::test::fuzz_targets()) {
    if (target.name == wanted) return target;
  }
  std::fprintf(stderr, "NTMAP_FUZZ_TARGET: there is no target %s\n", name);
  std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto& target = wanted_target();
  try {
    target.run({reinterpret_cast<const char*>(data), size});
  } catch (const ntmap::base::Error&) {  // refused, as it should be
  }
  return 0;
}
