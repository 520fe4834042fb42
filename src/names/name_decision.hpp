#pragma once

#include <cstdint>
#include <vector>

#include "names/unit_index.hpp"
#include "names/verdict.hpp"

namespace ntmap::names {

/// Decides which unit a name means in its scope: the only one of the nearest rank, unless another unit rivals
/// it.
class NameDecision {
 public:
  explicit NameDecision(const UnitIndex& index) : m_index(index) {}

  /// `bare`: the marks of the name are lost with those of its table or district, so that one without marks is
  /// no evidence for a unit without marks.
  Verdict decide(const std::vector<Reading>& readings, const Scope& scope, bool bare) const;

 private:
  bool is_twinned(const std::vector<Hit>& hits, const Hit& first) const;
  std::vector<Hit> rivals(const std::vector<Reading>& readings, const Scope& scope,
                          const std::vector<Hit>& hits, std::uint32_t first, bool marks_only) const;
  bool with_or_without_one(const std::vector<Hit>& hits) const;
  Verdict look_elsewhere(const std::vector<Reading>& readings, const Scope& scope,
                         const std::vector<Hit>& near) const;

  const UnitIndex& m_index;
};

}  // namespace ntmap::names
