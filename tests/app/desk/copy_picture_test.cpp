#include "app/desk/copy_picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// Sets an environment variable for one test.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : m_name(name) {
    if (const char* earlier = std::getenv(name)) m_earlier = earlier;
    ::setenv(name, value.c_str(), 1);
  }
  ~Variable() { ::setenv(m_name, m_earlier.c_str(), 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* m_name;
  std::string m_earlier;
};

TEST(CopyPicture, AsksTheProgramOfTheDesktop) {
  const Variable x11("DISPLAY", ":7");
  const Variable wayland("WAYLAND_DISPLAY", "");
  EXPECT_THAT(clipboard_command("/tmp/a.png"), Contains("xclip"));
  EXPECT_EQ(clipboard_command("/tmp/a.png").back(), "/tmp/a.png");
  {
    const Variable wayland_too("WAYLAND_DISPLAY", "wayland-0");
    EXPECT_EQ(clipboard_command("/tmp/a.png").front(), "sh");
  }
  const Variable none("DISPLAY", "");
  EXPECT_THAT(clipboard_command("/tmp/a.png"), IsEmpty());
}

TEST(CopyPicture, NeverWritesOverAFile) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(free_name(folder / "map.png"), folder / "map.png");
  folder.write("map.png", "1");
  folder.write("map-2.png", "2");
  EXPECT_EQ(free_name(folder / "map.png"), folder / "map-3.png");
}

TEST(CopyPicture, WithoutAClipboardItLiesBesideTheProject) {
  const test::SampleProject sample;
  const Variable display("DISPLAY", "");
  const Variable wayland("WAYLAND_DISPLAY", "");
  const Variable state("XDG_STATE_HOME", (sample.folder / "state").string());
  sample.folder.write("nuoc-sach_2024.png", "of somebody else");
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {.theme = "nuoc-sach", .period = "2024"});
  const CopiedPicture copied = copy_picture(data, map, {}, true, base::Lang::vi);
  EXPECT_EQ(copied.file, std::filesystem::absolute(sample.folder / "nuoc-sach_2024-2.png"));
  EXPECT_THAT(test::read_bytes(copied.file), HasSubstr("PNG"));
  EXPECT_THAT(copied.note.vi, HasSubstr(copied.file.string()));
  EXPECT_EQ(test::read_bytes(sample.folder / "nuoc-sach_2024.png"), "of somebody else");
}

}  // namespace
}  // namespace ntmap::app
