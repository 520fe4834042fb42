#include "criteria/toml_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ntmap::criteria {
namespace {

struct Mistake {
  std::string_view words;  ///< of the parser
  std::string_view vi;
};

/// The first that fits counts.
constexpr auto k_mistakes = std::to_array<Mistake>({
    {"cannot redefine", "tên này đã ghi ở trên"},
    {"unknown escape", "dấu \\ trong chuỗi không đúng; với đường dẫn Windows hãy dùng / hoặc '…'"},
    {"parsing string", "chuỗi thiếu dấu ngoặc kép đóng"},
    {"leading zeroes", "số không được bắt đầu bằng 0; mã có số 0 đầu phải để trong ngoặc kép"},
    {"parsing date", "ngày không đúng; ghi như 2025-12-31"},
    {"parsing time", "giờ không đúng; ghi như 07:30:00"},
    {"parsing table header", "dòng [tên phần] thiếu ngoặc vuông đóng hoặc tên sai"},
    {"parsing array", "danh sách [ … ] thiếu ngoặc vuông đóng hoặc dấu phẩy"},
    {"parsing inline table", "nhóm { … } thiếu ngoặc nhọn đóng, dấu phẩy hoặc giá trị"},
    {"expected '='", "sau tên khóa thiếu dấu ="},
    {"expected value", "sau dấu = thiếu giá trị"},
    {"could not determine value type", "giá trị không đọc được; chữ phải để trong ngoặc kép"},
    {"root table", "dòng không bắt đầu bằng một tên khóa; tên chỉ gồm chữ không dấu, số, - và _"},
    {"utf-8", "tệp không phải UTF-8"},
});

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return out;
}

}  // namespace

base::Text toml_mistake(std::string_view description) {
  const std::string words = lower_ascii(description);
  const auto found = std::find_if(k_mistakes.begin(), k_mistakes.end(), [&](const Mistake& mistake) {
    return words.find(mistake.words) != std::string::npos;
  });
  return {std::string(found == k_mistakes.end() ? "dòng viết sai" : found->vi), std::string(description)};
}

}  // namespace ntmap::criteria
