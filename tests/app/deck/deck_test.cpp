#include "app/deck/deck.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/deck/deck_page.hpp"
#include "app/map/run_program.hpp"
#include "app/project/json_text.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* k_scenes = R"(
[[scenes]]
id = "mot"
theme = "nuoc-sach"
caption_vi = "Còn {unmet}/{n} xã </script>"
notes_vi = "Lời riêng của người nói"
[[scenes]]
id = "hong"
theme = "khong-con"
[[scenes]]
id = "huyen"
district = "Hà Tĩnh"
)";

struct DeckProject : test::SampleProject {
  DeckProject() { test::append(file(), k_scenes); }
};

std::size_t count(const std::string& in, const std::string& what) {
  std::size_t times = 0;
  for (std::size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + 1)) ++times;
  return times;
}

TEST(Deck, RefusesBeforeAnythingIsRead) {
  const DeckProject sample;
  EXPECT_THAT(test::error_of([&] { check_deck(sample.folder / "a.pptx", {}); }), HasSubstr(".html"));
  sample.folder.write("a.pdf", "there");
  EXPECT_THAT(test::error_of([&] { check_deck(sample.folder / "a.pdf", {}); }), HasSubstr("--overwrite"));
}

TEST(Deck, PdfHasAPageForEveryPlayableScene) {
  const DeckProject sample;
  ProjectData data = sample.data();
  const auto path = sample.folder / "bai.pdf";
  const base::Findings findings = write_deck(data, path, {.date = "2026-11-21"});
  EXPECT_EQ(test::count_rule(findings, "scene.broken"), 1U);
  const std::string pdf = test::read_bytes(path);
  EXPECT_THAT(pdf, testing::StartsWith("%PDF"));
  if (!run_program({"pdfinfo", path.string()}).found) GTEST_SKIP() << "needs poppler-utils";
  const std::string out = (sample.folder / "page").string();
  EXPECT_TRUE(run_program({"pdftotext", path.string(), out}).ok());
  const std::string text = test::read_bytes(out);
  EXPECT_EQ(count(text, "\f"), 2U) << "pages end with a form feed";
  EXPECT_THAT(text, HasSubstr("Còn 1/4 xã"));
  EXPECT_THAT(text, Not(HasSubstr("Lời riêng"))) << "notes are not on the page";
}

TEST(Deck, PdfNotesCanBeLeftOut) {
  const DeckProject sample;
  ProjectData data = sample.data();
  write_deck(data, sample.folder / "co.pdf", {});
  write_deck(data, sample.folder / "khong.pdf", {.notes = false});
  EXPECT_THAT(test::read_bytes(sample.folder / "khong.pdf"), Not(HasSubstr("/Annots")));
  EXPECT_NE(test::read_bytes(sample.folder / "co.pdf"), test::read_bytes(sample.folder / "khong.pdf"));
}

TEST(Deck, HtmlHoldsEveryThemeAndPeriodAndNothingFromOutside) {
  const DeckProject sample;
  ProjectData data = sample.data();
  const auto path = sample.folder / "bai.html";
  write_deck(data, path, {});
  const std::string page = test::read_bytes(path);
  EXPECT_THAT(page, HasSubstr("Content-Security-Policy"));
  EXPECT_THAT(page, HasSubstr("Hương Khê"));
  EXPECT_THAT(page, HasSubstr("\"2023\":{"));
  EXPECT_THAT(page, HasSubstr("\"2024\":{"));
  EXPECT_THAT(page, HasSubstr("58,5")) << "message of the theme, filled";
  EXPECT_THAT(page, Not(HasSubstr("Lời riêng"))) << "notes are the speaker's alone";
  EXPECT_EQ(count(page, "</script>"), 2U) << "texts cannot end the script";
  // Besides the name of SVG's own space no address stands in it.
  EXPECT_EQ(count(page, "://"), count(page, "http://www.w3.org/2000/svg"));
}

TEST(Deck, SameProjectGivesTheSameBytes) {
  const DeckProject sample;
  for (const char* extension : {"pdf", "html"}) {
    for (const char* name : {"a.", "b."}) {
      ProjectData data = sample.data();
      write_deck(data, sample.folder / (std::string(name) + extension), {});
    }
    EXPECT_EQ(test::read_bytes(sample.folder / (std::string("a.") + extension)),
              test::read_bytes(sample.folder / (std::string("b.") + extension)));
  }
}

TEST(Deck, AProjectWithoutScenesShowsItsThemes) {
  const test::SampleProject sample;
  const auto scenes = scenes_of(*sample.project());
  ASSERT_EQ(scenes.size(), 2U);
  EXPECT_EQ(scenes[1].theme, "ket-qua");
}

TEST(Deck, NothingToShowIsAnErrorAndLeavesNoFile) {
  const test::SampleProject sample;
  test::append(sample.file(), "\n[[scenes]]\nid = \"a\"\ntheme = \"khong-con\"\n");
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { write_deck(data, sample.folder / "a.pdf", {}); }), HasSubstr("no scene"));
  EXPECT_FALSE(std::filesystem::exists(sample.folder / "a.pdf"));
}

TEST(JsonText, EscapesWhatJsonAndPagesMust) {
  EXPECT_EQ(json_text("a\"b\\c\n</x>đ"), "\"a\\\"b\\\\c\\u000a\\u003c/x>đ\"");
}

TEST(RunProgram, TellsWhatCameOfIt) {
  EXPECT_TRUE(run_program({"true"}).ok());
  EXPECT_EQ(run_program({"false"}).status, 1);
  EXPECT_FALSE(run_program({"ntmap-no-such-program"}).found);
}

}  // namespace
}  // namespace ntmap::app
