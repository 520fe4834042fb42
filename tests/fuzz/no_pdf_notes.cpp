// Stands in for sheet/pdf_notes.cpp in libFuzzer's build: clang 16 cannot compile qpdf's JSON.hh in C++20,
// and no reader writes a PDF.

#include "base/error.hpp"
#include "sheet/pdf_notes.hpp"

namespace ntmap::sheet {

void add_notes(const std::filesystem::path&, std::span<const std::string>, const std::string&) {
  throw base::Error(base::ErrorKind::io,
                    base::text("Bản dựng này không ghi PDF", "This build writes no PDF"));
}

}  // namespace ntmap::sheet
