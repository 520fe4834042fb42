#include "io/total_row_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "io/grid_reader.hpp"

namespace ntmap::io {
namespace {

struct Label {
  std::string_view text;   ///< lower case
  bool may_go_on = false;  ///< more words may follow
};

/// Composed, decomposed (as macOS writes), TCVN3 and VNI spellings, and without marks.
constexpr auto k_labels = std::to_array<Label>({
    {"tổng", false},
    {"tổng cộng", true},
    {"tổng số", true},
    {"cộng", false},
    {"cộng toàn", true},
    {"toàn tỉnh", true},
    {"toàn huyện", true},
    {"toàn thị xã", true},
    {"toàn thành phố", true},
    {"total", false},
    {"to\u0302\u0309ng", false},
    {"to\u0302\u0309ng co\u0323\u0302ng", true},
    {"to\u0302\u0309ng so\u0302\u0301", true},
    {"co\u0323\u0302ng", false},
    {"co\u0323\u0302ng toa\u0300n", true},
    {"toa\u0300n ti\u0309nh", true},
    {"toa\u0300n huye\u0323\u0302n", true},
    {"t\xE6ng", false},
    {"t\xE6ng c\xE9ng", true},
    {"t\xE6ng s\xE8", true},
    {"c\xE9ng", false},
    {"to\xB5n t\xD8nh", true},
    {"to\xB5n huy\xD6n", true},
    {"to\xE5ng", false},
    {"to\xE5ng co\xE4ng", true},
    {"to\xE5ng so\xE1", true},
    {"co\xE4ng", false},
    {"toa\xF8n t\xE6nh", true},
    {"toa\xF8n huye\xE4n", true},
    {"tong cong", true},
    {"toan tinh", true},
    {"toan huyen", true},
});

/// "Cộng huyện Kỳ Anh": a sum of what the words after it name. The same spellings as above.
struct PlaceSum {
  std::array<std::string_view, 2> sums;  ///< cộng, tổng
  std::array<std::string_view, 5> places;
};
constexpr auto k_place_sums = std::to_array<PlaceSum>({
    {{"cộng", "tổng"}, {"huyện", "thị xã", "thành phố", "tỉnh", "khu vực"}},
    {{"co\u0323\u0302ng", "to\u0302\u0309ng"},
     {"huye\u0323\u0302n", "thi\u0323 xa\u0303", "tha\u0300nh pho\u0302\u0301", "ti\u0309nh",
      "khu vu\u031B\u0323c"}},
    {{"c\xE9ng", "t\xE6ng"}, {"huy\xD6n", "th\xDE x\xB7", "th\xB5nh ph\xE8", "t\xD8nh", "khu v\xF9\x63"}},
    {{"co\xE4ng", "to\xE5ng"},
     {"huye\xE4n", "th\xF2 xa\xF5", "tha\xF8nh pho\xE1", "t\xE6nh", "khu v\xF6\xEF\x63"}},
    {{"cong", "tong"}, {"huyen", "thi xa", "thanh pho", "tinh", "khu vuc"}},
});
constexpr std::array<std::string_view, 3> k_short_places{"h.", "tx.", "tp."};

/// Behind a sum only, for a commune may be called so itself (Miền Đồi): "Cộng miền núi", "Cộng các xã ven
/// biển".
constexpr auto k_groups = std::to_array<std::string_view>({"vùng",       "miền",       "cụm",
                                                           "nhóm",       "khối",       "các",
                                                           "toàn",       "vu\u0300ng", "mie\u0302\u0300n",
                                                           "ca\u0301c",  "v\xF9ng",    "mi\xD2n",
                                                           "c\xB8\x63",  "vu\xF8ng",   "mie\xE0n",
                                                           "ca\xF9\x63", "vung",       "mien",
                                                           "cum",        "nhom",       "khoi"});

/// What a row of means calls itself. "Trung Bình" is a commune's name as well: without more words it is a
/// mean only where its second word has a small letter.
struct Mean {
  std::string_view text;
  bool sure = false;
};
constexpr auto k_means = std::to_array<Mean>({
    {"bình quân", true},
    {"bi\u0300nh qua\u0302n", true},
    {"b\xD7nh qu\xA9n", true},
    {"b\xECnh qua\xE2n", true},
    {"bq", true},
    {"average", true},
    {"mean", true},
    {"trung bình", false},
    {"trung bi\u0300nh", false},
    {"trung b\xD7nh", false},
    {"trung b\xECnh", false},
    {"binh quan", false},
    {"trung binh", false},
    {"tb", false},
});
constexpr auto k_mean_of = std::to_array<std::string_view>(
    {"chung", "các", "của", "mỗi", "cả", "toàn", "toa\u0300n", "to\xB5n", "toa\xF8n", "toan", "cac", "cua",
     "một", "cộng", "co\u0323\u0302ng", "c\xE9ng", "co\xE4ng", "cong"});

/// The word without `start` and the blanks behind it; nothing where it does not begin so.
std::string_view behind(std::string_view word, std::string_view start) {
  if (!word.starts_with(start) || word.size() == start.size() || word[start.size()] != ' ') return {};
  return trimmed(word.substr(start.size()));
}

bool is_place_sum(std::string_view word) {
  return std::any_of(k_place_sums.begin(), k_place_sums.end(), [&](const PlaceSum& spelling) {
    return std::any_of(spelling.sums.begin(), spelling.sums.end(), [&](std::string_view sum) {
      const std::string_view rest = behind(word, sum);
      const auto begins = [&](std::string_view place) {
        return rest.starts_with(place) && (rest.size() == place.size() || rest[place.size()] == ' ');
      };
      return std::any_of(spelling.places.begin(), spelling.places.end(), begins) ||
             std::any_of(k_groups.begin(), k_groups.end(), begins) ||
             std::any_of(k_short_places.begin(), k_short_places.end(),
                         [&](std::string_view place) { return rest.starts_with(place); });
    });
  });
}

bool ends_label(std::string_view rest) {
  rest = trimmed(rest);
  while (!rest.empty() && (rest.front() == ':' || rest.front() == '.' || rest.front() == ',')) {
    rest = trimmed(rest.substr(1));
  }
  return rest.empty() || (rest.front() == '(' && rest.back() == ')');
}

bool begins_with_place(std::string_view rest) {
  const auto begins = [&](std::string_view place) { return rest.starts_with(place); };
  return std::any_of(k_place_sums.begin(), k_place_sums.end(),
                     [&](const PlaceSum& spelling) {
                       return std::any_of(spelling.places.begin(), spelling.places.end(), begins);
                     }) ||
         std::any_of(k_short_places.begin(), k_short_places.end(), begins);
}

/// What may stand behind the word: "chung", "toàn huyện", "/xã"; a name may not.
bool says_of_what(std::string_view rest) {
  if (rest.starts_with('/')) return true;
  if (!rest.starts_with(' ')) return false;
  rest = trimmed(rest);
  return begins_with_place(rest) ||
         std::any_of(k_mean_of.begin(), k_mean_of.end(),
                     [&](std::string_view word) { return rest.starts_with(word); });
}

}  // namespace

std::string lower_vietnamese(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto a = static_cast<unsigned char>(out[i]);
    const auto b = i + 1 < out.size() ? static_cast<unsigned char>(out[i + 1]) : 0U;
    const auto c = i + 2 < out.size() ? static_cast<unsigned char>(out[i + 2]) : 0U;
    if (a >= 'A' && a <= 'Z') out[i] = static_cast<char>(a + 32);
    if (a == 0xC3 && b >= 0x80 && b <= 0x9D) out[i + 1] = static_cast<char>(b + 0x20);  // À to Ý
    const bool pair = (a == 0xC4 || a == 0xC5) && b >= 0x80 && b % 2 == 0;              // Ă Đ Ĩ Ũ
    if (pair || (a == 0xC6 && b == 0xA0)) out[i + 1] = static_cast<char>(b + 1);        // Ơ
    if (a == 0xC6 && b == 0xAF) out[i + 1] = static_cast<char>(0xB0);                   // Ư
    if (a == 0xE1 && (b == 0xBA || b == 0xBB) && c % 2 == 0 && c != 0) out[i + 2] = static_cast<char>(c + 1);
  }
  return out;
}

bool is_mean_label(std::string_view text) {
  const std::string_view typed = trimmed(text);
  const std::string word = lower_vietnamese(typed);
  return std::any_of(k_means.begin(), k_means.end(), [&](const Mean& mean) {
    if (!word.starts_with(mean.text)) return false;
    const std::string_view rest = std::string_view(word).substr(mean.text.size());
    if (says_of_what(rest)) return true;
    const std::size_t blank = mean.text.find(' ');
    const bool small = blank != std::string_view::npos && typed[blank + 1] >= 'a';
    return ends_label(rest) && (mean.sure || small);
  });
}

bool is_place_label(std::string_view text) {
  return begins_with_place(lower_vietnamese(trimmed(text)));
}

bool is_total_label(std::string_view text) {
  const std::string word = lower_vietnamese(trimmed(text));
  if (is_place_sum(word)) return true;
  return std::any_of(k_labels.begin(), k_labels.end(), [&](const Label& label) {
    if (!word.starts_with(label.text)) return false;
    const std::string_view rest = std::string_view(word).substr(label.text.size());
    return ends_label(rest) || (label.may_go_on && (rest.front() == ' ' || rest.front() == ':'));
  });
}

}  // namespace ntmap::io
