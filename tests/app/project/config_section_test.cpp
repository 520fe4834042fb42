#include "app/project/config_section.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace ntmap::app {
namespace {

using testing::HasSubstr;

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const base::Error& error) {
    return error.message().en + " | " + error.remedy().en;
  }
  return "no error";
}

TEST(ConfigSection, ReadsEveryType) {
  auto root = ConfigSection::from_text(
      "a = \"x\"\nn = 3\nd = 2.5\nb = true\nl = [\"p\", \"q\"]\nv = [1, 2.5]\nday = 2025-01-31\n"
      "t_vi = \"xã\"\nt_en = \"commune\"\n[s]\nk = \"1\"\n[[r]]\nk = \"2\"\n[[r]]\nk = \"3\"\n",
      "p.toml");
  EXPECT_EQ(root.text("a"), "x");
  EXPECT_EQ(root.integer("n", 0), 3);
  EXPECT_EQ(root.number("d", 0), 2.5);
  EXPECT_EQ(root.number("n", 0), 3);
  EXPECT_TRUE(root.flag("b", false));
  EXPECT_THAT(root.texts("l"), testing::ElementsAre("p", "q"));
  EXPECT_THAT(root.numbers("v"), testing::ElementsAre(1, 2.5));
  EXPECT_EQ(root.date("day"), "2025-01-31");
  EXPECT_EQ(root.bilingual("t").en, "commune");
  EXPECT_EQ(root.table("s")->text("k"), "1");
  ASSERT_EQ(root.tables("r").size(), 2U);
  EXPECT_EQ(root.tables("r")[1].text("k"), "3");
  EXPECT_NO_THROW(root.finish());
}

TEST(ConfigSection, UnknownKeyNamesTheNearest) {
  auto root = ConfigSection::from_text("\npalete = \"Blues\"\n", "p.toml");
  root.text("palette");
  root.text("method");
  const std::string message = message_of([&] { root.finish(); });
  EXPECT_THAT(message, HasSubstr("p.toml, line 2"));
  EXPECT_THAT(message, HasSubstr("palette"));
}

TEST(ConfigSection, WrongTypesNameLineAndKey) {
  auto root = ConfigSection::from_text("a = 1\nb = \"x\"\nday = \"31/1/2025\"\nl = [1]\n", "p.toml");
  EXPECT_THAT(message_of([&] { root.text("a"); }), HasSubstr("p.toml, line 1: key “a” must be a text"));
  EXPECT_THAT(message_of([&] { root.number("b", 0); }), HasSubstr("must be a number"));
  EXPECT_THAT(message_of([&] { root.date("day"); }), HasSubstr("a date such as"));
  EXPECT_THAT(message_of([&] { root.texts("l"); }), HasSubstr("a list of texts"));
  EXPECT_THAT(message_of([&] { root.required_text("none"); }), HasSubstr("this key is missing"));
}

TEST(ConfigSection, BrokenTomlNamesTheLine) {
  EXPECT_THAT(message_of([] { ConfigSection::from_text("a = 1\nb = = 2\n", "p.toml"); }),
              HasSubstr("p.toml, line 2"));
}

TEST(ConfigSection, MissingKeyThatIsMisspeltIsNamed) {
  auto section = ConfigSection::from_text("figurs = \"a.toml\"\nother = 1\n", "p.toml");
  EXPECT_THAT(message_of([&] { section.required_text("figures"); }),
              HasSubstr("Is the key “figurs” a misspelt “figures”?"));
  auto far = ConfigSection::from_text("other = 1\n", "p.toml");
  EXPECT_EQ(message_of([&] { far.required_text("figures"); }),
            "p.toml, line 1: “figures”: this key is missing | ");
}

}  // namespace
}  // namespace ntmap::app
