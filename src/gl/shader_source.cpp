#include "gl/shader_source.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/error.hpp"

namespace ntmap::gl {

std::string shader_source(std::string_view name) {
  if (const char* folder = std::getenv("NTMAP_SHADERS"); folder && *folder) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    std::ifstream file(path, std::ios::binary);
    if (file) return {std::istreambuf_iterator<char>(file), {}};
    throw base::Error(base::ErrorKind::not_found,
                      base::text("Không đọc được {}", "Cannot read {}", {base::Text(path.string())}),
                      base::text("Sửa hoặc bỏ biến môi trường NTMAP_SHADERS.",
                                 "Mend or unset the environment variable NTMAP_SHADERS."));
  }
  const std::string_view source = embedded_shader(name);
  if (!source.empty()) return std::string(source);
  throw base::Error(base::ErrorKind::not_found,
                    base::text("Không có shader {}", "No shader {}", {base::Text(name)}));
}

}  // namespace ntmap::gl
