#include "io/gdal/gdal_reader.hpp"

#include <cpl_error.h>
#include <gdal.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <mutex>

#include "io/gdal/watched_file.hpp"

namespace ntmap::io {
namespace {

constexpr std::size_t k_messages_cap = 100;

std::mutex g_registering;  // GDAL's own look-then-register is not safe between threads

void CPL_STDCALL receive(CPLErr severity, CPLErrorNum, const char* message) {
  auto* messages = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
  if (severity == CE_Debug || severity == CE_None) return;
  messages->take(severity >= CE_Failure, message);
}

}  // namespace

GdalMessages::GdalMessages() {
  CPLPushErrorHandlerEx(receive, this);
}

GdalMessages::~GdalMessages() {
  CPLPopErrorHandler();
}

void GdalMessages::take(bool failed, const char* said) {
  const std::string message = without_watch(said);
  if (failed) m_failure = message;
  const bool known =
      std::any_of(m_messages.begin(), m_messages.end(), [&](const Message& m) { return m.text == message; });
  if (!known && m_messages.size() < k_messages_cap) m_messages.push_back({failed, message});
}

base::Findings GdalMessages::findings(const std::string& file) const {
  base::Findings out;
  for (const Message& message : m_messages) {
    out.push_back({message.failed ? base::Severity::error : base::Severity::warning,
                   message.failed ? "gdal.error" : "gdal.warning",
                   file,
                   {},
                   base::text("thư viện đọc báo: {}", "the reading library says: {}", {message.text}),
                   base::text("Kiểm tra tệp, hoặc lưu lại bằng phần mềm GIS.",
                              "Check the file, or save it anew with a GIS.")});
  }
  return out;
}

void register_reader_drivers() {
  const std::scoped_lock lock(g_registering);
  if (GDALGetDriverByName("FlatGeobuf") == nullptr) RegisterOGRFlatGeobuf();
  if (GDALGetDriverByName("GeoJSON") == nullptr) RegisterOGRGeoJSON();
  if (GDALGetDriverByName("GPKG") == nullptr) RegisterOGRGeoPackage();
  if (GDALGetDriverByName("MapInfo File") == nullptr) RegisterOGRTAB();
  if (GDALGetDriverByName("LIBKML") == nullptr) RegisterOGRLIBKML();
}

}  // namespace ntmap::io
