#include "io/xlsx_writer.hpp"

#include <cpl_minixml.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <ogrsf_frmts.h>

#include <cstdlib>
#include <memory>

#include "base/error.hpp"
#include "io/xlsx_sheets.hpp"
#include "io/xlsx_styles.hpp"
#include "sample_layer.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

using base::Overwrite;
using model::ColumnType;
using testing::ElementsAre;
using testing::HasSubstr;

SheetColumn texts(std::string heading, std::vector<std::string> cells) {
  SheetColumn column;
  column.heading = std::move(heading);
  column.cells.texts = std::move(cells);
  return column;
}

SheetColumn numbers(std::string heading, std::vector<double> cells, int decimals = -1) {
  SheetColumn column;
  column.heading = std::move(heading);
  column.cells.type = ColumnType::number;
  column.cells.numbers = std::move(cells);
  column.decimals = decimals;
  return column;
}

Sheet sheet(std::string name, std::vector<SheetColumn> columns) {
  return {std::move(name), std::move(columns), true};
}

/// One part of the package.
std::string part(const std::filesystem::path& workbook, const std::string& name) {
  const std::string path = "/vsizip/{" + workbook.string() + "}/" + name;
  VSILFILE* const file = VSIFOpenL(path.c_str(), "rb");
  if (file == nullptr) return "(missing)";
  std::string out(1 << 20, '\0');
  out.resize(VSIFReadL(out.data(), 1, out.size(), file));
  VSIFCloseL(file);
  return out;
}

bool is_xml(const std::string& text) {
  CPLXMLNode* const tree = CPLParseXMLString(text.c_str());
  CPLDestroyXMLNode(tree);
  return tree != nullptr;
}

struct XlsxWriter : testing::Test {
  test::TemporaryFolder folder;
  std::filesystem::path path = folder / "bảng.xlsx";

  void write(const std::vector<Sheet>& sheets) const { write_xlsx(sheets, "Bảng", path, Overwrite::yes); }
  std::string first_sheet() const { return part(path, "xl/worksheets/sheet1.xml"); }
};

TEST_F(XlsxWriter, EveryPartIsXml) {
  write(sheets_of(test::sample_layer()));
  for (const char* name :
       {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "docProps/core.xml"}) {
    EXPECT_TRUE(is_xml(part(path, name))) << name;
  }
}

TEST_F(XlsxWriter, FreezesTheHeaderAndFilters) {
  write({sheet("a", {texts("x", {"1", "2"}), numbers("y", {1, 2})})});
  EXPECT_THAT(first_sheet(), HasSubstr("<pane ySplit=\"1\" topLeftCell=\"A2\""));
  EXPECT_THAT(first_sheet(), HasSubstr("<autoFilter ref=\"A1:B3\"/>"));
  EXPECT_THAT(part(path, "xl/workbook.xml"), HasSubstr("'a'!$A$1:$B$3</definedName>"));
  EXPECT_THAT(part(path, "xl/workbook.xml"), HasSubstr("Print_Titles\" localSheetId=\"0\">'a'!$1:$1<"));
}

TEST_F(XlsxWriter, ALongHeadingGetsTheLinesItNeeds) {
  write({sheet("a", {texts("Cơ sở vật chất văn hóa", {"đạt"}), texts("x", {"1"})})});
  EXPECT_THAT(first_sheet(), HasSubstr("<row r=\"1\" ht=\"30\" customHeight=\"1\">"));
  write({sheet("a", {texts("x", {"1"})})});
  EXPECT_THAT(first_sheet(), HasSubstr("<row r=\"1\" ht=\"15\" customHeight=\"1\">"));
}

TEST_F(XlsxWriter, FrozenColumnsStayOnScreenAndOnEachPage) {
  Sheet wide = sheet("a", {texts("code", {"1"}), texts("name", {"x"})});
  for (int i = 0; i < 20; ++i) wide.columns.push_back(texts("note", {std::string(50, 'x')}));
  wide.frozen = 2;
  write({wide});
  EXPECT_THAT(first_sheet(), HasSubstr("<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\""));
  EXPECT_THAT(first_sheet(), HasSubstr("fitToWidth=\"3\"")) << "1,080 characters at 400 a page";
  EXPECT_THAT(part(path, "xl/workbook.xml"), HasSubstr(">'a'!$A:$B,'a'!$1:$1</definedName>"));
}

TEST_F(XlsxWriter, NumbersTextsColoursAndBlanksReadBackByGdal) {
  write(sheets_of(test::sample_layer()));
  GDALAllRegister();
  const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
  ASSERT_TRUE(dataset);
  ASSERT_EQ(dataset->GetLayerCount(), 2);
  OGRLayer& data = *dataset->GetLayer(0);
  constexpr const char* k_value = "Tỷ lệ hộ dùng nước sạch (%)";  // as the legend has it
  EXPECT_STREQ(data.GetName(), "Nước sạch nông thôn");
  EXPECT_EQ(data.GetFeatureCount(), 5);
  const std::unique_ptr<OGRFeature> first(data.GetNextFeature());
  EXPECT_STREQ(first->GetFieldAsString("Mã đơn vị"), "00097");
  EXPECT_EQ(first->GetFieldAsDouble(k_value), 12.5);
  EXPECT_STREQ(first->GetFieldAsString("Kết quả"), "Chưa đạt");
  const std::unique_ptr<OGRFeature> second(data.GetNextFeature());
  const std::unique_ptr<OGRFeature> third(data.GetNextFeature());
  EXPECT_STREQ(third->GetFieldAsString("Tên đơn vị"), "Xã \"Đắk\" & <Lắk>");
  EXPECT_FALSE(third->IsFieldSetAndNotNull(third->GetFieldIndex(k_value)));
  EXPECT_STREQ(dataset->GetLayer(1)->GetName(), "Nguồn");
}

TEST_F(XlsxWriter, GivesNumbersTheirFormatAndClassesTheirColour) {
  Sheet one = sheet("a", {numbers("y", {1234.5}, 2), texts("class", {"x"})});
  one.columns[1].fills = {{8, 48, 107}};
  write({one});
  const std::string styles = part(path, "xl/styles.xml");
  EXPECT_THAT(styles, HasSubstr("formatCode=\"#,##0.00\""));
  EXPECT_THAT(styles, HasSubstr("<fgColor rgb=\"FF08306B\"/>"));
  EXPECT_THAT(first_sheet(), HasSubstr("<c r=\"A2\" s=\"2\"><v>1234.5</v></c>"));
}

TEST_F(XlsxWriter, EscapesWhatSpreadsheetsWouldDecode) {
  write({sheet("a", {texts("x", {"_x0041_", "a<b>&\"c\"", "_x00_"})})});
  EXPECT_THAT(first_sheet(), HasSubstr(">_x005F_x0041_<"));
  EXPECT_THAT(first_sheet(), HasSubstr(">a&lt;b&gt;&amp;&quot;c&quot;<"));
  EXPECT_THAT(first_sheet(), HasSubstr(">_x00_<"));
}

TEST_F(XlsxWriter, MakesSheetNamesFit) {
  write({sheet("Tiêu chí 17/1: nước [sạch]?", {texts("x", {})}),
         sheet("Một cái tên dài hơn ba mươi mốt ký tự", {texts("x", {})}),
         sheet("Một cái tên dài hơn ba mươi mốt ký tự", {texts("x", {})}), sheet("", {})});
  const std::string workbook = part(path, "xl/workbook.xml");
  EXPECT_THAT(workbook, HasSubstr("name=\"Tiêu chí 17_1_ nước _sạch__\""));
  EXPECT_THAT(workbook, HasSubstr("name=\"Một cái tên dài hơn ba mươi mốt\""));
  EXPECT_THAT(workbook, HasSubstr("name=\"Một cái tên dài hơn ba mươi m 2\""));
  EXPECT_TRUE(is_xml(workbook));
}

TEST_F(XlsxWriter, ColumnsAfterZHaveTwoLetters) {
  std::vector<SheetColumn> columns;
  for (int i = 0; i < 703; ++i) columns.push_back(numbers(std::to_string(i), {i * 1.0}));
  write({sheet("a", columns)});
  const std::string text = first_sheet();
  EXPECT_THAT(text, HasSubstr("<c r=\"Z2\""));
  EXPECT_THAT(text, HasSubstr("<c r=\"AA2\""));
  EXPECT_THAT(text, HasSubstr("<c r=\"ZZ2\""));
  EXPECT_THAT(text, HasSubstr("<c r=\"AAA2\""));
}

TEST_F(XlsxWriter, RefusesTextsTooLongAndNamesThePlace) {
  try {
    write({sheet("Kết quả", {texts("x", {"a", std::string(32'768, 'x')})})});
    FAIL() << "a spreadsheet would ask to repair that";
  } catch (const base::Error& error) {
    EXPECT_THAT(error.message().en, HasSubstr("Kết quả, row 3"));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(XlsxWriter, TheSameSheetsGiveTheSameBytes) {
  const auto sheets = sheets_of(test::sample_layer());
  write(sheets);
  const std::string first = test::read_bytes(path);
  write(sheets);
  EXPECT_TRUE(test::read_bytes(path) == first);
}

TEST_F(XlsxWriter, LibreOfficeReadsEveryCell) {
  if (std::system("command -v soffice >/dev/null 2>&1") != 0) GTEST_SKIP() << "soffice is not installed";
  write(sheets_of(test::sample_layer()));
  const std::string run =
      "cd '" + folder.path().string() + "' && soffice -env:UserInstallation=file://" +
      (folder / "profile").string() +
      " --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,"
      "false,false,-1' bảng.xlsx >/dev/null 2>&1";
  ASSERT_EQ(std::system(run.c_str()), 0);
  const std::string data = test::read_bytes(folder / "bảng-Nước sạch nông thôn.csv");
  EXPECT_THAT(data, HasSubstr("Mã đơn vị,Tên đơn vị,Tỷ lệ hộ dùng nước sạch (%),Lớp,Nhãn lớp"));
  EXPECT_THAT(data, HasSubstr("00097,Xã Kỳ Xuân,12.5,1,\"0,0 – 50,0\",Chưa đạt,-37.5"));
  EXPECT_THAT(test::read_bytes(folder / "bảng-Nguồn.csv"), HasSubstr("Giấy phép,CC BY 4.0"));
}

TEST(SheetsOfALayer, SpeakTheLayersLanguage) {
  ExportLayer layer = test::sample_layer();
  layer.lang = base::Lang::en;
  const auto sheets = sheets_of(layer);
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].columns[0].heading, "Unit code");
  EXPECT_EQ(sheets[1].name, "Source");
  EXPECT_THAT(sheets[1].columns[1].cells.texts, testing::Contains("Rural clean water"));
}

TEST(SheetsOfALayer, GiveValuesTheDecimalsTheyNeed) {
  ExportLayer layer;
  layer.values = {1, 2.25, model::k_no_data, 98.5};
  EXPECT_EQ(sheets_of(layer)[0].columns[0].decimals, 2);
  layer.values = {1.0 / 3};
  EXPECT_EQ(sheets_of(layer)[0].columns[0].decimals, 4);
  layer.values = {2025, 7};
  EXPECT_EQ(sheets_of(layer)[0].columns[0].decimals, 0);
  layer.attributes.columns = {{"year", ColumnType::number, {}, {2025, 2030}}};
  EXPECT_EQ(sheets_of(layer)[0].columns[1].decimals, -1);
}

TEST(XlsxStyles, KeepEachLookOnce) {
  XlsxStyles styles;
  const CellLook number{CellLook::Kind::number, 1, {}};
  EXPECT_EQ(styles.index_of({CellLook::Kind::header, -1, {}}), 1U);
  EXPECT_EQ(styles.index_of(number), 2U);
  EXPECT_EQ(styles.index_of(number), 2U);
}

TEST(XlsxStyles, LettersStandOutFromTheirCell) {
  EXPECT_TRUE(wants_light_text({8, 48, 107}));
  EXPECT_FALSE(wants_light_text({222, 235, 247}));
  EXPECT_FALSE(wants_light_text({255, 255, 0}));
}

}  // namespace
}  // namespace ntmap::io
