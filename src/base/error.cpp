#include "base/error.hpp"

#include <utility>

namespace ntmap::base {

Error::Error(ErrorKind kind, Text message, Text remedy)
    : m_kind(kind), m_message(std::move(message)), m_remedy(std::move(remedy)) {}

Error& Error::at(const Text& place) {
  m_message = text("{}: {}", "{}: {}", {place, m_message});
  return *this;
}

}  // namespace ntmap::base
