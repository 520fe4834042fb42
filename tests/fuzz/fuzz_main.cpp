// Mutates sound inputs at random and reads them: fuzz_readers [target|all] [count] [seed].
// The same seed gives the same inputs. A failing input is written to fuzz-<target>.bin.
// fuzz_readers seeds FOLDER writes the sound inputs to FOLDER/<target>/, for libFuzzer to start from.

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/error.hpp"
#include "fuzz_readers.hpp"
#include "mutate.hpp"

namespace {

using ntmap::test::FuzzTarget;

/// Inputs that were refused with an Error; -1 when one ended in another way.
long fuzz(const FuzzTarget& target, long count, unsigned seed) {
  std::mt19937 random(seed);
  long refused = 0;
  for (long i = 0; i < count; ++i) {
    const std::string& sound = target.seeds[random() % target.seeds.size()];
    const std::string input =
        i < static_cast<long>(target.seeds.size()) ? sound : ntmap::test::mutate(sound, random);
    try {
      target.run(input);
    } catch (const ntmap::base::Error&) {
      ++refused;
    } catch (const std::exception& failure) {
      const std::string name = "fuzz-" + std::string(target.name) + ".bin";
      std::ofstream(name, std::ios::binary) << input;
      std::fprintf(stderr, "%s: %s (input %ld of seed %u, kept in %s)\n", std::string(target.name).c_str(),
                   failure.what(), i, seed, name.c_str());
      return -1;
    }
  }
  return refused;
}

void write_seeds(const std::filesystem::path& folder) {
  for (const FuzzTarget& target : ntmap::test::fuzz_targets()) {
    std::filesystem::create_directories(folder / target.name);
    for (std::size_t i = 0; i < target.seeds.size(); ++i) {
      std::ofstream(folder / target.name / ("seed" + std::to_string(i)), std::ios::binary) << target.seeds[i];
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string wanted = argc > 1 ? argv[1] : "all";
  if (wanted == "seeds" && argc > 2) {
    write_seeds(argv[2]);
    return 0;
  }
  const long count = argc > 2 ? std::atol(argv[2]) : 300;
  const auto seed = argc > 3 ? static_cast<unsigned>(std::atol(argv[3])) : 1U;
  bool known = false;
  for (const FuzzTarget& target : ntmap::test::fuzz_targets()) {
    if (wanted != "all" && wanted != target.name) continue;
    known = true;
    const long refused = fuzz(target, count, seed);
    if (refused < 0) return 1;
    std::printf("%s: %ld inputs, %ld refused\n", std::string(target.name).c_str(), count, refused);
  }
  return known ? 0 : 2;
}
