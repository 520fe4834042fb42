#include "app/data/found_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class FoundFile : public ::testing::Test {
 protected:
  std::string error(const std::string& missing, const std::string& file) const {
    return test::error_of([&] { check_found_file(*m_sample.project(), missing, file); });
  }
  std::string write(const std::string& name, const std::string& text) const {
    return m_sample.folder.write(name, text).string();
  }
  test::SampleProject m_sample;
};

TEST_F(FoundFile, WithTheFieldsIsTaken) {
  EXPECT_EQ(error("values.csv", write("khac.csv", "ma,nam,nuoc\n00097,2024,1\n")), "no error")
      << "one of the indicators' fields is enough: years differ";
  EXPECT_EQ(error("units.geojson", (m_sample.folder / "units.geojson").string()), "no error");
}

TEST_F(FoundFile, WithoutTheFieldsToJoinByIsRefusedByName) {
  EXPECT_THAT(error("values.csv", write("khac.csv", "STT,xa,nam,nuoc\n1,A,2024,1\n")),
              AllOf(HasSubstr("khac.csv was not taken for values.csv"), HasSubstr("no field ma"),
                    HasSubstr("again"), HasSubstr("STT, xa, nam, nuoc")));
  EXPECT_THAT(error("units.geojson", write("khac.csv", "ma,ten\n1,A\n")), HasSubstr("no field"));
}

TEST_F(FoundFile, WithoutAnyFigureIsRefused) {
  EXPECT_THAT(error("values.csv", write("khac.csv", "ma,nam,dan_so\n1,2024,5\n")), HasSubstr("nuoc"));
}

TEST_F(FoundFile, ThatCannotBeReadIsRefused) {
  EXPECT_THAT(error("values.csv", (m_sample.folder / "none.csv").string()),
              AllOf(HasSubstr("not taken for values.csv"), HasSubstr("none.csv")));
}

TEST_F(FoundFile, OfAnotherKindIsNotOpened) {
  EXPECT_EQ(error("targets.csv", "none.csv"), "no error");
}

}  // namespace
}  // namespace ntmap::app
