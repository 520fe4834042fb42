#include "names/name_index.hpp"

#include <algorithm>

namespace ntmap::names {
namespace {

using View = std::u32string_view;

constexpr std::size_t k_no_gap = static_cast<std::size_t>(-1);
constexpr std::size_t k_longest = 64;  ///< no unit has a longer name; bounds the work on bad input

/// FNV-1a over the characters, without the one at `gap`.
std::uint64_t hash_without(View text, std::size_t gap) {
  std::uint64_t hash = 14695981039346656037u;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i != gap) hash = (hash ^ text[i]) * 1099511628211u;
  }
  return hash;
}

template <typename Use>
void each_hash(View text, Use use) {
  if (text.empty() || text.size() > k_longest) return;
  use(hash_without(text, k_no_gap));
  for (std::size_t gap = 0; gap < text.size(); ++gap) {
    if (gap + 1 < text.size() && text[gap] == text[gap + 1]) continue;  // the same text again
    use(hash_without(text, gap));
  }
}

/// The text with one scanner's pair taken for its letter, or the other way round, at every place.
template <typename Use>
void each_scanner_reading(View text, Use use) {
  if (text.size() > k_longest) return;
  for (const ScannerPair& pair : k_scanner_pairs) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      std::u32string other(text);
      if (text.substr(at, 2) == pair.two) {
        use(other.replace(at, 2, 1, pair.one));
      } else if (text[at] == pair.one) {
        use(other.replace(at, 1, pair.two));
      }
    }
  }
}

}  // namespace

void NameIndex::add(const UnitName& name, bool below_district) {
  const auto id = static_cast<std::uint32_t>(m_entries.size());
  m_entries.push_back({name.type, ComparedName(name.name), below_district});
  const Key& key = m_entries.back().name.key;
  m_by_letters[key.bare].push_back(id);
  each_hash(key.bare, [&](std::uint64_t hash) { m_by_hash.emplace_back(hash, id); });
}

void NameIndex::finish() {
  std::sort(m_by_hash.begin(), m_by_hash.end());
}

const std::vector<std::uint32_t>& NameIndex::same_letters(const ComparedName& name) const {
  static const std::vector<std::uint32_t> nothing;
  const auto found = m_by_letters.find(name.key.bare);
  return found == m_by_letters.end() || name.key.empty() ? nothing : found->second;
}

void NameIndex::collect(View bare, std::vector<std::uint32_t>& out) const {
  each_hash(bare, [&](std::uint64_t hash) {
    auto at = std::lower_bound(m_by_hash.begin(), m_by_hash.end(), std::pair{hash, std::uint32_t{0}});
    for (; at != m_by_hash.end() && at->first == hash; ++at) out.push_back(at->second);
  });
}

std::vector<std::uint32_t> NameIndex::near(const ComparedName& name) const {
  std::vector<std::uint32_t> out;
  collect(name.key.bare, out);
  collect(name.with_digits.bare, out);
  each_scanner_reading(name.key.bare, [&](const std::u32string& reading) {
    const auto found = m_by_letters.find(reading);
    if (found != m_by_letters.end()) out.insert(out.end(), found->second.begin(), found->second.end());
  });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace ntmap::names
