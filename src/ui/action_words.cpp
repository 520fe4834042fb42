#include "ui/action_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ntmap::ui {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr Words k_words[] = {
    {"data.check",
     "chất lượng, lỗi, cảnh báo, kiểm tra dự án, rà soát; quality, errors, warnings, validate, problems"},
    {"edit.invert", "đảo lựa chọn, phần còn lại, các xã khác; reverse, others, rest"},
    {"edit.redo", "khôi phục lại thao tác; again, repeat"},
    {"edit.select_all", "đánh dấu tất cả, toàn bộ xã; mark, everything, whole"},
    {"edit.select_none", "hủy chọn, xóa lựa chọn; clear, deselect, unselect"},
    {"edit.settings", "cài đặt, tùy chọn, cấu hình; options, preferences, configuration"},
    {"edit.undo", "quay lại, trở lại, bỏ thao tác; back, revert"},
    {"file.copy_picture", "chụp màn hình, chép, dán vào văn bản; screenshot, clipboard, image"},
    {"file.export",
     "in, lưu ảnh, tải về, PNG, PDF, SVG, GeoTIFF, GeoJSON, Excel; print, save a picture, image, "
     "download"},
    {"file.export_areas", "hecta, độ phủ, cấp nước, Excel, CSV, XLSX; coverage, hectares, water supply"},
    {"file.export_table", "xuất Excel, CSV, XLSX, lưu bảng; save the table, spreadsheet"},
    {"file.forget", "xóa bản dự phòng, hủy; delete the backup, drop"},
    {"file.join", "nối bảng, gắn số liệu, nhập Excel, shapefile; import, merge, link, wizard"},
    {"file.open", "mở dự án, tệp, nạp; file, project, load"},
    {"file.quit", "đóng chương trình, kết thúc, tắt; exit, close"},
    {"file.recover", "phục hồi, bản dự phòng, sự cố; restore, backup, crash, autosave"},
    {"file.recover_later", "để sau, nhắc lại; later, postpone"},
    {"file.save", "ghi dự án; write, store"},
    {"file.save_as", "ghi thành tệp khác, bản sao; copy, write, another file"},
    {"help.shortcuts", "bàn phím, trợ giúp; keyboard, help, keys"},
    {"help.tour", "hướng dẫn sử dụng, trợ giúp; help, tour, tutorial, tips"},
    {"map.all", "thu nhỏ, xem cả tỉnh, toàn tỉnh; fit, zoom out, reset the view, province"},
    {"map.areas", "ẩn vùng, lớp phủ, đất tập trung, cấp nước; hide, overlay, layers, land, water supply"},
    {"map.measure", "thước, chiều dài, hecta, đo đạc; ruler, length, hectares"},
    {"map.names", "nhãn, tên xã, ghi tên; labels, captions"},
    {"map.next_period", "năm sau, tiếp theo, thời điểm; next year, forward, time"},
    {"map.play", "chạy, hoạt hình, thời gian, phát; animation, timeline, animate"},
    {"map.polygon", "khoanh vùng, vẽ vùng chọn; draw, lasso, region"},
    {"map.previous_period", "năm trước, lùi lại, thời điểm; last year, backward, time"},
    {"map.selection", "phóng to, xem xã đang chọn; zoom in, selected"},
    {"map.split", "chia đôi, hai màn hình, cạnh nhau, đối chiếu; split, side by side, second map"},
    {"present.add_scene", "chụp cảnh, thêm trang chiếu, đánh dấu; snapshot, slide, bookmark"},
    {"present.duplicate_scene", "sao chép cảnh, trang chiếu; copy, clone, slide"},
    {"present.fix", "phóng to chữ, dễ đọc, đọc rõ; legible, readable, larger fonts"},
    {"present.from_here", "chiếu tiếp, trang chiếu; slides, slideshow, continue"},
    {"present.meeting_style", "họp trực tuyến, cầu truyền hình; video meeting, conference"},
    {"present.preview", "xem trước, đường truyền, nén; preview, video, bandwidth, compression"},
    {"present.remove_scene", "bỏ cảnh, trang chiếu; remove, slide"},
    {"present.retake_scene", "cập nhật cảnh, thay khung nhìn, trang chiếu; update, replace, slide"},
    {"present.scene_down", "sắp xếp, thứ tự, trang chiếu; order, sort, slide"},
    {"present.scene_up", "sắp xếp, thứ tự, trang chiếu; order, sort, slide"},
    {"present.start", "toàn màn hình, chiếu, trang chiếu; full screen, slides, slideshow"},
    {"style.method.", "phân nhóm, cách chia, khoảng giá trị; classification, method, breaks, classify"},
    {"style.palette.", "màu sắc, thang màu, đổi màu; colours, colors, ramp"},
    {"style.reverse", "đảo bảng màu, đảo ngược thang màu; invert the palette, colors"},
    {"theme.down", "sắp xếp, thứ tự, xuống dưới; order, sort, lower"},
    {"theme.duplicate", "sao chép chuyên đề, nhân đôi, bản sao; copy, clone"},
    {"theme.new", "tạo chuyên đề, bản đồ mới; create, add, map, indicator"},
    {"theme.remove", "xóa chuyên đề, bỏ, gỡ; delete, drop"},
    {"theme.title", "đặt tên, sửa tên, tiêu đề; rename, name, edit, label"},
    {"theme.up", "sắp xếp, thứ tự, lên trên; order, sort, higher"},
    {"view.bottom", "ẩn, hiện, bảng dưới; hide, show, tables, plots"},
    {"view.dark", "giao diện tối, giao diện sáng, chế độ tối, nền sáng; theme, light, night, mode"},
    {"view.en", "tiếng Anh, ngôn ngữ; language"},
    {"view.large_text", "cỡ chữ, phông chữ, chữ lớn; font size, accessibility, bigger"},
    {"view.larger", "phóng to giao diện, tỷ lệ, cỡ chữ; scale, zoom, bigger"},
    {"view.left", "ẩn, hiện, bên trái, chú giải; hide, show, sidebar, legend, style"},
    {"view.own_scale", "tỷ lệ giao diện, 100 %, mặc định; reset the scale, default, zoom"},
    {"view.panel.areas", "huyện, tỉnh, cộng dồn; summary, districts, province, totals"},
    {"view.panel.criteria_plot", "biểu đồ cột, thống kê; chart, bars, unmet"},
    {"view.panel.districts", "biểu đồ theo huyện, cột; chart, bars, compare districts"},
    {"view.panel.ground",
     "đất tập trung, tích tụ ruộng đất, cấp nước, độ phủ; land consolidation, water supply, coverage"},
    {"view.panel.matrix", "tiêu chí chưa đạt, bảng 19 tiêu chí; unmet, heat map, grid"},
    {"view.panel.other_threshold", "giả định, nếu ngưỡng là; what if, simulate, scenario"},
    {"view.panel.quality", "kiểm tra, lỗi, cảnh báo; check, errors, warnings"},
    {"view.panel.scatter", "biểu đồ phân tán, quan hệ; correlation, plot, chart"},
    {"view.panel.scenes", "cảnh, trang chiếu, kịch bản; slides, presentation, storyboard"},
    {"view.panel.series", "biểu đồ đường, xu hướng, các năm; trend, time series, chart, line"},
    {"view.panel.sets", "bộ tiêu chí cũ và mới, khác nhau; difference, versions, old and new"},
    {"view.panel.table", "thuộc tính, lọc, sắp xếp, Excel; rows, filter, sort, spreadsheet"},
    {"view.panel.targets", "kế hoạch, hạn, tiến độ; plan, deadline, due, progress"},
    {"view.panel.thresholds", "ngưỡng, quyết định của tỉnh, sửa ngưỡng; overlay, edit thresholds, limits"},
    {"view.panel.value_plot", "biểu đồ tần suất, thống kê; histogram, chart, statistics"},
    {"view.right", "ẩn, hiện, bên phải, phiếu xã; hide, show, card, commune, details"},
    {"view.smaller", "thu nhỏ giao diện, tỷ lệ, cỡ chữ; scale, zoom"},
    {"view.vi", "ngôn ngữ; Vietnamese, language"},
};

}  // namespace

std::string_view other_words(std::string_view action) {
  const auto* const found = std::find_if(std::begin(k_words), std::end(k_words), [&](const Words& one) {
    return one.first == action || (one.first.ends_with('.') && action.starts_with(one.first));
  });
  return found == std::end(k_words) ? std::string_view() : found->second;
}

std::vector<std::string_view> actions_with_other_words() {
  std::vector<std::string_view> actions;
  for (const Words& one : k_words) actions.push_back(one.first);
  return actions;
}

}  // namespace ntmap::ui
