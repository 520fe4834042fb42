#include "sheet/pdf_notes.hpp"

#include <fmt/format.h>

// Its pointers are standard ones; without this the headers warn.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/error.hpp"

namespace ntmap::sheet {
namespace {

// Points: the mark stands in the upper right corner, within the margin.
constexpr double k_mark = 20;
constexpr double k_inset = 8;

QPDFObjectHandle note_on(QPDFPageObjectHelper& page, const std::string& text, const std::string& author) {
  const auto box = page.getMediaBox().getArrayAsRectangle();
  const double right = box.urx - k_inset;
  const double top = box.ury - k_inset;
  // Flags 24: the mark keeps its size when the page is enlarged or turned; not 4, so it is not printed.
  auto note = QPDFObjectHandle::parse(
      fmt::format("<< /Type /Annot /Subtype /Text /Rect [{:.2f} {:.2f} {:.2f} {:.2f}] /Name /Comment "
                  "/Open false /F 24 /C [1 0.85 0.3] >>",
                  right - k_mark, top - k_mark, right, top));
  note.replaceKey("/Contents", QPDFObjectHandle::newUnicodeString(text));
  note.replaceKey("/T", QPDFObjectHandle::newUnicodeString(author));
  return note;
}

void write(QPDF& document, const std::filesystem::path& pdf) {
  QPDFWriter writer(document, pdf.c_str());
  writer.setDeterministicID(true);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.write();
}

}  // namespace

void add_notes(const std::filesystem::path& pdf, std::span<const std::string> texts,
               const std::string& author) {
  if (std::all_of(texts.begin(), texts.end(), [](const std::string& text) { return text.empty(); })) return;
  std::ifstream stream(pdf, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile(pdf.c_str(), bytes.data(), bytes.size());
    auto pages = QPDFPageDocumentHelper(document).getAllPages();
    for (std::size_t i = 0; i < pages.size() && i < texts.size(); ++i) {
      if (texts[i].empty()) continue;
      auto note = document.makeIndirectObject(note_on(pages[i], texts[i], author));
      auto notes = QPDFObjectHandle::newArray();
      notes.appendItem(note);
      pages[i].getObjectHandle().replaceKey("/Annots", notes);
    }
    write(document, pdf);
  } catch (const std::exception& failure) {
    throw base::Error(base::ErrorKind::io,
                      base::text("không ghi được lời thuyết trình vào PDF: {}",
                                 "the speaker's notes cannot be written into the PDF: {}", {failure.what()}),
                      {"kiểm tra đường dẫn và chỗ trống trên đĩa", "check the path and the free space"})
        .at(pdf.string());
  }
}

}  // namespace ntmap::sheet
