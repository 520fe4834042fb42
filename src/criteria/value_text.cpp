#include "criteria/value_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "criteria/decimal.hpp"

namespace ntmap::criteria {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Lower case of ASCII and of the two-byte and three-byte Vietnamese capitals in normal form C.
std::string lowered(std::string_view text) {
  std::string out(trimmed(text));
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<unsigned char>(out[i]);
    if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c + 32);
    if (c < 0xC3 || i + 1 >= out.size()) continue;
    const auto next = static_cast<unsigned char>(out[i + 1]);
    if (c == 0xC3 && next >= 0x80 && next <= 0x9E) out[i + 1] = static_cast<char>(next + 0x20);
    if (c == 0xC6 && next == 0x89) {  // Ɖ, whose small letter is ɖ
      out[i] = static_cast<char>(0xC9);
      out[i + 1] = static_cast<char>(0x96);
    }
    // Đ ă ĩ ũ ơ ư and the block of letters with two marks: capital even, small odd.
    if ((c == 0xC4 || c == 0xC5) && next % 2 == 0) out[i + 1] = static_cast<char>(next + 1);
    if (c == 0xC6 && next == 0xA0) out[i + 1] = static_cast<char>(0xA1);
    if (c == 0xC6 && next == 0xAF) out[i + 1] = static_cast<char>(0xB0);
    if (c == 0xE1 && i + 2 < out.size() && (next == 0xBA || next == 0xBB)) {
      const auto last = static_cast<unsigned char>(out[i + 2]);
      if (last % 2 == 0) out[i + 2] = static_cast<char>(last + 1);
    }
    i += c == 0xE1 ? 2 : (c < 0xE0 ? 1 : 0);
  }
  return out;
}

/// The marked small letters of Vietnamese behind their plain one; ð and ɖ are typed for đ.
constexpr std::array<std::pair<char, std::string_view>, 7> k_marked = {{{'a', "àáảãạăằắẳẵặâầấẩẫậ"},
                                                                        {'d', "đðɖ"},
                                                                        {'e', "èéẻẽẹêềếểễệ"},
                                                                        {'i', "ìíỉĩị"},
                                                                        {'o', "òóỏõọôồốổỗộơờớởỡợ"},
                                                                        {'u', "ùúủũụưừứửữự"},
                                                                        {'y', "ỳýỷỹỵ"}}};

/// The plain letter of one character of UTF-8, or the character.
std::string_view plain_letter(std::string_view character) {
  if (character.size() < 2) return character;
  for (const auto& [plain, marked] : k_marked) {
    if (marked.find(character) != std::string_view::npos) return {&plain, 1};
  }
  return character;
}

/// The letter of one character without its tone alone: â for ẩ.
std::string_view toneless_letter(std::string_view character) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> k_toned = {
      {{"ă", "ằắẳẵặ"}, {"â", "ầấẩẫậ"}, {"ê", "ềếểễệ"}, {"ô", "ồốổỗộ"}, {"ơ", "ờớởỡợ"}, {"ư", "ừứửữự"}}};
  if (character.size() < 2) return character;
  for (const auto& [shape, toned] : k_toned) {
    if (toned.find(character) != std::string_view::npos) return shape;
  }
  return character;
}

std::string_view first_character(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return text.substr(0, size);
}

/// True where the text is the word, or the word with marks lost ("dat", "Chua đạt") or Đ typed as Ð or D.
/// Both in small letters. "chùa" is not "chưa".
bool says(std::string_view text, std::string_view word) {
  while (!text.empty() && !word.empty()) {
    const std::string_view a = first_character(text);
    const std::string_view b = first_character(word);
    const std::string_view bare = plain_letter(b);
    const bool look_alike = bare == "d" && plain_letter(a) == "d";
    if (a != b && a != bare && a != toneless_letter(b) && !look_alike) return false;
    text.remove_prefix(a.size());
    word.remove_prefix(b.size());
  }
  return text.empty() && word.empty();
}

template <std::size_t N>
bool any_of(const std::array<std::string_view, N>& words, std::string_view text) {
  const std::string small = lowered(text);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return says(small, word); });
}

}  // namespace

bool is_pass_word(std::string_view text) {
  static constexpr std::array<std::string_view, 7> k_words = {"đạt", "có",   "x",        "yes",
                                                              "met", "true", "đạt chuẩn"};
  return any_of(k_words, text);
}

bool is_fail_word(std::string_view text) {
  static constexpr std::array<std::string_view, 8> k_words = {"không đạt", "chưa đạt", "không", "chưa",
                                                              "no",        "not met",  "false", "kđ"};
  return any_of(k_words, text);
}

bool is_not_applicable_word(std::string_view text) {
  static constexpr std::array<std::string_view, 5> k_words = {"không áp dụng", "kad", "n/a", "na",
                                                              "not applicable"};
  return any_of(k_words, text);
}

int rank_in(const std::vector<std::string>& scale, std::string_view text) {
  const std::string word = lowered(text);
  for (std::size_t i = 0; i < scale.size(); ++i) {
    if (lowered(scale[i]) == word) return static_cast<int>(i) + 1;
  }
  // With its marks lost a word must mean one rank.
  int found = 0;
  for (std::size_t i = 0; i < scale.size(); ++i) {
    if (!says(word, lowered(scale[i]))) continue;
    if (found > 0) return 0;
    found = static_cast<int>(i) + 1;
  }
  return found;
}

std::size_t significant_digits(std::string_view text) {
  const std::size_t first = text.find_first_of("123456789");
  if (first == std::string_view::npos) return 0;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto digits = static_cast<std::size_t>(
      std::count_if(text.begin() + static_cast<std::ptrdiff_t>(first), text.end(), is_digit));
  const std::size_t last = text.find_last_of("123456789");
  const auto zeros = static_cast<std::size_t>(
      std::count_if(text.begin() + static_cast<std::ptrdiff_t>(last), text.end(), is_digit));
  return digits - zeros + 1;
}

std::optional<double> figure_from(std::string_view text, const std::vector<std::string>& scale) {
  if (is_pass_word(text)) return 1;
  if (is_fail_word(text)) return 0;
  if (const int rank = rank_in(scale, text); rank > 0) return rank;
  std::string word = lowered(text);
  for (const std::string_view prefix :
       {std::string_view("mức độ "), std::string_view("mức "), std::string_view("cấp độ ")}) {
    if (word.starts_with(prefix)) word.erase(0, prefix.size());
  }
  if (word.ends_with('%')) word.pop_back();
  if (std::count(word.begin(), word.end(), ',') == 1 && word.find('.') == std::string::npos) {
    word[word.find(',')] = '.';
  }
  const auto number = Decimal::parse(trimmed(word));
  if (!number) return std::nullopt;
  return number->to_double();
}

}  // namespace ntmap::criteria
