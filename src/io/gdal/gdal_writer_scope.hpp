#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/text.hpp"

namespace ntmap::io {

/// The drivers that the writers use, registered, and GDAL's messages of this thread kept while the
/// scope lives, instead of printed.
class GdalWriterScope {
 public:
  GdalWriterScope();
  ~GdalWriterScope();
  GdalWriterScope(const GdalWriterScope&) = delete;
  GdalWriterScope& operator=(const GdalWriterScope&) = delete;

  /// True when GDAL has reported an error (warnings aside) since the scope began.
  bool failed() const;
  /// Throws Error{io} naming the file and GDAL's first error, when there was one.
  void check(const std::filesystem::path& shown) const;
  /// Throws the same whether or not GDAL gave a reason.
  [[noreturn]] void fail(const std::filesystem::path& shown) const;

 private:
  struct Kept;
  std::unique_ptr<Kept> m_kept;
};

}  // namespace ntmap::io
