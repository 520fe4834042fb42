#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "program.hpp"
#include "two_units.hpp"

namespace ntmap::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// The commands that the help lists, each with its own line.
std::vector<std::string> listed_commands() {
  std::istringstream lines(ntmap({"--help"}).out);
  std::vector<std::string> names;
  bool listing = false;
  for (std::string line; std::getline(lines, line);) {
    if (listing && line.starts_with("  ") && line[2] != ' ')
      names.push_back(line.substr(2, line.find(' ', 2) - 2));
    if (line == "Commands:") listing = true;
  }
  return names;
}

TEST(Help, TheContractsCommandsAreThere) {
  EXPECT_THAT(listed_commands(), testing::IsSupersetOf({"info", "check", "coverage", "crosswalk", "evaluate",
                                                        "join", "render", "export", "present", "view"}));
}

TEST(Help, IsAsWrittenInBothLanguages) {
  std::vector<std::string> commands = listed_commands();
  commands.insert(commands.begin(), "");
  for (const std::string& command : commands) {
    if (command == "view" && NTMAP_VIEWER == 0) continue;  // it has no options then
    for (const std::string lang : {"vi", "en"}) {
      std::vector<std::string> arguments{"--lang", lang};
      if (!command.empty()) arguments.push_back(command);
      arguments.emplace_back("--help");
      const Outcome run = ntmap(arguments);
      EXPECT_EQ(run.code, 0) << command;
      EXPECT_EQ(run.err, "") << command;
      const std::string name = (command.empty() ? "ntmap" : command) + "." + lang;
      EXPECT_EQ(compare_with_golden_text(run.out, name), "");
    }
  }
}

TEST(Help, LanguageMayFollowTheCommand) {
  EXPECT_EQ(ntmap({"render", "--help", "--lang", "vi"}).out, ntmap({"--lang=vi", "render", "--help"}).out);
}

TEST(Help, VersionIsOneLine) {
  const Outcome run = ntmap({"--version"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out.find('\n'), run.out.size() - 1);
}

TEST(Usage, NoCommand) {
  const Outcome run = ntmap({});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, StartsWith("Error: No command was given"));
}

TEST(Usage, UnknownCommandsNameTheNearest) {
  const Outcome run = ntmap({"rendr", "a.toml", "-o", "map.png"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("“rendr”"));
  EXPECT_THAT(run.err, HasSubstr("Did you mean “render”"));
  EXPECT_THAT(ntmap({"--lang", "vi", "exprot"}).err, HasSubstr("Có phải ý bạn là “export”"));
}

TEST(Usage, UnknownOptionsNameTheNearestWhateverElseIsMissing) {
  const Outcome run = ntmap({"render", "--boundries", "a.shp"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("“--boundries”"));
  EXPECT_THAT(run.err, HasSubstr("Did you mean “--boundaries”"));
}

TEST(Usage, WhatIsMissingOrOutOfRangeIsNamedInBothLanguages) {
  const auto error = [](std::vector<std::string> arguments, const std::string& lang) {
    arguments.insert(arguments.begin(), {"--lang", lang});
    const Outcome run = ntmap(arguments);
    EXPECT_EQ(run.code, 2) << run.err;
    EXPECT_EQ(run.out, "");
    return run.err;
  };
  EXPECT_EQ(error({"render"}, "en"), "Error: --output is missing\n  → See: ntmap render --help\n");
  EXPECT_EQ(error({"render"}, "vi"), "Lỗi: Thiếu --output\n  → Xem: ntmap render --help\n");
  EXPECT_THAT(error({"render", "--classes", "99", "-o", "a.png"}, "vi"), HasSubstr("Giá trị của --classes"));
  EXPECT_THAT(error({"render", "--labels", "maybe", "-o", "a.png"}, "en"),
              HasSubstr("choose one of: on,off"));
  EXPECT_THAT(error({"export", "--size", "9x9", "--resolution", "3", "-o", "a.tif"}, "vi"),
              HasSubstr("không đi cùng"));
  EXPECT_THAT(error({"render", "--breaks", "1,x", "-o", "a.png"}, "en"),
              HasSubstr("This value cannot be used: --breaks = 1,x"));
  EXPECT_THAT(error({"render", "-o"}, "en"), HasSubstr("--output"));
  EXPECT_THAT(error({"info"}, "en"), HasSubstr("PATH is missing"));
}

TEST(Usage, NoNumberIsNoValueOfANumber) {
  for (const std::vector<std::string>& option : {std::vector<std::string>{"export", "--resolution"},
                                                 {"export", "--simplify"},
                                                 {"render", "--dpi"},
                                                 {"coverage", "--target"}}) {
    for (const char* value : {"nan", "-nan", "inf"}) {
      const Outcome run = ntmap({option[0], option[1] + "=" + value, "-o", "a.tif"});
      EXPECT_EQ(run.code, 2) << option[1] << value;
      EXPECT_THAT(run.err, HasSubstr("The value of " + option[1] + " cannot be used"));
    }
  }
  EXPECT_THAT(ntmap({"--lang", "vi", "export", "--resolution", "nan", "-o", "a.tif"}).err,
              HasSubstr("phải là một con số"));
}

TEST(Usage, WhatCannotBePrintedIsAnError) {
  const TwoUnits units;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--help"},
                                                    {"--version"},
                                                    {"info", "units.geojson"},
                                                    {"check", "du_an.toml"}}) {
    EXPECT_EQ(ntmap(arguments, units.folder.path()).code, 0) << arguments[0];
    const Outcome run = ntmap(arguments, units.folder.path(), "/dev/full");
    EXPECT_EQ(run.code, 1) << arguments[0];
    EXPECT_THAT(run.err, testing::AllOf(HasSubstr("Cannot write to standard output"), HasSubstr("→")));
  }
}

TEST(Usage, UnknownLanguagesAreRefused) {
  EXPECT_EQ(ntmap({"--lang", "fr", "info", "a.shp"}).code, 2);
}

}  // namespace
}  // namespace ntmap::test
