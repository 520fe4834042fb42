#include "app/project/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

TEST(Settings, ReadWhatTheyWrite) {
  Settings settings;
  settings.lang = base::Lang::en;
  settings.scale = 1.5;
  settings.dark = settings.large_text = settings.tour_seen = true;
  settings.unit_names = false;
  settings.bottom_share = 0.4;
  settings.person = "Văn phòng điều phối \"NTM\"";
  settings.recent = {"/tmp/Đắk Lắk/a.toml"};
  EXPECT_EQ(parse_settings(settings_text(settings)), settings);
}

TEST(Settings, ABadOneTakesItsDefaultAndTheOthersStay) {
  const Settings settings = parse_settings("scale = \"to\"\ndark = true\nlang = 3\nlater_version = 1\n");
  EXPECT_EQ(settings.scale, 0);
  EXPECT_TRUE(settings.dark);
  EXPECT_EQ(settings.lang, base::Lang::vi);
  EXPECT_EQ(parse_settings("scale = 40").scale, 0);
  EXPECT_EQ(parse_settings("scale = nan").scale, 0);
  EXPECT_EQ(parse_settings("bottom_share = -1").bottom_share, Settings().bottom_share);
  EXPECT_EQ(parse_settings("not toml at all ["), Settings());
}

TEST(Settings, AreKeptInAFolderThatIsMade) {
  const test::TemporaryFolder folder;
  const auto file = folder / "sâu/hơn/settings.toml";
  EXPECT_EQ(load_settings(file), Settings());
  Settings settings;
  settings.dark = true;
  save_settings(settings, file);
  EXPECT_EQ(load_settings(file), settings);
}

TEST(Settings, TheLastProjectComesFirstAndNoneTwice) {
  Settings settings;
  add_recent(settings, "/a.toml");
  add_recent(settings, "/b.toml");
  add_recent(settings, "/x/../a.toml");
  EXPECT_THAT(settings.recent, ElementsAre("/a.toml", "/b.toml"));
  for (int i = 0; i < 20; ++i) add_recent(settings, "/" + std::to_string(i) + ".toml");
  EXPECT_THAT(settings.recent, SizeIs(k_recent_projects));
}

TEST(Settings, EditsAreSignedWithTheNameThatWasSet) {
  Settings settings;
  EXPECT_FALSE(person_of(settings).empty());
  EXPECT_FALSE(person_of(settings).starts_with("uid ")) << "the system knows who runs the tests";
  settings.person = "cán bộ GIS";
  EXPECT_EQ(person_of(settings), "cán bộ GIS");
  EXPECT_EQ(now_text().size(), 16U);
}

}  // namespace
}  // namespace ntmap::app
