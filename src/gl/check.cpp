#include "gl/check.hpp"

#include <epoxy/gl.h>
#include <fmt/format.h>

#include "base/error.hpp"

namespace ntmap::gl {

void check_gl(std::string_view doing) {
  const GLenum error = glGetError();
  if (error == GL_NO_ERROR) return;
  while (glGetError() != GL_NO_ERROR) {
  }
  const bool memory = error == GL_OUT_OF_MEMORY;
  throw base::Error(
      base::ErrorKind::io,
      base::text("Lỗi OpenGL {} khi vẽ bản đồ ({})", "OpenGL error {} while drawing the map ({})",
                 {base::Text(fmt::format("0x{:04x}", error)), base::Text(doing)}),
      memory ? base::text("Không đủ bộ nhớ đồ họa: chọn kích thước ảnh nhỏ hơn.",
                          "Not enough graphics memory: choose a smaller picture.")
             : base::text("Cập nhật trình điều khiển đồ họa, hoặc đặt LIBGL_ALWAYS_SOFTWARE=1 rồi chạy lại.",
                          "Update the graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 and run again."));
}

}  // namespace ntmap::gl
