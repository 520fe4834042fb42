#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "two_units.hpp"

namespace ntmap::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* k_scenes = R"(
[[scenes]]
id = "mot"
theme = "nuoc-sach"
seconds = 90
caption = "Còn {unmet}/{n}"
[[scenes]]
id = "hong"
theme = "khong-con"
)";

/// The project of two units with a good and a broken scene.
struct Talk : TwoUnits {
  Talk() { folder.write("du_an.toml", std::string(k_project) + k_scenes); }
};

TEST(Present, WritesADeckAndSaysWhatIsLeftOut) {
  const Talk talk;
  for (const char* name : {"bai.pdf", "bai.html"}) {
    const Outcome run = talk.run({"present", "du_an.toml", "-o", name});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.out, std::string(name) + "\n");
    EXPECT_THAT(run.err, AllOf(HasSubstr("scene 2"), HasSubstr("left out"), HasSubstr("nuoc-sach")));
  }
  EXPECT_THAT(read_bytes(talk.folder / "bai.pdf"), StartsWith("%PDF"));
  EXPECT_THAT(read_bytes(talk.folder / "bai.html"), StartsWith("<!doctype html>"));
}

TEST(Present, ListsTheTalk) {
  const Talk talk;
  const Outcome run = talk.run({"present", "du_an.toml", "--list"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("1    1:30"), HasSubstr("2 scenes, planned 1:30")));
  EXPECT_THAT(run.err, HasSubstr("scene 2"));
  const Outcome json = talk.run({"present", "du_an.toml", "--list", "--json"});
  EXPECT_THAT(json.out, StartsWith(R"([{"id":"mot","theme":"nuoc-sach","period":"","seconds":90})"));
}

/// Without a display, whatever the tests run under; it comes back at the end.
class NoDisplay {
 public:
  NoDisplay() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY"}) {
      if (const char* value = std::getenv(name)) m_values.emplace_back(name, value);
      ::unsetenv(name);
    }
  }
  ~NoDisplay() {
    for (const auto& [name, value] : m_values) ::setenv(name.c_str(), value.c_str(), 1);
  }
  NoDisplay(const NoDisplay&) = delete;
  NoDisplay& operator=(const NoDisplay&) = delete;

 private:
  std::vector<std::pair<std::string, std::string>> m_values;
};

TEST(Present, WithoutADeckItNeedsAWindowAndAProjectThatReads) {
  const NoDisplay nowhere;
  const Talk talk;
  const Outcome shown = talk.run({"present", "du_an.toml"});
  EXPECT_EQ(shown.code, NTMAP_VIEWER == 0 ? 2 : 1);
  EXPECT_THAT(shown.err, HasSubstr(NTMAP_VIEWER == 0 ? "-o deck.html" : "window"));
  talk.folder.write("hong.toml", "[[scenes]]\nid = 1\n");
  const Outcome broken = talk.run({"present", "hong.toml"});
  EXPECT_EQ(broken.code, NTMAP_VIEWER == 0 ? 2 : 1);
  EXPECT_THAT(broken.err, HasSubstr(NTMAP_VIEWER == 0 ? "-o deck.html" : "hong.toml"))
      << "told without a window";
}

TEST(Present, RefusesUnknownKindsAndFilesThatAreThere) {
  const Talk talk;
  EXPECT_EQ(talk.run({"present", "du_an.toml", "-o", "bai.pptx"}).code, 2);
  talk.folder.write("bai.pdf", "there");
  EXPECT_EQ(talk.run({"present", "du_an.toml", "-o", "bai.pdf"}).code, 1);
  EXPECT_EQ(read_bytes(talk.folder / "bai.pdf"), "there");
  EXPECT_EQ(talk.run({"present", "du_an.toml", "-o", "bai.pdf", "--overwrite"}).code, 0);
}

TEST(Present, BrokenScenesAreErrorsOfTheCheck) {
  const Talk talk;
  const Outcome run = talk.run({"check", "du_an.toml", "--json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.out, AllOf(HasSubstr("scene.broken"), HasSubstr("khong-con")));
}

TEST(Present, OneSceneCanBeDrawn) {
  const Talk talk;
  const Outcome run = talk.run({"render", "du_an.toml", "--scene", "mot", "-o", "canh.svg"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(read_bytes(talk.folder / "canh.svg"), HasSubstr("Còn 1/2"));
  const Outcome none = talk.run({"render", "du_an.toml", "--scene", "mto", "-o", "b.svg"});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("mot"));
}

TEST(Preview, TellsWhatTheOtherSitesCannotRead) {
  const Talk talk;
  const std::vector<std::string> sheet{"render", "du_an.toml", "--theme", "nuoc-sach", "--size", "1280x720"};
  auto seen = sheet;
  seen.insert(seen.end(), {"--preview", "360p", "-o", "thay.png"});
  const Outcome run = talk.run(seen);
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.err, AllOf(HasSubstr("360 lines"), HasSubstr("cannot be read"), HasSubstr("--fix")));
  auto fixed = sheet;
  fixed.insert(fixed.end(), {"--preview", "360p", "--fix", "-o", "sua.png"});
  const Outcome mended = talk.run(fixed);
  EXPECT_EQ(mended.code, 0) << mended.err;
  EXPECT_THAT(mended.err, Not(HasSubstr("cannot be read")));
}

TEST(Preview, IsAPicture) {
  const Talk talk;
  const Outcome run =
      talk.run({"render", "du_an.toml", "--theme", "nuoc-sach", "--preview", "720p", "-o", "a.pdf"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr(".png"));
}

}  // namespace
}  // namespace ntmap::test
