#include "io/gdal/gdal_writer_scope.hpp"

#include <cpl_error.h>
#include <gdal_frmts.h>
#include <ogrsf_frmts.h>

#include <mutex>

#include "base/error.hpp"

namespace ntmap::io {
namespace {

std::once_flag g_registered;

void register_drivers() {
  GDALRegister_MEM();
  GDALRegister_GTiff();
  GDALRegister_COG();
  GDALRegister_PDF();
  RegisterOGRGeoPackage();
}

}  // namespace

struct GdalWriterScope::Kept {
  std::string first_error;
  CPLErrorHandlerPusher pusher{&Kept::take, this};

  static void CPL_STDCALL take(CPLErr severity, CPLErrorNum, const char* message) {
    auto& self = *static_cast<Kept*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure && self.first_error.empty()) self.first_error = message;
  }
};

GdalWriterScope::GdalWriterScope() : m_kept(std::make_unique<Kept>()) {
  std::call_once(g_registered, register_drivers);
}

GdalWriterScope::~GdalWriterScope() = default;

bool GdalWriterScope::failed() const {
  return !m_kept->first_error.empty();
}

void GdalWriterScope::check(const std::filesystem::path& shown) const {
  if (failed()) fail(shown);
}

void GdalWriterScope::fail(const std::filesystem::path& shown) const {
  const base::Text reason = failed() ? base::Text(m_kept->first_error)
                                     : base::text("lỗi không rõ nguyên nhân", "the reason is not known");
  throw base::Error(base::ErrorKind::io,
                    base::text("Không ghi được {}: {}", "Cannot write {}: {}", {shown.string(), reason}),
                    base::text("Kiểm tra dung lượng đĩa và quyền ghi, hoặc chọn nơi ghi khác.",
                               "Check the free disk space and the permission, or choose another place."));
}

}  // namespace ntmap::io
