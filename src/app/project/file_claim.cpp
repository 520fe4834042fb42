#include "app/project/file_claim.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace ntmap::app {

FileClaim::Taken FileClaim::take(const std::filesystem::path& file) {
  while (true) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return {};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      const bool held = errno == EWOULDBLOCK;
      ::close(descriptor);
      return {nullptr, held};
    }
    struct stat state {};
    if (::fstat(descriptor, &state) == 0 && state.st_nlink > 0)
      return {std::shared_ptr<const FileClaim>(new FileClaim(file, descriptor)), false};
    ::close(descriptor);  // it was given up and removed between opening and locking
  }
}

FileClaim::~FileClaim() {
  ::unlink(m_file.c_str());
  ::close(m_descriptor);
}

}  // namespace ntmap::app
