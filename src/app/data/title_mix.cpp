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

/// The index of the rank among those of the mix, added where it is new; 0 for one that no set gives.
std::size_t rank_in_mix(TitleMix& mix, const Assessment& before, const std::string& rank) {
  const auto found = std::find(mix.ranks.begin(), mix.ranks.end(), rank);
  if (found != mix.ranks.end()) return static_cast<std::size_t>(found - mix.ranks.begin());
  const criteria::CriteriaSet* set = before.rules().catalogue.of_rank(rank, before.input().period.date);
  if (set == nullptr) return 0;
  mix.ranks.push_back(rank);
  mix.names.push_back(set->name);
  return mix.ranks.size() - 1;
}

/// What the register's latest rows of a code say: of a unit whose code went on and whose type or district
/// changed, they are those of the vintage before.
std::vector<std::string> ranks_of_code(const Assessment& before, const std::string& code) {
  std::string latest;
  std::vector<std::string> out;
  for (const criteria::Recognition& one : before.registers().recognitions.rows) {
    if (one.unit_code != code || one.code_valid < latest) continue;
    if (one.code_valid > latest) out.clear();
    latest = one.code_valid;
    if (criteria::held_on(one, before.input().period.date, before.registers().counted))
      out.push_back(one.rank);
  }
  return out;
}

/// The ranks that each old unit held on the last day before. One that the register does not know holds what
/// its own parts held (rules M01, M02), or what it held before it changed its type, as criteria::mergers_of()
/// has it.
std::vector<std::vector<std::string>> held_ranks(const Assessment& before) {
  std::vector<std::vector<std::string>> out(before.tree().map_count);
  std::vector<bool> known(out.size(), false);
  for (const criteria::Recognition& one : before.recognitions()) {
    if (one.unit >= out.size()) continue;
    known[one.unit] = true;
    if (criteria::held_on(one, before.input().period.date, before.registers().counted))
      out[one.unit].push_back(one.rank);
  }
  for (std::uint32_t unit = 0; unit < out.size(); ++unit) {
    if (known[unit]) continue;
    const criteria::Merger* merger = before.merger(unit);
    if (merger == nullptr) {
      out[unit] = ranks_of_code(before, before.tree().units[unit].code);
      continue;
    }
    for (const auto& part : merger->parts) out[unit].insert(out[unit].end(), part.begin(), part.end());
  }
  return out;
}

/// The highest title of each old unit, as an index into TitleMix::ranks: of the chain, else any it holds.
std::vector<std::uint8_t> highest_titles(const Assessment& before, TitleMix& mix) {
  std::vector<std::uint8_t> out;
  for (const std::vector<std::string>& held : held_ranks(before)) {
    std::size_t of_chain = 0;
    std::size_t other = 0;
    for (const std::string& rank : held) {
      const std::size_t index = rank_in_mix(mix, before, rank);
      std::size_t& best = index < mix.chain ? of_chain : other;
      best = std::max(best, index);
    }
    out.push_back(static_cast<std::uint8_t>(of_chain == 0 ? other : of_chain));
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
  out.chain = out.ranks.size();
  const std::vector<std::uint8_t> titles = highest_titles(*before, out);
  out.units = criteria::mix_of_ranks(step.tied, titles, out.ranks.size(), people_of(*before));
  out.findings = data.crosswalks()->findings;
  out.findings.insert(out.findings.end(), step.findings.begin(), step.findings.end());
  return out;
}

Text mix_text(const TitleMix& mix, std::uint32_t unit) {
  const criteria::RankMix& one = mix.units[unit];
  const double people = std::accumulate(one.weight.begin(), one.weight.end(), 0.0);
  std::int64_t parts = 0;
  bool ranked = one.lowest.has_value();  // titles of two chains are not above one another
  Text list;
  for (std::size_t rank = one.parts.size(); rank-- > 0;) {
    if (one.parts[rank] == 0) continue;
    parts += one.parts[rank];
    ranked = ranked && rank < mix.chain;
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
  if (parts < 2) return out;
  if (ranked) out = text("{} (thấp nhất: {})", "{} (lowest: {})", {out, mix.names[*one.lowest]});
  return text("{}; chưa có quyết định cho đơn vị mới", "{}; nothing decided for the new unit", {out});
}

std::string mix_word(const TitleMix& mix, std::uint32_t unit) {
  const criteria::RankMix& one = mix.units[unit];
  std::string word;
  for (std::size_t rank = 0; rank < one.parts.size(); ++rank) {
    if (one.parts[rank] == 0) continue;
    const std::string& of_chain = mix.ranks[rank < mix.chain ? rank : 0];
    if (!word.empty() && word != of_chain) return "mixed";
    word = of_chain;
  }
  return word;
}

}  // namespace ntmap::app
