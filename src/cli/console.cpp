#include "cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "base/json_text.hpp"
#include "cli/interrupt.hpp"

namespace ntmap::cli {
namespace {

using Clock = std::chrono::steady_clock;

/// Wipes the bar when the last copy of the job that draws it is gone.
struct ProgressBar {
  Clock::time_point start = Clock::now();
  bool shown = false;

  void draw(double fraction, const std::string& phase) {
    if (Clock::now() - start < std::chrono::milliseconds(500)) return;
    const int filled = static_cast<int>(fraction * 30);
    fmt::print(stderr, "\r\033[K[{:=<{}}{: <{}}] {:3.0f} % {}", "", filled, "", 30 - filled, fraction * 100,
               phase);
    std::fflush(stderr);
    shown = true;
  }
  ~ProgressBar() {
    if (shown) fmt::print(stderr, "\r\033[K");
  }
};

const char* mark_of(base::Severity severity, base::Lang lang) {
  const bool vi = lang == base::Lang::vi;
  switch (severity) {
    case base::Severity::error:
      return vi ? "LỖI" : "ERROR";
    case base::Severity::warning:
      return vi ? "CẢNH BÁO" : "WARNING";
    case base::Severity::note:
      break;
  }
  return vi ? "Ghi chú" : "Note";
}

}  // namespace

void Console::result(const std::string& line) const {
  // A failure is kept by the stream, and told by finish().
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fputc('\n', stdout);
}

void Console::finish() const {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return;
  throw base::Error(
      base::ErrorKind::io,
      base::text("Không ghi được ra đầu ra chuẩn (stdout)", "Cannot write to standard output"),
      base::text("Kết quả in ra bị thiếu. Kiểm tra chỗ trống của ổ đĩa nhận kết quả rồi chạy lại.",
                 "What was printed is incomplete. Check that the disk that takes it has room, "
                 "and run again."));
}

void Console::message(const base::Text& line) const {
  fmt::print(stderr, "{}\n", line.in(lang));
}

void Console::error(const base::Error& error) const {
  fmt::print(stderr, "{}: {}\n", lang == base::Lang::vi ? "Lỗi" : "Error", error.message().in(lang));
  if (!error.remedy().empty()) fmt::print(stderr, "  → {}\n", error.remedy().in(lang));
}

std::string Console::line_of(const base::Finding& finding) const {
  const std::string& place = finding.place.in(lang);
  // A place in one of several files names the file itself.
  std::string where = place.starts_with(finding.file) && !place.empty() ? std::string() : finding.file;
  if (!place.empty()) where += (where.empty() ? "" : ", ") + place;
  std::string line = fmt::format("{}: {}{}{}", mark_of(finding.severity, lang), where,
                                 where.empty() ? "" : ": ", finding.what.in(lang));
  if (!finding.remedy.empty()) line += "\n  → " + finding.remedy.in(lang);
  return line;
}

void Console::findings(const base::Findings& findings, bool notes) const {
  struct Alike {
    std::size_t shown = 0, left = 0;
  };
  std::map<std::pair<std::string, std::string>, Alike> alike;  // by rule and file
  std::set<std::string> printed;                               // what two readings of one file say alike
  for (const base::Finding& finding : findings) {
    if (finding.severity == base::Severity::note && !notes) continue;
    if (!printed.insert(line_of(finding)).second) continue;
    Alike& of_kind = alike[{finding.rule, finding.file}];
    if (of_kind.shown < shown_alike) {
      ++of_kind.shown;
      fmt::print(stderr, "{}\n", line_of(finding));
    } else {
      of_kind.left += finding.count;
    }
  }
  for (const auto& [kind, of_kind] : alike) {
    if (of_kind.left == 0) continue;
    message(base::text("{}: còn {} điều cùng loại; ntmap check nêu tất cả.",
                       "{}: {} more of this kind; ntmap check tells all.", {kind.second, of_kind.left}));
  }
}

void Console::written(const std::string& path, const base::Findings& all) const {
  if (json) {
    const auto format = [this](const base::Finding& finding) { return json_finding(finding, lang); };
    result(fmt::format(R"({{"file":{},"findings":{}}})", json_text(path), json_list(all, format)));
    return;
  }
  findings(all);
  result(path);
}

base::Job Console::job() const {
  const std::stop_token stop = stop_on_interrupt();
  if (::isatty(STDERR_FILENO) == 0) return base::Job({}, stop);
  const auto bar = std::make_shared<ProgressBar>();
  const base::Lang language = lang;
  return base::Job(
      [bar, language](double fraction, const base::Text& phase) { bar->draw(fraction, phase.in(language)); },
      stop);
}

std::string json_text(const std::string& text) {
  return base::json_text(text);
}

std::string json_finding(const base::Finding& finding, base::Lang lang) {
  constexpr std::array<const char*, 3> k_words{"note", "warning", "error"};
  return fmt::format(R"({{"severity":"{}","rule":{},"file":{},"place":{},"what":{},"remedy":{}}})",
                     k_words[static_cast<std::size_t>(finding.severity)], json_text(finding.rule),
                     json_text(finding.file), json_text(finding.place.in(lang)),
                     json_text(finding.what.in(lang)), json_text(finding.remedy.in(lang)));
}

}  // namespace ntmap::cli
