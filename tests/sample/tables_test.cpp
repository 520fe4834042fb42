#include <gmock/gmock.h>

#include <ostream>
#include <set>
#include <string>

#include "io/table_reader.hpp"
#include "make/sheet.hpp"
#include "make/units.hpp"
#include "support.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap {
namespace {

std::set<std::string> keys(const model::Table& table) {
  std::set<std::string> result;
  const model::Column* column = table.find("MA_XA");
  for (std::size_t row = 0; column != nullptr && row < table.row_count(); ++row)
    result.insert(column->text(row));
  return result;
}

struct Round {
  const char* period;
  const char* vintage;
  const char* extension;
};

/// What a failure calls the case.
void PrintTo(const Round& one, std::ostream* out) {
  *out << one.period;
}

class CommuneTables : public testing::TestWithParam<Round> {};

TEST_P(CommuneTables, HaveEveryCommuneThatImplementsTheProgramme) {
  std::set<std::string> expected;
  for (const sample::Unit& unit :
       sample::official_units(test::checkout("gis_data/sources"), GetParam().vintage))
    if (unit.type == "Xã" && unit.code != "18796") expected.insert(unit.code);
  for (const char* name : {"xa_ntm", "xa_nang_cao"})
    EXPECT_EQ(keys(test::sample_table(std::string("hatinh/tables/") + GetParam().period + "/" + name +
                                      GetParam().extension)),
              expected)
        << name;
}

INSTANTIATE_TEST_SUITE_P(All, CommuneTables,
                         testing::Values(Round{"2021", "2020", ".csv"}, Round{"2022", "2020", ".csv"},
                                         Round{"2023", "2020", ".xlsx"}, Round{"2024", "2020", ".xlsx"},
                                         Round{"2025_06", "2025_01", ".csv"},
                                         Round{"2025_12", "2025_07", ".csv"}),
                         [](const auto& one) { return "of_" + std::string(one.param.period); });

TEST(Tables, EveryMadeUpFileSaysSo) {
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(test::checkout("gis_data/hatinh/tables"))) {
    if (entry.path().extension() != ".csv" || entry.path().filename() == "recognitions.csv") continue;
    EXPECT_THAT(test::read_bytes(entry.path()), testing::HasSubstr(sample::k_made_up)) << entry.path();
  }
  for (const char* file : {"2023/xa_ntm.xlsx", "2024/so_lieu_xa.xlsx"}) {
    const test::Dataset book = test::open_vector(test::checkout("gis_data/hatinh/tables") / file);
    const std::unique_ptr<OGRFeature> title(book->GetLayer(0)->GetNextFeature());
    EXPECT_THAT(title->GetFieldAsString(0), testing::HasSubstr(sample::k_made_up)) << file;
  }
}

TEST(Csv, WritesDecimalCommasAndQuotes) {
  const test::TemporaryFolder folder;
  sample::Sheet sheet;
  sheet.header = {"MA", "SO"};
  sheet.rows = {{std::string("0;1\"2"), sample::Number{1.25, 2}}, {std::string("x"), {}}};
  sample::write_csv(folder / "a.csv", sheet, sample::CsvStyle::vietnamese);
  EXPECT_EQ(test::read_bytes(folder / "a.csv"),
            "MA;SO;GHI_CHU\n\"0;1\"\"2\";1,25;Số liệu minh họa, không phải số liệu thật\nx;;\n");
}

TEST(Xlsx, IsReadBackWithTitleAndTotalRowsLeftOut) {
  const test::TemporaryFolder folder;
  sample::Sheet sheet;
  sheet.title = "BIỂU <A & B>";
  sheet.header = {"MA_XA", "TEN_XA", "dan_so", "ty_le"};
  sheet.total_row = true;
  for (int i = 0; i < 4; ++i)
    sheet.rows.push_back({"1800" + std::to_string(i), std::string("Xã"), sample::Number{100.0 + i, 0},
                          sample::Number{10.5 + i, 1}});
  sample::write_xlsx(folder / "a.xlsx", sheet);
  const model::Table table = io::read_table(folder / "a.xlsx", {}).table;
  ASSERT_EQ(table.row_count(), 4u);
  EXPECT_EQ(table.find("MA_XA")->text(3), "18003");
  EXPECT_EQ(test::sum(test::numbers(table, "MA_XA", "dan_so")), 406);
  EXPECT_NEAR(test::sum(test::numbers(table, "MA_XA", "ty_le")), 48, 1e-9);
}

}  // namespace
}  // namespace ntmap
