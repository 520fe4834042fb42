#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ntmap::io {

/// Steps through the XML of spreadsheets: elements, attributes and texts, in order, without a tree.
/// Namespaces prefixes are dropped; comments, declarations and DOCTYPE are passed over, so no entity can
/// be defined. Text keeps its spaces. Broken XML ends the walk (`broken()`).
class XmlReader {
 public:
  enum class Step : std::uint8_t { open, close, text, end };

  /// `xml` must outlive the reader.
  explicit XmlReader(std::string_view xml) : m_xml(xml) {}

  /// Goes to the next step. An empty element (<a/>) gives open, then close.
  Step next();
  /// Of the element that was opened or closed last, without its prefix.
  std::string_view name() const { return m_name; }
  /// Of the element that was opened last, by name without prefix; empty when there is none.
  std::string attribute(std::string_view name) const;
  /// The text of the last text step, entities replaced.
  const std::string& text() const { return m_text; }
  /// Elements now open, the one opened last included.
  std::size_t depth() const { return m_depth; }
  bool broken() const { return m_broken; }

 private:
  Step fail();
  Step element();
  /// Steps over "<!-- -->", "<? ?>", "<! >"; false when what follows is something else.
  bool skip_markup();

  std::string_view m_xml;
  std::size_t m_at = 0;
  std::string_view m_name;
  std::string_view m_attributes;
  std::string m_text;
  std::size_t m_depth = 0;
  bool m_close_next = false;
  bool m_broken = false;
};

}  // namespace ntmap::io
