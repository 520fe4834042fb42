#include "app/project/programme_section.hpp"

namespace ntmap::app {

model::Programme read_programme(ConfigSection section) {
  model::Programme out;
  out.rules = section.text("rules");
  out.recognitions = section.text("recognitions");
  out.exclusions = section.text("exclusions");
  out.traits = section.text("traits");
  out.departments = section.text("departments");
  out.sponsors = section.text("sponsors");
  out.products = section.text("products");
  out.targets = section.text("targets");
  out.counted = section.one_of("counted", {"attainment", "decision"});
  out.base = section.one_of("base", {"all", "implementing"});
  section.finish();
  return out;
}

}  // namespace ntmap::app
