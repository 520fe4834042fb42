#include "ui/start_notices.hpp"

#include <unistd.h>

#include <cmath>
#include <string>
#include <vector>

#include "ui/native_dialog.hpp"

namespace ntmap::ui {

using base::text;

void tell_on_desktop(const base::Error& error, base::Lang lang) {
  if (::isatty(STDERR_FILENO) != 0) return;
  const std::string words = error.message().in(lang) + "\n\n" + error.remedy().in(lang);
  const std::vector<std::string> notice = native_notice("ntmap", words);
  if (!notice.empty()) first_line_of(notice);
}

base::Error scale_not_tried(double scale) {
  return {base::ErrorKind::io,
          text("Lần trước cửa sổ không mở được ở cỡ giao diện {} %; lần này dùng cỡ theo màn hình",
               "The window did not open last time with the interface at {} %; now it has the monitor's scale",
               {static_cast<int>(std::lround(scale * 100))}),
          text("Muốn cỡ khác thì chọn lại ở Sửa > Thiết lập….", "Choose another in Edit > Settings….")};
}

base::Error two_windows() {
  return {
      base::ErrorKind::data,
      text("Dự án này đang mở trong một cửa sổ ntmap khác; thay đổi chưa lưu ở cửa sổ đó không hiện ở đây",
           "The project is open in another window of ntmap; what is not saved there does not show here"),
      text("Chỉ nên sửa ở một cửa sổ, hoặc lưu thành tệp dự án khác bằng “Lưu thành…”. Nếu cửa sổ kia lưu "
           "trước, khi lưu ở đây chương trình sẽ hỏi.",
           "Better edit in one window only, or save to another project file with “Save as…”. Where the other "
           "window has saved first, you will be asked when you save here.")};
}

}  // namespace ntmap::ui
