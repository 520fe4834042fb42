#include "app/data/utf16_choice.hpp"

#include <algorithm>
#include <cctype>

#include "io/source_path.hpp"

namespace ntmap::app {

using base::text;

static bool reader_tells_utf16(const base::Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const base::Finding& finding) { return finding.rule == "csv.utf16"; });
}

bool is_utf16_word(std::string_view word) {
  std::string key;
  for (const char c : word) {
    if (c != '-' && c != '_' && c != ' ')
      key += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return key == "utf16" || key == "utf16le" || key == "utf16be";
}

bool tell_not_utf16(const std::string& file, bool raw, base::Findings& findings) {
  const std::string extension = io::extension_of(io::split_source(file).path);
  const bool text_file = extension == ".csv" || extension == ".txt" || extension == ".tsv";
  if (reader_tells_utf16(findings) || (!raw && !text_file))
    return false;  // workbooks are Unicode, whatever their bytes
  findings.push_back({base::Severity::warning,
                      "encoding.chosen-wrong",
                      file,
                      {},
                      text("Các byte không phải UTF-16 như đã chọn; bảng mã được nhận dạng theo nội dung.",
                           "The bytes are not UTF-16 as chosen; the encoding is detected from the texts."),
                      text("Bỏ lựa chọn bảng mã (--encoding auto), hoặc chọn đúng bảng mã của tệp.",
                           "Leave the choice out (--encoding auto), or choose the file's encoding.")});
  return true;
}

bool tell_not_utf8(const std::string& file, base::Findings& findings) {
  if (!reader_tells_utf16(findings)) return false;
  findings.push_back({base::Severity::warning,
                      "encoding.chosen-wrong",
                      file,
                      {},
                      text("Các byte là UTF-16, không phải UTF-8 như đã chọn; tệp được đọc theo UTF-16.",
                           "The bytes are UTF-16, not UTF-8 as chosen; the file was read as UTF-16."),
                      text("Bỏ lựa chọn bảng mã (--encoding auto), hoặc chọn utf-16.",
                           "Leave the choice out (--encoding auto), or choose utf-16.")});
  return true;
}

}  // namespace ntmap::app
