#include "app/project/text_file.hpp"

#include <fstream>
#include <iterator>

#include "base/pending_file.hpp"
#include "io/output_file.hpp"

namespace ntmap::app {

std::optional<std::string> read_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(stream), {}};
}

void write_text(const std::filesystem::path& file, std::string_view text) {
  base::PendingFile pending(file, base::Overwrite::yes);
  io::OutputFile out(pending.temporary(), file);
  out.write(text);
  out.close();
  pending.commit();
}

}  // namespace ntmap::app
