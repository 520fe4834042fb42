#include "gl/program.hpp"

#include <epoxy/gl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "gl/headless.hpp"
#include "gl/shader_source.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::gl {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ShadersFrom {
 public:
  explicit ShadersFrom(const std::string& folder) { setenv("NTMAP_SHADERS", folder.c_str(), 1); }
  ~ShadersFrom() { unsetenv("NTMAP_SHADERS"); }
  ShadersFrom(const ShadersFrom&) = delete;
  ShadersFrom& operator=(const ShadersFrom&) = delete;
};

TEST(ShaderSource, EmbedsTheFilesOfTheCheckout) {
  for (const char* name : {"fill.vert", "fill.frag", "fill_hatched.frag", "line.vert", "line.frag"}) {
    EXPECT_EQ(shader_source(name), test::read_bytes(test::checkout(std::string("shaders/") + name)));
  }
}

TEST(ShaderSource, RefusesUnknownNames) {
  EXPECT_TRUE(embedded_shader("none.frag").empty());
  EXPECT_THROW(shader_source("none.frag"), base::Error);
}

TEST(ShaderSource, ReadsAFolderWhileDeveloping) {
  const test::TemporaryFolder folder;
  folder.write("fill.vert", "changed");
  const ShadersFrom use(folder.path().string());
  EXPECT_EQ(shader_source("fill.vert"), "changed");
  EXPECT_THROW(shader_source("line.vert"), base::Error) << "not in that folder";
}

using ProgramTest = test::HeadlessTest;

TEST_F(ProgramTest, ABrokenShaderIsNamedWithTheDriversLog) {
  const test::TemporaryFolder folder;
  folder.write("fill.vert", "#version 330 core\nvoid main() { gl_Position = nonsense; }\n");
  folder.write("fill.frag", "#version 330 core\nout vec4 c; void main() { c = vec4(1); }\n");
  const ShadersFrom use(folder.path().string());
  try {
    const Program program("fill.vert", "fill.frag");
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_THAT(error.message().en, HasSubstr("fill.vert"));
    EXPECT_THAT(error.message().en, HasSubstr("nonsense"));
  }
}

TEST_F(ProgramTest, DescribesTheContext) {
  EXPECT_THAT(describe_context(), ::testing::MatchesRegex("[34]\\..*, .+"));
}

// Dear ImGui puts back the program that was in use before its own.
TEST_F(ProgramTest, IsNotInUseWhenItGoes) {
  {
    const Program program("line.vert", "line.frag");
    program.use();
  }
  GLint used = -1;
  glGetIntegerv(GL_CURRENT_PROGRAM, &used);
  EXPECT_EQ(used, 0);
}

}  // namespace
}  // namespace ntmap::gl
