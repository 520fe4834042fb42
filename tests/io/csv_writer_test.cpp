#include "io/csv_writer.hpp"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <ogrsf_frmts.h>

#include <memory>

#include "base/error.hpp"
#include "io/export_layer.hpp"
#include "sample_layer.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

using base::Overwrite;
using model::Column;
using model::ColumnType;

std::string csv(const std::vector<Column>& columns, const CsvOptions& options = {}) {
  const test::TemporaryFolder folder;
  write_csv(columns, options, folder / "a.csv", Overwrite::no);
  return test::read_bytes(folder / "a.csv");
}

TEST(Csv, HasMarkHeaderAndWindowsLineEnds) {
  EXPECT_EQ(csv({{"tên", ColumnType::text, {"Xã Ắng"}, {}}, {"value", ColumnType::number, {}, {98.5}}}),
            "\xEF\xBB\xBFtên,value\r\nXã Ắng,98.5\r\n");
  EXPECT_EQ(csv({}), "\xEF\xBB\xBF\r\n");
}

TEST(Csv, NumbersHaveNoExponent) {
  EXPECT_EQ(csv({{"v", ColumnType::number, {}, {2000000, 100000}}}),
            "\xEF\xBB\xBFv\r\n2000000\r\n100000\r\n");
}

TEST(Csv, QuotesWhatNeedsIt) {
  const std::vector<std::string> cells{"a,b", "say \"yes\"", "two\nlines", " blank", "plain",
                                       "",    "-5",          "00097"};
  EXPECT_EQ(csv({{"x", ColumnType::text, cells, {}}}),
            "\xEF\xBB\xBFx\r\n\"a,b\"\r\n\"say \"\"yes\"\"\"\r\n\"two\nlines\"\r\n\" "
            "blank\"\r\nplain\r\n\r\n\"-5\"\r\n"
            "\"00097\"\r\n");
}

TEST(Csv, ServesSpreadsheetsWithDecimalComma) {
  EXPECT_EQ(csv({{"a", ColumnType::number, {}, {1.5}}, {"b", ColumnType::text, {"x,y;z"}, {}}},
                {.separator = ';', .decimal = ','}),
            "\xEF\xBB\xBF"
            "a;b\r\n1,5;\"x,y;z\"\r\n");
}

TEST(Csv, NoDataIsAnEmptyCell) {
  EXPECT_EQ(csv({{"a", ColumnType::number, {}, {model::k_no_data}}, {"b", ColumnType::text, {""}, {}}}),
            "\xEF\xBB\xBF"
            "a,b\r\n,\r\n");
}

TEST(Csv, ReadsBackTheSame) {
  const test::TemporaryFolder folder;
  const auto columns = export_columns(test::sample_layer());
  write_csv(columns, {}, folder / "a.csv", Overwrite::no);
  GDALAllRegister();
  const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open((folder / "a.csv").c_str(), GDAL_OF_VECTOR));
  ASSERT_TRUE(dataset);
  std::size_t row = 0;
  for (const auto& feature : dataset->GetLayer(0)) {
    for (const Column& column : columns) {
      EXPECT_EQ(feature->GetFieldAsString(column.name.c_str()), column.text(row))
          << column.name << ' ' << row;
    }
    ++row;
  }
  EXPECT_EQ(row, 5U);
}

TEST(Csv, RefusesWhatIsNotUtf8) {
  EXPECT_THROW(csv({{"a", ColumnType::text, {"X\xe3"}, {}}}), base::Error);
}

}  // namespace
}  // namespace ntmap::io
