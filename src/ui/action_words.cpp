#include "ui/action_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ntmap::ui {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr Words k_words[] = {
    {"data.check", "chất lượng, lỗi, cảnh báo, kiểm tra dự án; quality, errors, warnings"},
    {"edit.redo", "khôi phục lại thao tác; again"},
    {"edit.settings", "cài đặt, tùy chọn, cấu hình; options, preferences"},
    {"edit.undo", "quay lại, trở lại; back"},
    {"file.copy_picture", "chụp màn hình, dán vào văn bản; screenshot, clipboard"},
    {"file.export", "in, lưu ảnh, PNG, PDF, SVG, GeoTIFF, GeoJSON, Excel; print, save a picture"},
    {"file.export_table", "xuất Excel, CSV, XLSX"},
    {"file.join", "nối bảng, nhập Excel, shapefile; import"},
    {"file.open", "mở dự án, tệp; file, project"},
    {"file.quit", "đóng chương trình, kết thúc; exit, close"},
    {"file.save", "ghi dự án; write"},
    {"file.save_as", "ghi thành tệp khác, bản sao; copy"},
    {"help.shortcuts", "bàn phím, trợ giúp; keyboard, help, keys"},
    {"help.tour", "hướng dẫn sử dụng, trợ giúp; help, tour"},
    {"map.all", "thu nhỏ, xem cả tỉnh; fit, zoom out"},
    {"map.names", "nhãn, tên xã; labels"},
    {"map.play", "chạy, hoạt hình, thời gian; animation, timeline"},
    {"map.selection", "phóng to; zoom in"},
    {"map.split", "chia đôi, hai màn hình, cạnh nhau; split, side by side"},
    {"present.meeting_style", "họp trực tuyến; video meeting"},
    {"present.preview", "xem trước, đường truyền, nén; preview, video, bandwidth"},
    {"present.start", "toàn màn hình, chiếu; full screen, slides"},
    {"style.reverse", "đảo bảng màu; invert the palette"},
    {"view.dark", "giao diện tối, giao diện sáng, chế độ tối, nền sáng; theme, light, night"},
    {"view.en", "tiếng Anh, ngôn ngữ; language"},
    {"view.large_text", "cỡ chữ, phông chữ; font size, accessibility"},
    {"view.larger", "phóng to giao diện, tỷ lệ, cỡ chữ; scale, zoom"},
    {"view.own_scale", "tỷ lệ giao diện, 100 %; reset the scale"},
    {"view.panel.quality", "kiểm tra, lỗi; check, errors"},
    {"view.panel.thresholds", "ngưỡng, quyết định của tỉnh; overlay"},
    {"view.smaller", "thu nhỏ giao diện, tỷ lệ, cỡ chữ; scale, zoom"},
    {"view.vi", "ngôn ngữ; Vietnamese, language"},
};

}  // namespace

std::string_view other_words(std::string_view action) {
  const auto* const found = std::find_if(std::begin(k_words), std::end(k_words),
                                         [&](const Words& one) { return one.first == action; });
  return found == std::end(k_words) ? std::string_view() : found->second;
}

std::vector<std::string_view> actions_with_other_words() {
  std::vector<std::string_view> actions;
  for (const Words& one : k_words) actions.push_back(one.first);
  return actions;
}

}  // namespace ntmap::ui
