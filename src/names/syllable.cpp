#include "names/syllable.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "names/letters.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

using View = std::u32string_view;

/// Longest first, so that the first that fits is the onset. "gi" and "qu" are looked at apart.
constexpr std::array<View, 26> k_onsets{U"ngh", U"ng", U"nh", U"gh", U"kh", U"ch", U"th", U"tr", U"ph",
                                        U"b",   U"c",  U"d",  U"đ",  U"g",  U"h",  U"k",  U"l",  U"m",
                                        U"n",   U"p",  U"r",  U"s",  U"t",  U"v",  U"x",  U""};

/// Every rime without its tone, as school grammars list them.
constexpr View k_rimes =
    U" a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
    U" e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
    U" i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu"
    U" o oc oi om on ong ooc oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay"
    U" oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
    U" u ua uc ui um un ung up ut uâng uân uât uây uê uêch uênh uêt uơ uôc uôi uôm uôn uông uôt"
    U" uy uya uych uyn uynh uyp uyt uyu uyên uyêt"
    U" ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ";

/// What may stand behind "qu", with and without marks, beyond rimes that begin with a, ă, â, e, ê, i, ơ.
constexpr View k_rimes_after_qu = U" y ych yên yêt ynh yt ôc yen yet oc ";

bool listed(View list, View word) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != View::npos; at = list.find(word, at + 1)) {
    if (at > 0 && list[at - 1] == U' ' && list[at + word.size()] == U' ') return true;
  }
  return false;
}

using RimeSet = std::unordered_set<View>;

RimeSet rimes_in(View list) {
  RimeSet out;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(U' ', begin), list.size());
    if (end > begin) out.insert(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

/// Asked some ten times for every word of a table whose encoding is looked for.
bool is_rime(View rime, Marks marks) {
  static const RimeSet marked = rimes_in(k_rimes);
  // For texts whose marks are lost.
  static const std::u32string bare_rimes = without_marks(k_rimes);
  static const RimeSet bare = rimes_in(bare_rimes);
  return (marks == Marks::required ? marked : bare).contains(rime);
}

bool starts_with_any(View text, View letters) {
  return !text.empty() && letters.find(text.front()) != View::npos;
}

/// c, k, g, gh, ng, ngh and y each have their own vowels; lips take no rounded glide.
bool may_follow(View onset, View rime) {
  const bool front = starts_with_any(rime, U"ieê");
  if (onset == U"gh" || onset == U"ngh") return front;
  if (onset == U"k") return front || starts_with_any(rime, U"y");
  if (onset == U"c" || onset == U"g" || onset == U"ng") return !front && !starts_with_any(rime, U"y");
  if (rime == U"y") return onset.empty() || listed(U" h l m s t v ", onset);
  if (starts_with_any(rime, U"y")) return onset.empty();
  const bool glide = rime.starts_with(U"oa") || rime.starts_with(U"oă") || rime.starts_with(U"oe") ||
                     rime.starts_with(U"uâ") || rime.starts_with(U"uê") || rime.starts_with(U"uy");
  return !glide || !listed(U" b m p ph v ", onset);
}

bool is_body(View body, Marks marks) {
  if (body.starts_with(U"qu")) {
    const View rime = body.substr(2);
    return listed(k_rimes_after_qu, rime) || (starts_with_any(rime, U"aăâeêiơ") && is_rime(rime, marks));
  }
  if (body.starts_with(U"gi")) {
    return is_rime(body.substr(1), marks) || is_rime(body.substr(2), marks);
  }
  for (const View onset : k_onsets) {
    if (!body.starts_with(onset)) continue;
    const View rime = body.substr(onset.size());
    if (is_rime(rime, marks) && may_follow(onset, rime)) return true;
  }
  return false;
}

bool is_stopped(View body) {
  return body.ends_with(U"c") || body.ends_with(U"ch") || body.ends_with(U"p") || body.ends_with(U"t");
}

/// Signs beyond ASCII count as letters: in a wrong encoding they stand where letters were.
bool is_word_character(char32_t c) {
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x206F)) return false;
  return c >= 0x80 || is_letter(c);
}

Readability word_readability(View word) {
  if (std::all_of(word.begin(), word.end(), [](char32_t c) { return c < 0x80; })) return {};
  std::u32string small(word);
  std::transform(small.begin(), small.end(), small.begin(), lower);
  return {1, is_syllable(small) ? std::size_t{1} : std::size_t{0}};
}

}  // namespace

bool is_syllable(View syllable, Marks marks) {
  if (syllable.empty() || syllable.size() > 8) return false;
  std::u32string body;
  Tone tone = Tone::level;
  for (const char32_t c : syllable) {
    Letter parts = letter(c);
    if (parts.base < U'a' || parts.base > U'z' || (!parts.marked() && parts.base != c)) return false;
    if (parts.tone != Tone::level && tone != Tone::level) return false;
    if (parts.tone != Tone::level) tone = parts.tone;
    parts.tone = Tone::level;
    if (marks == Marks::optional) parts.shape = Shape::plain;
    body += character(parts);
  }
  if (!is_body(body, marks)) return false;
  return marks == Marks::optional || !is_stopped(body) || tone == Tone::acute || tone == Tone::dot;
}

bool reads_as_syllables(View word) {
  constexpr std::size_t k_most_letters = 64;  // no name is longer; bounds the work on bad input
  constexpr std::size_t k_syllable = 7;       // "nghiêng"
  if (word.empty() || word.size() > k_most_letters) return false;
  std::vector<bool> reached(word.size() + 1);
  reached[0] = true;
  for (std::size_t end = 1; end <= word.size(); ++end) {
    for (std::size_t size = 1; size <= std::min(end, k_syllable) && !reached[end]; ++size) {
      reached[end] = reached[end - size] && is_syllable(word.substr(end - size, size), Marks::optional);
    }
  }
  return reached[word.size()];
}

Readability& Readability::operator+=(Readability other) {
  words += other.words;
  syllables += other.syllables;
  return *this;
}

Readability readability(std::string_view utf8) {
  Readability out;
  if (is_ascii(utf8)) return out;
  const std::u32string text = to_u32(utf8);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto first = text.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto stop = std::find_if_not(first, text.end(), is_word_character);
    const auto length = static_cast<std::size_t>(stop - first);
    if (length > 0) out += word_readability(View(text).substr(begin, length));
    begin += length + 1;
  }
  return out;
}

}  // namespace ntmap::names
