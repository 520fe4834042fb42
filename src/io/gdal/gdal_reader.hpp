#pragma once

#include <string>
#include <vector>

#include "base/finding.hpp"

namespace ntmap::io {

/// Takes GDAL's messages of this thread, from construction to destruction. Make it before the first call
/// to GDAL and keep it on the stack: the handlers of one thread nest.
class GdalMessages {
 public:
  GdalMessages();
  ~GdalMessages();
  GdalMessages(const GdalMessages&) = delete;
  GdalMessages& operator=(const GdalMessages&) = delete;

  /// The last failure's text; empty when nothing failed.
  const std::string& failure() const { return m_failure; }
  /// Each different message as a finding: failures are errors.
  base::Findings findings(const std::string& file) const;
  void take(bool failed, const char* said);

 private:
  struct Message {
    bool failed;
    std::string text;
  };
  std::vector<Message> m_messages;
  std::string m_failure;
};

/// Makes the drivers known to GDAL that our readers allow, and only those (registering all takes longer
/// than reading a province). Threads may call it at once.
void register_reader_drivers();

}  // namespace ntmap::io
