#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/data/join_files.hpp"
#include "app/project/source_files.hpp"
#include "base/error.hpp"
#include "base/pending_file.hpp"
#include "cli/command.hpp"

namespace ntmap::cli {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

struct Options {
  app::JoinRequest request;
  std::vector<std::string> unit_fields;
  std::vector<std::string> fields;
  std::vector<std::string> confirmed;
  std::string confirmed_report;
  std::string report;
  bool elsewhere = false;
  bool overwrite = false;
};

/// "code=MA_XA,name=TEN_XA" as role and field.
std::map<std::string, std::string> roles(const std::vector<std::string>& pairs) {
  std::map<std::string, std::string> out;
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
      throw Error(ErrorKind::usage,
                  text("“{}” không phải dạng vai_trò=trường", "“{}” is not role=field", {pair}),
                  text("Ví dụ: code=MA_XA,name=TEN_XA", "For example: code=MA_XA,name=TEN_XA"));
    }
    out[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  return out;
}

std::vector<app::ConfirmedRow> confirmed_rows(const Options& options) {
  std::vector<app::ConfirmedRow> out;
  for (const std::string& pair : options.confirmed) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
      throw Error(ErrorKind::usage, text("“{}” không phải dạng DÒNG=MÃ", "“{}” is not ROW=CODE", {pair}),
                  text("Ví dụ: --confirm 17=18751", "For example: --confirm 17=18751"));
    }
    out.push_back({pair.substr(0, equals), pair.substr(equals + 1)});
  }
  if (!options.confirmed_report.empty()) {
    for (app::ConfirmedRow& row : app::confirmed_in_report(options.confirmed_report))
      out.push_back(std::move(row));
  }
  return out;
}

void write(const std::string& bytes, base::PendingFile& file) {
  std::ofstream stream(file.temporary(), std::ios::binary);
  stream << bytes;
  stream.close();
  if (!stream) {
    throw Error(
        ErrorKind::io, text("Không ghi được {}", "Cannot write {}", {file.target().string()}),
        text("Kiểm tra dung lượng đĩa và quyền ghi.", "Check the free disk space and the permission."));
  }
  file.commit();
}

/// A report is CSV: under another name it would not open.
void require_csv(const std::string& report) {
  std::string extension = std::filesystem::path(report).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (extension == ".csv" || extension == ".txt" || extension.empty()) return;
  throw base::Error(base::ErrorKind::usage,
                    text("Báo cáo ghép là tệp CSV, không ghi được dạng “{}”",
                         "The report of a join is CSV and cannot be written as “{}”", {extension}),
                    text("Đặt tên tệp kết thúc bằng .csv; Excel mở được tệp ấy.",
                         "Give it a name that ends in .csv; Excel opens it."));
}

int run(Options options, const Console& console) {
  options.request.unit_fields = roles(options.unit_fields);
  options.request.table_fields = roles(options.fields);
  options.request.confirmed = confirmed_rows(options);
  if (options.elsewhere) options.request.elsewhere = app::Elsewhere::allowed;
  app::refuse_source(options.request.units, options.report);
  app::refuse_source(options.request.table, options.report);
  require_csv(options.report);
  base::PendingFile report(options.report, options.overwrite ? base::Overwrite::yes : base::Overwrite::no);
  const app::JoinResult result = app::join_files(options.request);
  console.findings(result.findings);
  write(result.csv, report);
  if (console.json) {
    console.result(fmt::format(R"({{"rows":{},"matched":{},"ambiguous":{},"unmatched":{},"left_out":{}}})",
                               result.report.rows.size(), result.report.matched, result.report.ambiguous,
                               result.report.unmatched, json_text(result.left_out.in(console.lang))));
  } else {
    console.result(text("{} dòng: ghép được {}, chưa chắc {}, không ghép được {}",
                        "{} rows: {} matched, {} ambiguous, {} unmatched",
                        {result.report.rows.size(), result.report.matched, result.report.ambiguous,
                         result.report.unmatched}));
    if (!result.left_out.empty())
      console.result(text("Không ghép {}", "Not matched: {}", {result.left_out}).in(console.lang));
    console.result(options.report);
  }
  const bool row_lost =
      std::any_of(result.findings.begin(), result.findings.end(),
                  [](const base::Finding& finding) { return finding.rule == "table.header-is-unit"; });
  return result.unit_codes_sound && !row_lost ? 0 : 1;
}

}  // namespace

Run declare_join(CLI::App& parser, base::Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  const auto options = std::make_shared<Options>();
  parser.add_option("--units", options->request.units, say("tệp đơn vị", "file of the units"))->required();
  parser.add_option("--unit-fields", options->unit_fields, "code=F,name=F[,district=F][,province=F]")
      ->required()
      ->delimiter(',');
  parser.add_option("--table", options->request.table, say("bảng cần ghép", "table to match"))->required();
  parser.add_option("--fields", options->fields, "name=F[,district=F][,province=F][,code=F]")
      ->required()
      ->delimiter(',');
  parser.add_option("--aliases", options->request.aliases,
                    say("tệp tên đã xác nhận", "file of confirmed names"));
  parser.add_option("--confirm", options->confirmed,
                    say("DÒNG=MÃ: xác nhận dòng đó là đơn vị mang mã này, lưu vào --aliases",
                        "ROW=CODE: confirm that the row means that unit; saved in --aliases"));
  parser.add_option("--confirm-from", options->confirmed_report,
                    say("báo cáo đã điền cột code cho các dòng chưa ghép được",
                        "a report whose unmatched rows were given a code"));
  parser.add_flag("--elsewhere", options->elsewhere,
                  say("nhận cả đơn vị được xác nhận nằm ở huyện khác huyện ghi trong dòng",
                      "also take confirmed units of another district than the row says"));
  parser.add_option("--encoding", options->request.encoding,
                    say("bảng mã của bảng số liệu", "encoding of the table"));
  parser.add_option("--report", options->report, say("báo cáo CSV", "report, CSV"))->required();
  parser.add_flag("--overwrite", options->overwrite, say("ghi đè tệp đã có", "replace an existing file"));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
