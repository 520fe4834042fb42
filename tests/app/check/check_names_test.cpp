#include "app/check/check_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

base::Findings of_units(const test::SampleProject& sample) {
  ProjectData data = sample.data();
  return unit_name_findings(*data.units("2023"));
}

base::Findings of_rows(const test::SampleProject& sample) {
  ProjectData data = sample.data();
  return row_name_findings(data, data.project().tables.front());
}

/// What is said of names and codes where the rows are joined.
base::Findings of_join(const test::SampleProject& sample) {
  ProjectData data = sample.data();
  base::Findings findings = data.figures(data.project().indicators.front().id, "2023").findings;
  std::erase_if(findings, [](const base::Finding& one) { return !one.rule.starts_with("names."); });
  return findings;
}

/// The sample with a label field of names in its table.
struct NamedRows : test::SampleProject {
  NamedRows() {
    replace_in("du_an.toml", "period_field = \"nam\"", "period_field = \"nam\"\nlabels = [\"xa\"]");
    folder.write("values.csv",
                 "ma,nam,xa,nuoc,ket_qua\n00097,2023,Xã Hương Khê,10,chưa\n00098,2023,P. Tran Phu,20,chưa\n"
                 "00099,2023,CẨM BÌNH,30,đạt\n00100,2023,Thạch Lạc,40,đạt\n00097,2024,Hương Khê,15,chưa\n");
  }
};

TEST(CheckNames, ASoundListHasNothingToTell) {
  EXPECT_THAT(of_units({}), IsEmpty());
}

TEST(CheckNames, UnknownTypesAreTold) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"Phường\"", "\"Khóm\"");
  sample.replace_in("units.geojson", "\"Thạch Lạc\",\"type\":\"Xã\"", "\"Thạch Lạc\",\"type\":\"Xã !\"");
  const base::Findings findings = of_units(sample);
  ASSERT_EQ(test::count_rule(findings, "units.type-unknown"), 2U);
  EXPECT_EQ(findings.front().place.en, "code 00098");
}

TEST(CheckNames, OneDistrictHasOneNameAndOneCode) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "district = \"district\"",
                    "district = \"district\"\ndistrict_code = \"huyen\"");
  for (const char* code : {"1", "2", "3", "2"}) {
    sample.replace_in("units.geojson", ",\"pct\"", std::string(",\"huyen\":\"") + code + "\", \"pct\"");
  }
  EXPECT_THAT(of_units(sample), IsEmpty());
  sample.replace_in("units.geojson", "\"district\":\"Hà Tĩnh\"", "\"district\":\"Hà Tỉnh\"");
  const base::Findings findings = of_units(sample);
  ASSERT_EQ(test::count_rule(findings, "units.district-names"), 1U);
  EXPECT_THAT(findings.front().what.en, AllOf(HasSubstr("Hà Tĩnh"), HasSubstr("Hà Tỉnh")));
}

TEST(CheckNames, TwoUnitsOfOneNameInADistrict) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"Thạch Lạc\",\"type\":\"Xã\"", "\"Trần Phú\",\"type\":\"Phường\"");
  const base::Findings findings = of_units(sample);
  ASSERT_EQ(test::count_rule(findings, "units.name-twice"), 1U);
  EXPECT_THAT(findings.front().place.en, HasSubstr("00098, 00100"));
}

TEST(CheckNames, NamesSpeltInTwoWaysAreOneName) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"Thạch Lạc\",\"type\":\"Xã\"", "\"TRẦN  PHÚ\",\"type\":\"phường\"");
  const base::Findings findings = of_units(sample);
  ASSERT_EQ(test::count_rule(findings, "units.name-twice"), 1U);
  EXPECT_THAT(findings.back().what.en,
              AllOf(HasSubstr("“Phường Trần Phú”"), HasSubstr("“phường TRẦN  PHÚ”")));
}

TEST(CheckNames, ATypeThatIsNotSaidPartsNoNames) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"Thạch Lạc\",\"type\":\"Xã\"", "\"Trần Phú\",\"type\":\"Xã\"");
  EXPECT_EQ(test::count_rule(of_units(sample), "units.name-twice"), 0U);
  sample.replace_in("units.geojson", "\"Trần Phú\",\"type\":\"Xã\"", "\"Trần Phú\",\"type\":\"\"");
  EXPECT_EQ(test::count_rule(of_units(sample), "units.name-twice"), 1U);
}

TEST(CheckNames, BlankNamesAndTypesAreTold) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"Thạch Lạc\",\"type\":\"Xã\"", "\"\",\"type\":\"Xã\"");
  sample.replace_in("units.geojson", "\"Trần Phú\",\"type\":\"Phường\"", "\"Trần Phú\",\"type\":\"\"");
  const base::Findings findings = of_units(sample);
  ASSERT_EQ(test::count_rule(findings, "units.name-missing"), 1U);
  ASSERT_EQ(test::count_rule(findings, "units.type-missing"), 1U);
  EXPECT_EQ(findings[0].place.en, "code 00098");
  EXPECT_EQ(findings[1].place.en, "code 00100");
}

TEST(CheckNames, ATypeThatTheNameSaysIsNotSaidTwice) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"Thạch Lạc\"", "\"Xã Thạch Lạc\"");
  ProjectData data = sample.data();
  EXPECT_EQ(data.units("2023")->full_name(3), "Xã Thạch Lạc");
  EXPECT_EQ(data.units("2023")->full_name(1), "Phường Trần Phú");
}

TEST(CheckNames, NamesBesideCodesMayBeSpeltInAnyWay) {
  EXPECT_THAT(of_join(NamedRows()), IsEmpty());
}

TEST(CheckNames, ACodeOfAnotherUnitThanTheNameIsTold) {
  const NamedRows sample;
  sample.replace_in("values.csv", "00099,2023", "00100,2023");
  const base::Findings findings = of_join(sample);
  ASSERT_EQ(test::count_rule(findings, "names.differ"), 1U);
  EXPECT_EQ(findings.front().severity, base::Severity::error);
  EXPECT_EQ(findings.front().place.en, "row 4");
  EXPECT_THAT(findings.front().what.en, AllOf(HasSubstr("00100 is Xã Thạch Lạc"), HasSubstr("“CẨM BÌNH”")));
}

TEST(CheckNames, AFieldOfNamesIsComparedToo) {
  const NamedRows sample;
  sample.replace_in("du_an.toml", "labels = [\"xa\"]", "name = \"xa\"");
  EXPECT_THAT(of_rows(sample), IsEmpty());
  sample.replace_in("values.csv", "00099,2023", "00100,2023");
  const base::Findings findings = of_rows(sample);
  ASSERT_EQ(test::count_rule(findings, "names.differ"), 1U);
  EXPECT_EQ(findings.front().severity, base::Severity::error);
}

TEST(CheckNames, RowsOfAnotherPeriodsUnitsAreNotCompared) {
  const NamedRows sample;
  sample.replace_in("values.csv", "00097,2024,Hương Khê", "00097,2019,Cẩm Bình");
  EXPECT_THAT(of_join(sample), IsEmpty());
}

TEST(CheckNames, ALabelThatIsNoNameIsNotCompared) {
  const NamedRows sample;
  sample.folder.write("values.csv",
                      "ma,nam,xa,nuoc,ket_qua\n00097,2023,ghi chú,10,chưa\n00098,2023,,20,chưa\n");
  EXPECT_THAT(of_join(sample), IsEmpty());
}

TEST(CheckNames, ConfirmedCodesOfNoUnitAreTold) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "[project]\n", "[project]\naliases = \"ten.csv\"\n");
  sample.folder.write("ten.csv", "name,code\nTrần Phú,98\nXã Cũ,12345\n");
  ProjectData data = sample.data();
  const base::Findings findings = alias_code_findings(data);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "join.alias-unknown-code");
  EXPECT_EQ(findings[0].place.en, "row 3");
  EXPECT_THAT(findings[0].file, HasSubstr("ten.csv"));
}

}  // namespace
}  // namespace ntmap::app
