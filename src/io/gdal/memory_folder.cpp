#include "io/gdal/memory_folder.hpp"

#include <cpl_vsi.h>

#include <atomic>

namespace ntmap::io {
namespace {

std::atomic<unsigned> g_serial{0};  // makes two folders of one process differ

}  // namespace

MemoryFolder::MemoryFolder() : m_path("/vsimem/ntmap-" + std::to_string(g_serial++)) {
  VSIMkdir(m_path.c_str(), 0755);
}

MemoryFolder::~MemoryFolder() {
  VSIRmdirRecursive(m_path.c_str());
}

std::string MemoryFolder::file(const char* name) const {
  return m_path + '/' + name;
}

std::string_view MemoryFolder::bytes(const char* name) const {
  vsi_l_offset size = 0;
  const GByte* const data = VSIGetMemFileBuffer(file(name).c_str(), &size, FALSE);
  if (data == nullptr) return {};
  return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
}

}  // namespace ntmap::io
