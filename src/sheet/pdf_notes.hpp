#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace ntmap::sheet {

/// Puts a note of text (a PDF annotation that readers show beside the page and do not print) on the pages of
/// a finished PDF: texts[i] on page i, an empty text none. `author` stands over each note. The same file and
/// texts give the same bytes. Throws Error{io} when the file cannot be read or written.
void add_notes(const std::filesystem::path& pdf, std::span<const std::string> texts,
               const std::string& author);

}  // namespace ntmap::sheet
