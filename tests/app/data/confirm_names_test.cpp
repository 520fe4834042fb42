#include "app/data/confirm_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/data/join_files.hpp"
#include "app/sample_project.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

/// Two communes of one name, and a table that does not say which is meant.
struct TwoKySon {
  test::TemporaryFolder folder;

  TwoKySon() {
    folder.write("units.csv",
                 "code,name,district\n00001,Kỳ Sơn,Kỳ Anh\n00002,Kỳ Sơn,Hương Khê\n00003,Kỳ Tân,Kỳ Anh\n");
    folder.write("table.csv", "xa\nKỳ Tân\nKỳ Sơn\n");
  }
  JoinRequest request() const {
    return {.units = (folder / "units.csv").string(),
            .unit_fields = {{"code", "code"}, {"name", "name"}, {"district", "district"}},
            .table = (folder / "table.csv").string(),
            .table_fields = {{"name", "xa"}},
            .aliases = (folder / "ten.csv").string()};
  }
};

TEST(ConfirmNames, AChoiceIsSavedAndUsedAgain) {
  const TwoKySon files;
  JoinRequest request = files.request();
  request.confirmed = {{"2", "00002"}};
  EXPECT_EQ(join_files(request).report.matched, 2U);
  request.confirmed.clear();
  const JoinResult again = join_files(request);
  EXPECT_EQ(again.report.matched, 2U);
  EXPECT_THAT(again.csv, HasSubstr("2,matched,alias,00002,Kỳ Sơn"));
}

TEST(ConfirmNames, ALaterChoiceReplacesTheEarlier) {
  const TwoKySon files;
  JoinRequest request = files.request();
  request.confirmed = {{"2", "00002"}};
  join_files(request);
  request.confirmed = {{"2", "1"}};  // a spreadsheet took the zeros away
  EXPECT_THAT(join_files(request).csv, HasSubstr("2,matched,alias,00001,Kỳ Sơn"));
  EXPECT_EQ(read_alias_file(request.aliases).size(), 1U);
}

TEST(ConfirmNames, AReportWithCodesFilledInConfirms) {
  const TwoKySon files;
  JoinRequest request = files.request();
  request.aliases.clear();
  std::string report = join_files(request).csv;
  const std::string open = "2,ambiguous,exact,,";
  ASSERT_NE(report.find(open), std::string::npos) << report;
  report.replace(report.find(open), open.size(), "2,ambiguous,exact,00002,");
  files.folder.write("bao_cao.csv", report);
  request = files.request();
  request.confirmed = confirmed_in_report((files.folder / "bao_cao.csv").string());
  ASSERT_EQ(request.confirmed.size(), 1U);
  EXPECT_EQ(join_files(request).report.matched, 2U);
}

TEST(ConfirmNames, AUnitOfAnotherDistrictIsRefusedUnlessAskedFor) {
  const TwoKySon files;
  files.folder.write("table.csv", "xa,huyen\nKỳ Tân,Kỳ Anh\nKỳ Sơn,H. Ky Anh\n");
  JoinRequest request = files.request();
  request.table_fields["district"] = "huyen";
  request.confirmed = {{"2", "00002"}};
  const std::string error = test::error_of([&] { join_files(request); });
  EXPECT_THAT(error, HasSubstr("row 3: “Kỳ Sơn” (the row's district: H. Ky Anh) is confirmed as 00002"));
  EXPECT_FALSE(std::filesystem::exists(request.aliases)) << "nothing is saved";
  request.elsewhere = Elsewhere::allowed;
  const JoinResult result = join_files(request);
  EXPECT_THAT(result.csv, HasSubstr("2,matched,alias,00002,"));
  EXPECT_EQ(test::count_rule(result.findings, "join.confirmed-elsewhere"), 1U);
  request.elsewhere = Elsewhere::refused;
  request.confirmed = {{"2", "00001"}};
  EXPECT_EQ(test::count_rule(join_files(request).findings, "join.confirmed-elsewhere"), 0U);
}

TEST(ConfirmNames, ADistrictThatIsNoneOfTheUnitsSaysNothing) {
  const TwoKySon files;
  files.folder.write("table.csv", "xa,huyen\nKỳ Sơn,Huyện Cũ\n");
  JoinRequest request = files.request();
  request.table_fields["district"] = "huyen";
  request.confirmed = {{"1", "00002"}};
  EXPECT_THAT(join_files(request).csv, HasSubstr("1,matched,alias,00002,"));
}

TEST(ConfirmNames, ANameThatIsNothingLikeTheUnitsIsTold) {
  const TwoKySon files;
  files.folder.write("table.csv", "xa\nThạch Hà\n");
  JoinRequest request = files.request();
  request.confirmed = {{"1", "00003"}};
  EXPECT_EQ(test::count_rule(join_files(request).findings, "join.confirmed-unlike"), 1U);
}

TEST(ConfirmNames, WhatCannotBeConfirmedIsNamed) {
  const TwoKySon files;
  JoinRequest request = files.request();
  const auto error = [&](const ConfirmedRow& row) {
    request.confirmed = {row};
    return test::error_of([&] { join_files(request); });
  };
  EXPECT_THAT(error({"9", "00002"}), HasSubstr("no row 9"));
  EXPECT_THAT(error({"2", "00009"}), HasSubstr("no unit has the code 00009"));
  EXPECT_FALSE(std::filesystem::exists(request.aliases));
  request.aliases.clear();
  EXPECT_THAT(error({"2", "00002"}), HasSubstr("usage | "));
}

}  // namespace
}  // namespace ntmap::app
