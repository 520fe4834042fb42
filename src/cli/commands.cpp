#include "cli/command.hpp"

namespace ntmap::cli {

using base::text;

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      {"info",
       text("nói tệp chứa gì: lớp, trường, bảng mã, hệ tọa độ, lỗi",
            "say what a file holds: layers, fields, encoding, coordinates, flaws"),
       declare_info},
      {"check",
       text("liệt kê mọi điều sai trong dữ liệu của dự án",
            "list everything that is wrong with a project's data"),
       declare_check},
      {"join",
       text("ghép các dòng của bảng vào đơn vị, báo cáo từng dòng",
            "match a table's rows to units, with a report"),
       declare_join},
      {"coverage",
       text("đo phần mỗi đơn vị được các vùng phủ: hecta, tỷ lệ",
            "measure what areas cover of each unit: hectares, shares"),
       declare_coverage},
      {"crosswalk",
       text("chuyển số liệu từ đơn vị cũ sang đơn vị mới sau sắp xếp",
            "carry figures over a change of units"),
       declare_crosswalk},
      {"evaluate",
       text("đánh giá các bộ tiêu chí: kết quả, lý do, tổng hợp, tiến độ mục tiêu",
            "evaluate the criteria sets: verdicts, why, roll-ups, progress to targets"),
       declare_evaluate},
      {"render", text("vẽ bản đồ ra PNG, PDF hoặc SVG", "draw a map as PNG, PDF or SVG"), declare_render},
      {"export",
       text("xuất lớp dữ liệu (GeoTIFF, GeoJSON, GeoPackage, Excel …)",
            "write the layer (GeoTIFF, GeoJSON, GeoPackage, Excel …)"),
       declare_export},
      {"present",
       text("trình chiếu các cảnh của dự án, hoặc xuất ra PDF, HTML",
            "show a project's scenes, or write them as PDF or HTML"),
       declare_present},
      {"view", text("mở cửa sổ xem", "open the viewer"), declare_view},
  };
  return all;
}

}  // namespace ntmap::cli
