#include "names/lost_bytes.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "names/letters.hpp"
#include "names/syllable.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

constexpr char32_t k_put_back = 0xFFFF;  ///< stands behind a letter that got its blank back
constexpr char32_t k_lost = 0xFFFE;      ///< stands for a letter whose last byte was lost
constexpr char k_no_break = '\xA0';

/// Bytes that Windows-1252 does not define: programs drop them.
constexpr std::string_view k_undefined = "\x81\x8D\x8F\x90\x9D";

/// A text of UTF-8 some letters of which lack their last byte.
struct Wounded {
  std::u32string text;                 ///< k_lost for each such letter
  std::vector<std::u32string> may_be;  ///< what each k_lost may have been, in their order
  bool whole = false;                  ///< some letter beyond ASCII has all its bytes
  bool needs_whole = false;            ///< without such a letter nothing shows that this is UTF-8
};

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool continues(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

bool is_vietnamese(char32_t c) {
  const Letter parts = letter(lower(c));
  return parts.marked() && parts.base < 0x80 && c != U'Ð';
}

/// The Vietnamese letters that these first bytes and one more make. A blank that does not break is lost only
/// where a blank or the end follows.
std::u32string letters_ending(std::string_view first_bytes, unsigned char next) {
  std::string last(k_undefined);
  if (next == 0 || next == ' ') last += k_no_break;
  std::u32string out;
  for (const char byte : last) {
    const std::string bytes = std::string(first_bytes) + byte;
    const std::u32string made = to_u32(bytes);
    if (made.size() == 1 && is_vietnamese(made.front())) out += made;
  }
  return out;
}

/// The letters of the bytes; nothing where more is lost than last bytes of Vietnamese letters.
std::optional<Wounded> read_wounded(std::string_view bytes) {
  Wounded out;
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned char lead = byte_at(bytes, at);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xE0 ? 3 : 2;
    if (lead >= 0x80 && (lead < 0xC3 || lead >= 0xF0)) return std::nullopt;
    std::size_t have = 1;
    while (have < length && continues(byte_at(bytes, at + have))) ++have;
    const std::string_view there = bytes.substr(at, have);
    if (have == length) {
      const std::u32string whole = to_u32(there);
      if (whole.size() != 1 || whole.front() == k_replacement) return std::nullopt;
      out.text += whole;
      out.whole = out.whole || length > 1;
    } else {
      const unsigned char next = byte_at(bytes, at + have);
      const std::u32string may_be = have + 1 == length ? letters_ending(there, next) : std::u32string();
      if (may_be.empty()) return std::nullopt;
      out.text += k_lost;
      out.may_be.push_back(may_be);
      // Ã is a letter of its own: "LÃNG".
      out.needs_whole = out.needs_whole || (lead == 0xC3 && next != 0 && next != ' ');
    }
    at += have;
  }
  out.text = to_u32(nfc(to_utf8(out.text)));  // an "a" and its marks were letters of UTF-8 each
  return out;
}

bool holds_small_letter(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t c) { return is_letter(c) && !is_upper(c); });
}

/// "XÃ" at the head is a type in capitals.
bool may_be_capitals(std::string_view bytes) {
  const bool small = std::any_of(bytes.begin(), bytes.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return !small || (bytes.starts_with("X\xC3") && (bytes.size() == 2 || bytes[2] == ' '));
}

std::u32string small_word(std::u32string_view text, std::size_t begin, std::size_t end) {
  std::u32string out;
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] != k_put_back) out += lower(text[at]);
  }
  return out;
}

/// Finds out word by word which letters were lost.
class Healer {
 public:
  explicit Healer(Wounded wounded)
      : m_wounded(std::move(wounded)), m_small(holds_small_letter(m_wounded.text)) {}

  /// The text with its letters back and a mark behind those of a lost blank; "\uFFFD" where several fit.
  /// Nothing where a letter can be none.
  std::optional<std::u32string> healed() {
    const std::u32string& text = m_wounded.text;
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t end = begin;
      while (end < text.size() && (text[end] == k_lost || is_letter(text[end]) || is_mark(text[end]))) ++end;
      if (!take_word(begin, end)) return std::nullopt;
      if (end < text.size()) m_out += text[end];
      begin = end + 1;
    }
    return m_out;
  }

 private:
  /// What a letter may be by the case of its place: capitals begin words, or stand in texts of capitals.
  std::u32string in_case(const std::u32string& may_be, bool first) const {
    std::u32string fits;
    for (const char32_t c : may_be) {
      if (is_upper(c) == (first || !m_small)) fits += c;
    }
    return first && fits.empty() ? may_be : fits;
  }

  bool take_word(std::size_t begin, std::size_t end) {
    const std::u32string word = m_wounded.text.substr(begin, end - begin);
    std::vector<std::u32string> words{{}};
    constexpr std::size_t k_most_words = 1000;  // bounds the work on bad input
    bool lost = false;
    for (std::size_t at = 0; at < word.size(); ++at) {
      std::u32string letters(1, word[at]);
      if (word[at] == k_lost) {
        letters = in_case(m_wounded.may_be[m_next++], at == 0);
        lost = true;
      }
      if (letters.empty() || words.size() * letters.size() > k_most_words) return false;
      words = each_with(words, letters);
    }
    m_out += lost ? chosen(words, word, end) : word;
    return true;
  }

  static std::vector<std::u32string> each_with(const std::vector<std::u32string>& words,
                                               std::u32string_view letters) {
    std::vector<std::u32string> out;
    for (const std::u32string& word : words) {
      for (const char32_t c : letters) out.push_back(word + c);
    }
    return out;
  }

  /// The only word of these that is Vietnamese, or the only one.
  std::u32string chosen(std::vector<std::u32string> words, std::u32string word, std::size_t end) const {
    if (words.size() > 1) {
      std::erase_if(words,
                    [](const std::u32string& one) { return !is_syllable(small_word(one, 0, one.size())); });
    }
    if (words.size() != 1) {
      std::replace(word.begin(), word.end(), k_lost, k_replacement);
      return word;
    }
    const bool blank_follows = end < m_wounded.text.size() && m_wounded.text[end] == U' ';
    const std::string last = to_utf8(std::u32string_view(words.front()).substr(word.size() - 1));
    const bool put_back = word.back() == k_lost && blank_follows && last.back() == k_no_break;
    return put_back ? words.front() + k_put_back : words.front();
  }

  Wounded m_wounded;
  bool m_small;            ///< the text holds small letters
  std::size_t m_next = 0;  ///< the next of may_be
  std::u32string m_out;
};

/// Whether the blank behind a letter that was put back is that lost byte: "Hà ng" was Hàng.
bool blank_is_the_byte(std::u32string_view text, std::size_t blank) {
  if (blank + 1 >= text.size()) return false;
  if (text[blank + 1] == U' ') return true;
  std::size_t begin = blank;
  while (begin > 0 && text[begin - 1] != U' ') --begin;
  std::size_t end = blank + 1;
  while (end < text.size() && (is_letter(text[end]) || is_mark(text[end]))) ++end;
  const std::u32string behind = small_word(text, blank + 1, end);
  const bool goes_on = is_upper(text[begin]) && !is_upper(text[blank + 1]);  // "Đà i" of Đài
  return !behind.empty() && (goes_on || !is_syllable(behind, Marks::optional)) &&
         is_syllable(small_word(text, begin, blank) + behind);
}

}  // namespace

std::optional<std::string> restored_utf8(std::string_view bytes) {
  std::optional<Wounded> wounded = read_wounded(bytes);
  if (!wounded || (!wounded->whole && (wounded->needs_whole || may_be_capitals(bytes)))) return std::nullopt;
  const std::optional<std::u32string> text = Healer(std::move(*wounded)).healed();
  if (!text) return std::nullopt;
  std::u32string out;
  for (std::size_t at = 0; at < text->size(); ++at) {
    if ((*text)[at] != k_put_back) {
      out += (*text)[at];
    } else if (at + 1 < text->size() && (*text)[at + 1] == U' ' && blank_is_the_byte(*text, at + 1)) {
      ++at;
    }
  }
  return nfc(to_utf8(out));
}

}  // namespace ntmap::names
