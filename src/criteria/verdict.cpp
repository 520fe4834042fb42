#include "criteria/verdict.hpp"

namespace ntmap::criteria {

void Conjunction::add(Mark part) {
  switch (part.verdict()) {
    case Verdict::met:
      ++m_met;
      m_just_met |= part.just_met();
      m_fails_next_year |= part.fails_next_year();
      m_illustrative |= part.illustrative();
      break;
    case Verdict::not_met:
      ++m_not_met;
      m_not_met_illustrative += part.illustrative() ? 1 : 0;
      break;
    case Verdict::unknown:
      if (m_unknown++ == 0) m_why = part.why();
      break;
    case Verdict::not_applicable:
      break;
  }
}

Mark Conjunction::mark() const {
  if (m_not_met > 0) {
    return Mark(Verdict::not_met).with_illustrative(m_not_met_illustrative == m_not_met);
  }
  if (m_unknown > 0) return Mark(Verdict::unknown, m_why).with_illustrative(m_illustrative);
  if (m_met == 0) return {Verdict::not_applicable};
  return Mark(Verdict::met)
      .with_illustrative(m_illustrative)
      .with_just_met(m_just_met)
      .with_fails_next_year(m_fails_next_year);
}

Mark all_of(std::span<const Mark> parts) {
  Conjunction all;
  for (const Mark part : parts) all.add(part);
  return all.mark();
}

base::Text word(Verdict verdict) {
  switch (verdict) {
    case Verdict::met:
      return {"đạt", "met"};
    case Verdict::not_met:
      return {"chưa đạt", "not met"};
    case Verdict::unknown:
      return {"chưa rõ", "unknown"};
    case Verdict::not_applicable:
      return {"không áp dụng", "not applicable"};
  }
  return {};
}

base::Text word(Why why) {
  switch (why) {
    case Why::none:
      return {};
    case Why::no_value:
      return {"chưa có số liệu", "no figure"};
    case Why::no_threshold:
      return {"chưa có ngưỡng", "no threshold"};
    case Why::conflict:
      return {"hai nguồn cho số liệu khác nhau", "two sources give different figures"};
    case Why::not_optional:
      return {"ghi không áp dụng nhưng chỉ tiêu bắt buộc",
              "marked not applicable, but the indicator is mandatory"};
    case Why::not_in_force:
      return {"bộ tiêu chí không có hiệu lực trong kỳ này", "the set is not in force in this period"};
    case Why::no_region:
      return {"chưa rõ vùng (nhóm xã) để chọn ngưỡng",
              "no region (commune group) to choose the threshold by"};
    case Why::other_indicator:
      return {"phụ thuộc nội dung chưa rõ", "rests on something unknown"};
  }
  return {};
}

}  // namespace ntmap::criteria
