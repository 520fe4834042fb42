#include "app/desk/open_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// The sample, its table joined by name; one commune is written as a ward.
class OpenNamesTest : public ::testing::Test {
 protected:
  OpenNamesTest() {
    m_sample.folder.write("values.csv",
                          "ten,nam,nuoc,ket_qua\nHương Khê,2023,10,chưa\nTrần Phú,2023,20,chưa\n"
                          "Phường Cẩm Bình,2023,30,đạt\nPhường Cẩm Bình,2024,35,đạt\nNơi Khác,2023,1,đạt\n");
    m_sample.replace_in("du_an.toml", "key = \"ma\"", "name = \"ten\"");
  }
  test::SampleProject m_sample;
};

TEST_F(OpenNamesTest, ASpellingThatContradictsIsAskedForOnce) {
  ProjectData data = m_sample.data();
  const std::vector<OpenName> open = open_names(data);
  ASSERT_THAT(open, SizeIs(1)) << "of what is near nothing there is nothing to confirm";
  EXPECT_EQ(open[0].name, "Phường Cẩm Bình");
  EXPECT_THAT(open[0].file, HasSubstr("values.csv"));
  ASSERT_THAT(open[0].candidates, SizeIs(1));
  EXPECT_EQ(open[0].candidates[0].code, "00099");
  EXPECT_EQ(open[0].candidates[0].label, "Xã Cẩm Bình, Cẩm Xuyên");
}

TEST_F(OpenNamesTest, AUnitOfAnotherDistrictThanTheRowSaysIsMarked) {
  m_sample.folder.write("values.csv",
                        "ten,huyen,nam,nuoc,ket_qua\nHương Khê,Hương Khê,2023,10,chưa\n"
                        "Trần Phú,Cẩm Xuyên,2023,20,chưa\nPhường Cẩm Bình,Cẩm Xuyên,2023,30,đạt\n");
  m_sample.replace_in("du_an.toml", "name = \"ten\"", "name = \"ten\"\ndistrict = \"huyen\"");
  ProjectData data = m_sample.data();
  const std::vector<OpenName> open = open_names(data);
  ASSERT_THAT(open, SizeIs(2));
  for (const OpenName& one : open) {
    ASSERT_FALSE(one.candidates.empty());
    EXPECT_EQ(one.candidates[0].elsewhere, one.name == "Trần Phú") << one.name;
  }
}

TEST_F(OpenNamesTest, WhatWasConfirmedIsNotAskedForAgain) {
  model::Project project = *m_sample.project();
  project.confirmed_names.push_back({"Phường Cẩm Bình", "", "00099"});
  ProjectData data(std::make_shared<const model::Project>(project));
  EXPECT_THAT(open_names(data), IsEmpty());
}

TEST_F(OpenNamesTest, ATableThatDoesNotReadAsksNothing) {
  std::filesystem::remove(m_sample.folder / "values.csv");
  ProjectData data = m_sample.data();
  EXPECT_THAT(open_names(data), IsEmpty());
}

}  // namespace
}  // namespace ntmap::app
