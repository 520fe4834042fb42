#include "app/data/heading_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/data/load_layer.hpp"
#include "app/sample_project.hpp"
#include "names/unicode.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

const base::Finding* find(const base::Findings& findings, const std::string& rule) {
  for (const base::Finding& one : findings) {
    if (one.rule == rule) return &one;
  }
  return nullptr;
}

TEST(HeadingCheck, ADamagedHeadingIsToldAndTheHeaderRowIsSaidInLetters) {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("a.csv", "Mã;Tên xã;Gh\xF5\n1;Kỳ Anh;2\n").string();
  const LoadedTable loaded = load_table({.files = {file}});
  const base::Finding* damaged = find(loaded.findings, "table.heading-damaged");
  ASSERT_NE(damaged, nullptr);
  EXPECT_EQ(damaged->place.en, "column 3");
  const base::Finding* header = find(loaded.findings, "table.header");
  ASSERT_NE(header, nullptr);
  EXPECT_TRUE(names::is_valid_utf8(header->what.vi));
  EXPECT_THAT(header->what.vi, HasSubstr("Mã | Tên xã | Gh"));
}

TEST(HeadingCheck, HeadingsOfOneLegacyEncodingAreSound) {
  const test::TemporaryFolder folder;
  const std::string file = folder
                               .write("a.csv",
                                      "Ma,T\xAAn x\xB7\n1,K\xFA Anh\n2,Th\xB9"
                                      "ch H\xB5\n")
                               .string();
  const LoadedTable loaded = load_table({.files = {file}});
  EXPECT_EQ(find(loaded.findings, "table.heading-damaged"), nullptr);
  ASSERT_NE(find(loaded.findings, "table.header"), nullptr);
  EXPECT_TRUE(names::is_valid_utf8(find(loaded.findings, "table.header")->what.vi));
}

}  // namespace
}  // namespace ntmap::app
