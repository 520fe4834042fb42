#pragma once

#include <cstdint>
#include <exception>
#include <string>

#include "base/text.hpp"

namespace ntmap::base {

enum class ErrorKind : std::uint8_t {
  usage,      ///< the caller asked for something that makes no sense: exit code 2
  not_found,  ///< a file, or a field, sheet or unit in one, that is not there
  data,       ///< the data cannot be used
  io,         ///< reading or writing failed
  cancelled,  ///< the user cancelled
};

/// "Cannot go on". Says what went wrong and where, and what the user can do about it.
/// Flaws in data that can be worked around are Findings, not Errors.
class Error : public std::exception {
 public:
  Error(ErrorKind kind, Text message, Text remedy = {});

  ErrorKind kind() const { return m_kind; }
  /// "where: where: what", the outermost place first.
  const Text& message() const { return m_message; }
  const Text& remedy() const { return m_remedy; }
  const char* what() const noexcept override { return m_message.en.c_str(); }

  /// Puts a place ("communes.shp, feature 812") before the message. Returns itself, to rethrow.
  Error& at(const Text& place);

 private:
  ErrorKind m_kind;
  Text m_message;
  Text m_remedy;
};

}  // namespace ntmap::base
