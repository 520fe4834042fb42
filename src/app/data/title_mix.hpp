#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "base/text.hpp"
#include "criteria/crosswalk.hpp"

namespace ntmap::app {

/// The titles that the units had which became the units of a period no decision speaks of yet. No rule
/// gives a merged unit a title, so none is given: only the mix is shown.
struct TitleMix {
  std::string period;              ///< whose titles these are: the last one that decisions speak of
  std::vector<std::string> ranks;  ///< "none", the chain ("NTM", "NANGCAO", "KIEUMAU"), then others ("DTVM")
  std::size_t chain = 0;           ///< how many of them are the chain's, with "none"
  std::vector<base::Text> names;   ///< of the ranks, as people say them
  std::vector<criteria::RankMix> units;  ///< one a unit of the map; parts weighed by people
  base::Findings findings;
};

/// The mix for the chain of sets that starts with `set`; an old unit without a title of the chain shows the
/// one it has by its own sets (a ward's civilised urban). Nothing where titles are known, where no earlier
/// period has any, or where the project's crosswalks do not lead from its units to these in one step.
/// Throws Error naming the nearest set.
std::optional<TitleMix> title_mix(ProjectData& data, const model::Period& period, const std::string& set,
                                  const base::Job& job = {});

/// "Từ 3 đơn vị cũ: 1 kiểu mẫu (30 % dân số), 2 đạt chuẩn (70 % dân số) (thấp nhất: đạt chuẩn)"; empty for a
/// unit without parts.
base::Text mix_text(const TitleMix& mix, std::uint32_t unit);

/// The rank of the chain that all parts have, "mixed" where they do not agree; empty for a unit without
/// parts.
std::string mix_word(const TitleMix& mix, std::uint32_t unit);

}  // namespace ntmap::app
