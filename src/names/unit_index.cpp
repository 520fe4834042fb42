#include "names/unit_index.hpp"

#include <algorithm>
#include <iterator>

#include "names/name_rivals.hpp"
#include "names/syllable.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Digits without leading zeros, the apostrophe that marks a text and the ".0" of a code that was a number;
/// empty for codes that are no number.
std::string bare_digits(std::string_view code) {
  if (code.starts_with('\'')) code.remove_prefix(1);
  if (code.ends_with(".0")) code.remove_suffix(2);
  if (code.empty() || code.find_first_not_of("0123456789") != std::string_view::npos) return {};
  const std::size_t first = code.find_first_not_of('0');
  return first == std::string_view::npos ? "0" : std::string(code.substr(first));
}

/// True where most names begin with what may be a type without its marks ("Xa Ky Son"): then it is one.
bool types_in_front(const std::vector<MatchUnit>& units) {
  const auto doubtful = std::count_if(units.begin(), units.end(), [](const MatchUnit& unit) {
    return unit_name_readings(unit.name).size() > 1;
  });
  return static_cast<std::size_t>(doubtful) * 2 > units.size();
}

/// The unit's name without a type that stands before it. What a column of types says is believed.
UnitName name_of(const MatchUnit& unit, bool typed_in_front) {
  const UnitType type = unit_type_from(unit.type);
  const std::vector<UnitName> readings = unit_name_readings(unit.name);
  const bool sure = readings.size() == 1 || typed_in_front;
  if (sure && (type == UnitType::none || readings.front().type == type)) return readings.front();
  return {type, nfc(trimmed(unit.name))};
}

/// True where most units lie below districts: by their district, their type, or a code longer than the three
/// digits of a district's.
bool holds_communes(const std::vector<MatchUnit>& units) {
  constexpr std::size_t k_district_digits = 3;
  const auto below = std::count_if(units.begin(), units.end(), [](const MatchUnit& unit) {
    const UnitType typed = unit_type_from(unit.type);
    const UnitType type = typed == UnitType::none ? parse_unit_name(unit.name).type : typed;
    if (type != UnitType::none) return !is_above_commune(type);
    return !trimmed(unit.district).empty() || bare_digits(trimmed(unit.code)).size() > k_district_digits;
  });
  return static_cast<std::size_t>(below) * 2 > units.size();
}

std::uint32_t id_of(std::unordered_map<std::string, std::uint32_t>& ids, NameIndex& index,
                    const std::string& key, const std::string& name) {
  const auto [at, fresh] = ids.emplace(key, static_cast<std::uint32_t>(index.size()));
  if (fresh) index.add(parse_unit_name(name));
  return at->second;
}

bool contains(const std::vector<std::uint32_t>& ids, std::uint32_t id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// True where every word of some reading is a syllable: the name of another place, not a damaged one.
bool reads_well(const std::vector<Reading>& readings) {
  return std::any_of(readings.begin(), readings.end(), [](const Reading& reading) {
    const Key& key = reading.name.key;
    return std::all_of(key.words.begin(), key.words.end(), [&](std::uint32_t at) {
      return key.marked ? is_syllable(key.marked_word_at(at)) : is_syllable(key.word_at(at), Marks::optional);
    });
  });
}

/// True for what stands for an empty cell: blanks, dashes and dots.
bool says_nothing(std::string_view text) {
  const std::u32string letters = to_u32(nfc(text));
  return letters.find_first_not_of(U" \t\r\n.\u00A0-–—") == std::u32string::npos;
}

/// The places that a damaged name may be.
std::vector<std::uint32_t> resembled(const NameIndex& index, const std::vector<Reading>& readings,
                                     const std::function<bool(std::uint32_t)>& accept) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t id = 0; id < index.size(); ++id) {
    const Key& key = index.entry(id).name.key;
    const bool near = std::any_of(readings.begin(), readings.end(),
                                  [&](const Reading& reading) { return resembles(reading.name.key, key); });
    if (near && accept(id)) out.push_back(id);
  }
  return out;
}

}  // namespace

UnitIndex::UnitIndex(std::vector<MatchUnit> units) : m_units(std::move(units)) {
  const bool typed_in_front = types_in_front(m_units);
  const bool communes = holds_communes(m_units);
  for (const MatchUnit& unit : m_units) add_unit(unit, name_of(unit, typed_in_front), communes);
  m_names.finish();
  m_districts.finish();
  m_provinces.finish();
}

void UnitIndex::add_unit(const MatchUnit& unit, const UnitName& name, bool among_communes) {
  const auto id = static_cast<std::uint32_t>(m_names.size());
  m_names.add(name, among_communes || !trimmed(unit.district).empty());
  const std::string province = nfc(trimmed(unit.province));
  const std::string district = nfc(trimmed(unit.district));
  m_province_of.push_back(province.empty() ? k_no_unit
                                           : id_of(m_province_ids, m_provinces, province, province));
  m_district_of.push_back(district.empty()
                              ? k_no_unit
                              : id_of(m_district_ids, m_districts, province + '\x1F' + district, district));
  if (m_districts.size() > m_district_provinces.size()) m_district_provinces.push_back(m_province_of.back());
  const std::string_view code = trimmed(unit.code);
  if (code.empty()) return;
  m_by_code[std::string(code)].push_back(id);
  if (const std::string digits = bare_digits(code); !digits.empty()) m_by_digits[digits].push_back(id);
}

UnitIndex::Place UnitIndex::locate(const NameIndex& index, std::string_view text,
                                   const std::vector<std::uint32_t>* parents,
                                   const std::vector<std::uint32_t>& scope) {
  if (says_nothing(text) || index.size() == 0) return {};
  const std::vector<Reading> readings = readings_of(text);
  const auto accept = [&](std::uint32_t id) {
    return scope.empty() || parents == nullptr || contains(scope, (*parents)[id]);
  };
  const std::vector<Hit> hits = search(index, readings, accept);
  const std::vector<Hit> best = best_hits(hits, false);
  const bool usable =
      !best.empty() && !best.front().type_conflicts &&
      (best.front().rank <= Rank::unmarked || (best.size() == 1 && best.front().rank <= Rank::letter));
  if (!usable) {
    if (reads_well(readings)) return {.foreign = true};
    Place near{.ids = resembled(index, readings, accept)};
    near.foreign = near.ids.empty();  // "Krông Năng", "???"
    return near;
  }
  Place out{.bare = best.front().rank == Rank::unmarked};
  for (const Hit& hit : best) out.ids.push_back(hit.id);
  return out;
}

Scope UnitIndex::scope(std::string_view district, std::string_view province) const {
  const Place in_province = locate(m_provinces, province, nullptr, {});
  const Place in_district = locate(m_districts, district, &m_district_provinces, in_province.ids);
  return {.districts = in_district.ids,
          .provinces = in_province.ids,
          .foreign = in_province.foreign || in_district.foreign,
          .bare = in_province.bare || in_district.bare};
}

std::optional<Scope> UnitIndex::named_scope(std::string_view district, std::string_view province) const {
  Scope out;
  const auto find = [&](const NameIndex& index, std::string_view text, std::vector<std::uint32_t>& ids,
                        const std::function<bool(std::uint32_t)>& accept) {
    if (says_nothing(text)) return true;
    const std::vector<Hit> best = best_hits(search(index, readings_of(text), accept), false);
    if (best.empty() || best.front().type_conflicts || best.front().rank > Rank::unmarked) return false;
    out.bare = out.bare || best.front().rank == Rank::unmarked;
    for (const Hit& hit : best) ids.push_back(hit.id);
    return true;
  };
  const bool in_province = find(m_provinces, province, out.provinces, [](std::uint32_t) { return true; });
  const bool in_district =
      in_province && find(m_districts, district, out.districts, [&](std::uint32_t id) {
        return out.provinces.empty() || contains(out.provinces, m_district_provinces[id]);
      });
  return in_district ? std::optional(out) : std::nullopt;
}

std::optional<Scope> UnitIndex::common(const Scope& a, const Scope& b) {
  Scope out{.foreign = a.foreign || b.foreign, .bare = a.bare || b.bare};
  const auto meet = [](const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y,
                       std::vector<std::uint32_t>& both) {
    if (x.empty() || y.empty()) {
      both = x.empty() ? y : x;
      return true;
    }
    std::copy_if(x.begin(), x.end(), std::back_inserter(both),
                 [&](std::uint32_t id) { return contains(y, id); });
    return !both.empty();
  };
  const bool agree =
      meet(a.provinces, b.provinces, out.provinces) && meet(a.districts, b.districts, out.districts);
  return agree ? std::optional(std::move(out)) : std::nullopt;
}

Scope UnitIndex::widened(const Scope& scope) const {
  Scope out{.provinces = scope.provinces, .foreign = scope.foreign, .bare = scope.bare};
  if (!out.provinces.empty()) return out;
  for (const std::uint32_t district : scope.districts) {
    const std::uint32_t province = m_district_provinces[district];
    if (province == k_no_unit) return {.foreign = scope.foreign, .bare = scope.bare};
    if (!contains(out.provinces, province)) out.provinces.push_back(province);
  }
  return out;
}

bool UnitIndex::in_districts(std::uint32_t unit, const Scope& scope) const {
  const std::uint32_t district = m_district_of[unit];
  return scope.districts.empty() || district == k_no_unit || contains(scope.districts, district);
}

bool UnitIndex::in_provinces(std::uint32_t unit, const Scope& scope) const {
  const std::uint32_t province = m_province_of[unit];
  return scope.provinces.empty() || province == k_no_unit || contains(scope.provinces, province);
}

std::vector<Hit> UnitIndex::find(const std::vector<Reading>& readings, const Scope& scope) const {
  return search(m_names, readings,
                [&](std::uint32_t id) { return in_provinces(id, scope) && in_districts(id, scope); });
}

std::vector<std::uint32_t> UnitIndex::abbreviated(const Reading& reading, const Scope& scope) const {
  const Key& key = reading.name.key;
  std::vector<std::uint32_t> out;
  if (key.words.size() < 2) return out;
  for (std::uint32_t id = 0; id < m_names.size(); ++id) {
    const bool begins = is_cut_off(key, m_names.entry(id).name.key);
    if (begins && in_provinces(id, scope) && in_districts(id, scope)) out.push_back(id);
  }
  return out;
}

std::vector<std::uint32_t> UnitIndex::by_exact_code(std::string_view code) const {
  const auto found = m_by_code.find(std::string(trimmed(code)));
  return found == m_by_code.end() ? std::vector<std::uint32_t>{} : found->second;
}

UnitIndex::CodeHits UnitIndex::by_code(std::string_view code) const {
  if (auto exact = by_exact_code(code); !exact.empty()) return {std::move(exact), false};
  const std::string digits = bare_digits(trimmed(code));
  const auto found = digits.empty() ? m_by_digits.end() : m_by_digits.find(digits);
  return found == m_by_digits.end() ? CodeHits{} : CodeHits{found->second, true};
}

}  // namespace ntmap::names
