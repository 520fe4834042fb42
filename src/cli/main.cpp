#include <CLI/CLI.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/usage_error.hpp"

namespace ntmap::cli {
namespace {

using base::Error;
using base::ErrorKind;
using base::Lang;
using base::text;

/// Vietnamese unless --lang or the locale says otherwise. Asked before parsing, since help depends on it.
Lang language(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--lang" && i + 1 < argc) return base::lang_from(argv[i + 1]).value_or(Lang::vi);
    if (argument.starts_with("--lang=")) return base::lang_from(argument.substr(7)).value_or(Lang::vi);
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale == nullptr || *locale == '\0') continue;
    return std::strncmp(locale, "en", 2) == 0 ? Lang::en : Lang::vi;
  }
  return Lang::vi;
}

// Words for the places of values stay as they are: the parser counts their bytes to align the columns.
constexpr std::array<std::array<const char*, 3>, 6> k_help_words{{{"Usage", "Cách dùng", "Usage"},
                                                                  {"Positionals", "Tham số", "Arguments"},
                                                                  {"OPTIONS", "TÙY CHỌN", "OPTIONS"},
                                                                  {"SUBCOMMAND", "LỆNH", "COMMAND"},
                                                                  {"REQUIRED", "(bắt buộc)", "(required)"},
                                                                  {"Excludes", "không cùng", "not with"}}};

/// The parser's own words in the user's language.
void translate_help(CLI::App& parser, Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  parser.set_help_flag("-h,--help", say("in hướng dẫn này", "print this help"));
  parser.option_defaults()->group(say("Tùy chọn", "Options"));
  parser.get_option("--help")->group(say("Tùy chọn", "Options"));
  const auto formatter = std::make_shared<CLI::Formatter>();
  for (const auto& [word, vi, en] : k_help_words) {
    formatter->label(word, say(vi, en));
  }
  parser.formatter(formatter);
}

/// --help, --version.
int print_help(const CLI::App& parser, const CLI::ParseError& asked, const Console& console) {
  parser.exit(asked);
  std::cout.flush();
  try {
    console.finish();
  } catch (const Error& error) {
    console.error(error);
    return 1;
  }
  return 0;
}

int run(int argc, char** argv) {
  Console console{.lang = language(argc, argv)};
  CLI::App parser(text("ntmap {}: bản đồ tiêu chí nông thôn mới", "ntmap {}: maps of new-rural-area criteria",
                       {NTMAP_VERSION})
                      .in(console.lang),
                  "ntmap");
  translate_help(parser, console.lang);
  parser.set_version_flag("--version", NTMAP_VERSION,
                          text("in số phiên bản", "print the version").in(console.lang));
  parser.require_subcommand(1);
  parser.fallthrough();
  std::string lang_word;
  parser.add_option("--lang", lang_word, text("vi hoặc en", "vi or en").in(console.lang))
      ->check(CLI::IsMember({"vi", "en"}));
  parser.add_flag("--json", console.json,
                  text("kết quả cho máy đọc", "results for programs").in(console.lang));

  Run chosen;
  for (const Command& command : commands()) {
    CLI::App* sub = parser.add_subcommand(command.name, command.purpose.in(console.lang));
    sub->group(text("Lệnh", "Commands").in(console.lang));
    sub->get_option("--help")->group(parser.get_option("--help")->get_group());
    sub->callback([&chosen, action = command.declare(*sub, console.lang)] { chosen = action; });
  }
  // After the commands, which would take it over: they say the rest by themselves.
  parser.footer(
      text("Mã thoát: 0 xong; 1 hỏng vì dữ liệu, tệp; 2 gọi sai, kể cả tên chuyên đề, kỳ, màu không có.",
           "Exit codes: 0 done; 1 failed by data or files; 2 wrong usage, such as a theme, period or "
           "palette that is not there.")
          .in(console.lang));
  try {
    parser.parse(argc, argv);
  } catch (const CLI::ParseError& failure) {
    if (failure.get_exit_code() == 0) return print_help(parser, failure, console);
    console.error(usage_error(parser, failure));
    return 2;
  }
  console.lang_given = !lang_word.empty();
  try {
    const int code = chosen(console);
    console.finish();
    return code;
  } catch (const Error& error) {
    console.error(error);
    return error.kind() == ErrorKind::usage ? 2 : 1;
  }
}

}  // namespace
}  // namespace ntmap::cli

int main(int argc, char** argv) {
  try {
    return ntmap::cli::run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("ntmap: hết bộ nhớ / out of memory\n", stderr);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "ntmap: %s\n", failure.what());
  }
  return 1;
}
