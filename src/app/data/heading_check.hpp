#pragma once

#include <cstddef>
#include <vector>

#include "base/finding.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// Headings of a table before they are decoded, to tell what is wrong with them afterwards.
class HeadingCheck {
 public:
  explicit HeadingCheck(const model::Table& raw);

  /// After decoding: says the header row again in letters where its finding (table.header) holds raw bytes,
  /// and tells headings with bytes that fit no encoding, or another than the other headings
  /// (table.heading-damaged, warning).
  void tell(const model::Table& decoded, base::Findings& findings) const;

 private:
  std::vector<std::size_t> m_alien;  ///< columns whose heading is no UTF-8 beside headings that are
};

}  // namespace ntmap::app
