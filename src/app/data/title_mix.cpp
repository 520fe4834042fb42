#include "app/data/title_mix.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/data/crosswalk_steps.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using criteria::SetResult;
using criteria::State;

/// The last period before this one that decisions speak of; null when there is none.
std::shared_ptr<const Assessment> last_with_titles(ProjectData& data, const model::Period& period,
                                                   const base::Job& job) {
  std::shared_ptr<const Assessment> best;
  for (const model::Period& one : data.project().periods) {
    if (one.date >= period.date || (best && one.date < best->period().date)) continue;
    const auto assessment = data.assessment(one, job);
    if (assessment->titles_known()) best = assessment;
  }
  return best;
}

/// The highest title of each old unit, as an index into TitleMix::ranks.
std::vector<std::uint8_t> highest_titles(const Assessment& before,
                                         const std::vector<const SetResult*>& chain) {
  std::vector<std::uint8_t> out(before.tree().map_count, 0);
  for (std::uint32_t unit = 0; unit < out.size(); ++unit) {
    for (std::size_t i = 0; i < chain.size(); ++i) {
      if (!chain[i]->applies(unit)) continue;
      const criteria::Standing standing = before.standing(*chain[i], unit);
      const bool held = standing.recognition != nullptr && standing.state != State::expired;
      if (held) out[unit] = static_cast<std::uint8_t>(i + 1);
    }
  }
  return out;
}

std::vector<double> people_of(const Assessment& before) {
  std::vector<double> out(before.tree().map_count, 0);
  const criteria::ValueColumn* column = before.values().find("dan_so");
  if (column == nullptr) return {};
  for (std::size_t unit = 0; unit < out.size(); ++unit) {
    if (!std::isnan(column->value[unit])) out[unit] = column->value[unit];
  }
  return out;
}

}  // namespace

std::optional<TitleMix> title_mix(ProjectData& data, const model::Period& period, const std::string& set,
                                  const base::Job& job) {
  const auto now = data.assessment(period, job);
  if (!now || now->titles_known()) return std::nullopt;
  const SetResult& first = now->result(set);
  const auto before = last_with_titles(data, period, job);
  if (!before || data.project().crosswalks.empty()) return std::nullopt;
  const std::string from = data.project().boundaries_on(before->period().date)->id;
  const std::string to = data.project().boundaries_on(period.date)->id;
  const auto steps = crosswalk_chain(*data.crosswalks(), from, to);
  if (steps.size() != 1) return std::nullopt;
  const CrosswalkStep step = tie_step(data, steps.front(), job);
  const auto chain = before->chain_from(before->result(first.set().id));
  TitleMix out;
  out.period = before->period().id;
  out.ranks = {"none"};
  out.names = {text("chưa có danh hiệu", "no title")};
  for (const SetResult* one : chain) {
    out.ranks.push_back(one->set().rank);
    out.names.push_back(one->set().name);
  }
  out.units =
      criteria::mix_of_ranks(step.tied, highest_titles(*before, chain), out.ranks.size(), people_of(*before));
  out.findings = step.findings;
  return out;
}

Text mix_text(const TitleMix& mix, std::uint32_t unit) {
  const criteria::RankMix& one = mix.units[unit];
  const double people = std::accumulate(one.weight.begin(), one.weight.end(), 0.0);
  std::int64_t parts = 0;
  Text list;
  for (std::size_t rank = one.parts.size(); rank-- > 0;) {
    if (one.parts[rank] == 0) continue;
    parts += one.parts[rank];
    Text of_rank = text("{} {}", "{} {}", {one.parts[rank], mix.names[rank]});
    // Of one part alone it goes without saying.
    if (people > 0 && one.weight[rank] < people) {
      of_rank = text("{} ({} % dân số)", "{} ({} % of the people)",
                     {of_rank, base::number(100 * one.weight[rank] / people, 0)});
    }
    list = base::join({list, of_rank}, ", ");
  }
  if (parts == 0) return {};
  Text out = text("Từ {} đơn vị cũ: {}", "From {} old units: {}", {parts, list});
  if (parts > 1 && one.lowest) {
    out = text("{} (thấp nhất: {}); chưa có quyết định cho đơn vị mới",
               "{} (lowest: {}); nothing decided for the new unit", {out, mix.names[*one.lowest]});
  }
  return out;
}

std::string mix_word(const TitleMix& mix, std::uint32_t unit) {
  const criteria::RankMix& one = mix.units[unit];
  std::string word;
  for (std::size_t rank = 0; rank < one.parts.size(); ++rank) {
    if (one.parts[rank] == 0) continue;
    if (!word.empty()) return "mixed";
    word = mix.ranks[rank];
  }
  return word;
}

}  // namespace ntmap::app
