#include "make/maker.hpp"

#include "make/boundaries.hpp"
#include "make/geos.hpp"

namespace ntmap::sample {

void make(const std::filesystem::path& sources, const std::filesystem::path& target) {
  const Geos geos;
  const Hatinh hatinh = make_hatinh(geos, sources);
  write_hatinh(geos, hatinh, target / "hatinh");
  const Sonduong sonduong = make_sonduong(geos, sources);
  write_sonduong(geos, sonduong, target / "sonduong");
}

}  // namespace ntmap::sample
