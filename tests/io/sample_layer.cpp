#include "sample_layer.hpp"

#include <cmath>

#include "support/wkt.hpp"

namespace ntmap::test {
namespace {

model::MapClass look(base::Text label, model::Rgb fill, double low, double high, std::size_t count) {
  model::MapClass out;
  out.label = std::move(label);
  out.fill = fill;
  out.low = low;
  out.high = high;
  out.count = count;
  return out;
}

model::ClassList classes() {
  model::ClassList list;
  list.title = {"Tỷ lệ hộ dùng nước sạch", "Households with clean water"};
  list.unit = "%";
  list.classes = {look({"0,0 – 50,0", "0.0 – 50.0"}, {222, 235, 247}, 0, 50, 1),
                  look({"50,0 – 100,0", "50.0 – 100.0"}, {49, 130, 189}, 50, 100, 2)};
  list.classes[1].high_closed = true;
  list.no_data = look({"Chưa rõ", "Unknown"}, {200, 200, 200}, model::k_no_data, model::k_no_data, 1);
  list.no_data.hatch = model::Hatch::forward;
  list.not_applicable =
      look({"Không áp dụng", "Not applicable"}, {240, 240, 240}, model::k_no_data, model::k_no_data, 1);
  list.out_of_range =
      look({"Ngoài khoảng", "Out of range"}, {255, 0, 255}, model::k_no_data, model::k_no_data, 0);
  list.class_of = {0, 1, model::k_class_no_data, 1, model::k_class_not_applicable};
  return list;
}

model::Table attributes() {
  model::Table table;
  table.columns = {{"Tên huyện", model::ColumnType::text, {"Kỳ Anh", "Kỳ Anh", "", "Đức Thọ", "Đức Thọ"}, {}},
                   {"population", model::ColumnType::number, {}, {1200, 3400.5, model::k_no_data, 0, -7}},
                   {"ghi chú",
                    model::ColumnType::mixed,
                    {"", "đang xử lý; \"chờ\"", "", "=1+1", "hai\ndòng"},
                    {12, model::k_no_data, model::k_no_data, model::k_no_data, model::k_no_data}},
                   {"Name", model::ColumnType::text, {"a", "b", "c", "d", "e"}, {}}};
  return table;
}

}  // namespace

io::ExportLayer sample_layer() {
  io::ExportLayer layer;
  layer.name = "nuoc_sach";
  layer.crs = "EPSG:4326";
  layer.polygons = std::make_shared<const model::PolygonSet>(
      from_wkt({"POLYGON ((105 18, 105.01 18, 105.01 18.01, 105 18.01, 105 18))",
                "POLYGON ((105.01 18, 105.04 18, 105.04 18.03, 105.01 18.03, 105.01 18),"
                " (105.02 18.01, 105.02 18.02, 105.03 18.02, 105.03 18.01, 105.02 18.01))",
                "MULTIPOLYGON (((105.05 18, 105.06 18, 105.06 18.01, 105.05 18)),"
                " ((105.0712345678 18, 105.08 18, 105.08 18.0123456, 105.0712345678 18)))",
                "POLYGON EMPTY", "POLYGON ((105 18.01, 105.01 18.01, 105.01 18.03, 105 18.03, 105 18.01))"}));
  layer.codes = {"00097", "18073", "00001", "42", "18100"};
  layer.names = {"Xã Kỳ Xuân", "Phường Sông Trí", "Xã \"Đắk\" & <Lắk>", "Thị trấn, Đức Thọ", "Xã Ắng"};
  layer.values = {12.5, 98.5, model::k_no_data, 50, 1e-7};
  layer.classes = classes();
  layer.verdicts = {
      {"Chưa đạt", "Not met"}, {"Đạt", "Met"}, {"Chưa rõ", "Unknown"}, {"Đạt", "Met"}, {"", ""}};
  layer.margins = {-37.5, 48.5, model::k_no_data, 0, model::k_no_data};
  layer.evidence = {{"12,5 % < 50 %", "12.5 % < 50 %"}, "98.5", "", "50", ""};
  layer.attributes = attributes();
  layer.metadata = {{"Nước sạch nông thôn", "Rural clean water"},
                    "2025",
                    {"Tiêu chí 17.1", "Criterion 17.1"},
                    {"Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment"},
                    "CC BY 4.0",
                    {"Ranh giới sơ đồ, số liệu minh họa", "Schematic borders, figures for illustration"},
                    "2025-06-30"};
  return layer;
}

io::ExportLayer sample_layer_in_metres() {
  io::ExportLayer layer = sample_layer();
  layer.crs = "EPSG:9209";
  auto moved = *layer.polygons;
  for (std::size_t i = 0; i < moved.xy.size(); i += 2) {
    moved.xy[i] = 500'000 + (moved.xy[i] - 105) * 100'000;
    moved.xy[i + 1] = 1'990'000 + (moved.xy[i + 1] - 18) * 100'000;
  }
  layer.polygons = std::make_shared<const model::PolygonSet>(std::move(moved));
  return layer;
}

}  // namespace ntmap::test
