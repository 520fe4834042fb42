#include "cli/usage_error.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/nearest_word.hpp"

namespace ntmap::cli {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;

const CLI::App& chosen_command(const CLI::App& parser) {
  const std::vector<CLI::App*> chosen = parser.get_subcommands();
  return chosen.empty() ? parser : *chosen.front();
}

/// Names of the commands, or of the options of the command that was chosen.
std::vector<std::string> known_words(const CLI::App& parser, bool option) {
  const CLI::App& command = chosen_command(parser);
  std::vector<std::string> known;
  if (!option) {
    for (const CLI::App* one : command.get_subcommands([](const CLI::App*) { return true; })) {
      known.push_back(one->get_name());
    }
  }
  for (const CLI::App* app : {&command, &parser}) {
    for (const CLI::Option* one : app->get_options()) {
      const std::string name = one->get_name();
      const bool fits = name.starts_with("-") == option;
      if (fits && std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
    }
  }
  return known;
}

/// The first word that is not understood: an option before anything else, since its value follows it.
std::string stray_word(const CLI::App& parser) {
  const std::vector<std::string> extras = parser.remaining(true);
  if (extras.empty()) return {};
  const auto option = std::find_if(extras.begin(), extras.end(),
                                   [](const std::string& word) { return word.starts_with("-"); });
  return option == extras.end() || &chosen_command(parser) == &parser ? extras.front() : *option;
}

/// "100" for the parser's "100.000000".
std::string plain_number(std::string number) {
  if (number.find('.') == std::string::npos) return number;
  number.erase(number.find_last_not_of('0') + 1);
  if (number.ends_with('.')) number.pop_back();
  return number;
}

/// Why the parser refuses a value, "Value -5 not in range 1 to 20" or "fr not in {vi,en}".
Text refusal(const std::string& english) {
  const auto between = [&](std::string_view from, std::string_view to) {
    const std::size_t begin = english.find(from) + from.size();
    return english.substr(begin, english.find(to, begin) - begin);
  };
  if (english.find(" not in range ") != std::string::npos) {
    const std::string most = english.substr(english.rfind(' ') + 1);
    if (most.size() > std::string_view("1000000000").size()) {
      return text("phải lớn hơn 0", "it must be greater than 0");
    }
    return text("phải từ {} đến {}", "it must be {} to {}",
                {plain_number(between(" not in range ", " to ")), plain_number(most)});
  }
  if (english.find(" not in {") != std::string::npos) {
    return text("chọn một trong: {}", "choose one of: {}", {between("{", "}")});
  }
  if (english.ends_with(" is no number")) return text("phải là một con số", "it must be a number");
  return english;
}

/// The parser's English sentence begins with the name of the option that it is about.
Text sentence(const CLI::ParseError& failure) {
  const std::string english = failure.what();
  const std::string option = english.substr(0, english.find_first_of(" :"));
  const std::string kind = failure.get_name();
  if (kind == "RequiredError") return text("Thiếu {}", "{} is missing", {option});
  if (kind == "ExcludesError") {
    const std::string other = english.substr(english.find_last_of(' ') + 1);
    return text("{} không đi cùng {}", "{} cannot go with {}", {option, other});
  }
  if (kind == "ArgumentMismatch") {
    return text("{}: thiếu giá trị, hoặc ghi quá nhiều lần", "{}: no value, or given too often", {option});
  }
  if (kind == "ConversionError") {  // "Could not convert: --breaks = 1,x"
    const std::string value = english.substr(english.find(": ") + 2);
    return text("Giá trị không dùng được: {}", "This value cannot be used: {}", {value});
  }
  if (kind == "ValidationError") {
    return text("Giá trị của {} không dùng được: {}", "The value of {} cannot be used: {}",
                {option, refusal(english.substr(std::min(english.size(), option.size() + 2)))});
  }
  return text("Dòng lệnh sai: {}", "Wrong usage: {}", {english});
}

}  // namespace

Error usage_error(const CLI::App& parser, const CLI::ParseError& failure) {
  const std::string stray = stray_word(parser);
  const CLI::App& command = chosen_command(parser);
  if (!stray.empty()) {
    return Error(ErrorKind::usage, text("Không hiểu “{}”", "Not understood: “{}”", {stray}),
                 base::nearest_word_advice(stray, known_words(parser, stray.starts_with("-"))));
  }
  if (&command == &parser && failure.get_name() == "RequiredError") {
    return Error(ErrorKind::usage, text("Chưa nói lệnh nào", "No command was given"),
                 text("Xem: ntmap --help", "See: ntmap --help"));
  }
  const std::string help = &command == &parser ? "ntmap --help" : "ntmap " + command.get_name() + " --help";
  return Error(ErrorKind::usage, sentence(failure), text("Xem: {}", "See: {}", {help}));
}

}  // namespace ntmap::cli
