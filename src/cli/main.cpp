#include <CLI/CLI.hpp>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "cli/command.hpp"

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

/// The names of the commands, or of the options of the command that was chosen.
std::vector<std::string> known_words(const CLI::App& parser) {
  std::vector<std::string> known;
  const CLI::App* at = &parser;
  for (const CLI::App* chosen : parser.get_subcommands()) at = chosen;
  for (const CLI::App* command : at->get_subcommands([](const CLI::App*) { return true; })) {
    known.push_back(command->get_name());
  }
  for (const CLI::Option* option : at->get_options()) known.push_back(option->get_name());
  return known;
}

int usage_error(const CLI::App& parser, const CLI::ParseError& failure, const Console& console) {
  base::Text what = text("Dòng lệnh sai: {}", "Wrong usage: {}", {std::string(failure.what())});
  base::Text remedy = text("Xem: ntmap --help", "See: ntmap --help");
  if (failure.get_name() == "ExtrasError") {
    const std::vector<std::string> extras = parser.remaining(true);
    if (!extras.empty()) {
      what = text("Không hiểu “{}”", "Not understood: “{}”", {extras.front()});
      remedy = base::nearest_word_advice(extras.front(), known_words(parser));
    }
  }
  console.error(Error(ErrorKind::usage, what, remedy));
  return 2;
}

int run(int argc, char** argv) {
  Console console{.lang = language(argc, argv)};
  CLI::App parser(text("ntmap {}: bản đồ tiêu chí nông thôn mới", "ntmap {}: maps of new-rural-area criteria",
                       {NTMAP_VERSION})
                      .in(console.lang));
  parser.set_version_flag("--version", NTMAP_VERSION);
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
    sub->callback([&chosen, action = command.declare(*sub, console.lang)] { chosen = action; });
  }
  try {
    parser.parse(argc, argv);
  } catch (const CLI::ParseError& failure) {
    if (failure.get_exit_code() == 0) return parser.exit(failure);  // --help, --version
    return usage_error(parser, failure, console);
  }
  try {
    return chosen(console);
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
