#include "names/name_frame.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

#include "names/letters.hpp"
#include "names/type_words.hpp"

namespace ntmap::names {
namespace {

using View = std::u32string_view;

/// In small letters without marks; longer ones first where one begins another.
constexpr std::array<View, 18> k_authorities{
    U"uy ban nhan dan",
    U"ubnd",
    U"hoi dong nhan dan",
    U"hdnd",
    U"uy ban mat tran to quoc",
    U"ubmttq",
    U"mat tran to quoc",
    U"mttq",
    U"dang uy",
    U"dang bo",
    U"ban chi dao",
    U"bcd",
    U"ban quan ly",
    U"bql",
    U"ban chap hanh",
    U"bch",
    U"van phong dieu phoi",
    U"vpdp",
};

/// What an authority is for, between it and the unit.
constexpr std::array<View, 9> k_purposes{
    U"chuong trinh",  U"ct",  U"muc tieu quoc gia", U"mtqg", U"xay dung", U"xd",
    U"nong thon moi", U"ntm", U"viet nam",
};

/// How many tokens from `at` on are the words of one of the phrases; 0 where none is.
std::size_t phrase_at(std::span<const View> phrases, const std::vector<Token>& tokens, std::size_t at) {
  if (at >= tokens.size()) return 0;
  const char32_t first = letter(tokens[at].small.front()).base;
  for (const View phrase : phrases) {
    if (phrase.front() != first) continue;
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < phrase.size(); ++count) {
      const std::size_t end = std::min(phrase.find(U' ', begin), phrase.size());
      const bool same = at + count < tokens.size() &&
                        without_marks(tokens[at + count].small) == phrase.substr(begin, end - begin);
      if (!same) break;
      begin = end + 1;
      if (begin >= phrase.size()) return count + 1;
    }
  }
  return 0;
}

/// A type with a name behind it, or glued to one. `sure`: not what may be a word of a name.
bool has_type_at(const std::vector<Token>& tokens, std::size_t at, bool sure) {
  if (at >= tokens.size()) return false;
  const TypeWords type = type_at(tokens, at);
  if (type.tokens == 0) return !sure && !glued_types(tokens[at]).empty();
  return (type.sure || !sure) && at + type.tokens < tokens.size();
}

bool closes_number(char32_t after) {
  return after == U'.' || after == U')' || after == U'-' || after == U'/';
}

/// A Roman numeral or a letter of a list: "I. Xã", "a) Xã". Not the X of "X. Phuong My".
bool is_list_letter(const std::vector<Token>& tokens) {
  const Token& first = tokens[0];
  const bool letter = first.small.size() == 1 && View(U"abcdđeg").find(first.small[0]) != View::npos;
  if (!letter && roman_value(first.small) == 0) return false;
  return (first.after == U'.' || first.after == U')') && has_type_at(tokens, 1, first.small == U"x");
}

std::size_t list_number(const std::vector<Token>& tokens) {
  std::size_t count = 0;
  while (count < tokens.size() && is_number(tokens[count].small)) ++count;
  if (count == 0) return is_list_letter(tokens) ? 1 : 0;
  if (count == tokens.size() || tokens[count].glued) return 0;
  const bool listed = closes_number(tokens[count - 1].after) || has_type_at(tokens, count, true) ||
                      phrase_at(k_authorities, tokens, count) > 0;
  return listed ? count : 0;
}

/// The last bracket, where it ends the text: what stands before it and the words in it.
struct Bracket {
  View before;
  std::vector<std::u32string> words;  ///< in small letters without marks
};

std::optional<Bracket> last_bracket(View characters) {
  constexpr View k_blank = U" \t\r\n.*";
  const std::size_t last = characters.find_last_not_of(k_blank);
  const std::size_t open = characters.find_last_of(U"([");
  if (last == View::npos || open == View::npos) return std::nullopt;
  const std::size_t close = characters.find_first_of(U")]", open);
  if (close != View::npos && close != last) return std::nullopt;
  Bracket out{.before = characters.substr(0, open), .words = {}};
  for (const Token& token : tokens_of(characters.substr(open + 1, last + 1 - open - 1))) {
    out.words.push_back(without_marks(token.small));
  }
  return out;
}

bool has_any(const std::vector<std::u32string>& words, std::span<const View> wanted) {
  return std::any_of(words.begin(), words.end(), [&](const std::u32string& word) {
    return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
  });
}

/// "cũ", "trước sáp nhập", "đã nhập vào xã ...", "giải thể", "1": perhaps not the unit of that name.
bool is_doubtful(const std::vector<std::u32string>& words) {
  static constexpr std::array<View, 7> k_gone{U"cu", U"truoc", U"vao", U"da", U"giai", U"tach", U"phan"};
  const bool numbers = !words.empty() && std::all_of(words.begin(), words.end(),
                                                     [](const auto& word) { return is_number(word); });
  return numbers || has_any(words, k_gone);
}

bool is_harmless(const std::vector<std::u32string>& words) {
  if (words.empty() || is_doubtful(words)) return words.empty();
  static constexpr std::array<View, 4> k_types{U"xa", U"phuong", U"tt", U"x"};
  static constexpr std::array<View, 2> k_new{U"moi", U"ntm"};
  static constexpr std::array<View, 7> k_merged{U"sap nhap", U"sat nhap",  U"hop nhat", U"thanh lap",
                                                U"sap xep",  U"dat chuan", U"nong thon"};
  std::size_t at = 0;
  if (words[at] == U"sau" || words[at] == U"moi" || has_any({words[at]}, k_types)) ++at;
  if (at == words.size()) return words.front() == U"moi";
  if (has_any({words[at]}, k_new)) return at + 1 == words.size() || words[at] == U"ntm";
  const std::u32string pair = at + 1 < words.size() ? words[at] + U" " + words[at + 1] : std::u32string();
  return std::find(k_merged.begin(), k_merged.end(), pair) != k_merged.end();
}

}  // namespace

std::size_t lead_of(const std::vector<Token>& tokens) {
  if (tokens.empty()) return 0;
  std::size_t at = list_number(tokens);
  const std::size_t first = at;
  for (std::size_t words = 0; (words = phrase_at(k_authorities, tokens, at)) > 0;) at += words;
  if (at > first) {
    for (std::size_t words = 0; (words = phrase_at(k_purposes, tokens, at)) > 0;) at += words;
  }
  return at < tokens.size() ? at : first;
}

std::u32string_view without_note(std::u32string_view characters) {
  for (auto bracket = last_bracket(characters); bracket && is_harmless(bracket->words);
       bracket = last_bracket(characters)) {
    if (tokens_of(bracket->before).empty()) break;
    characters = bracket->before;
  }
  return characters;
}

bool has_doubtful_note(std::u32string_view characters, std::u32string_view& before) {
  const auto bracket = last_bracket(characters);
  if (!bracket || !is_doubtful(bracket->words)) return false;
  before = bracket->before;
  return true;
}

}  // namespace ntmap::names
