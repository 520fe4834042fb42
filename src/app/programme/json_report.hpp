#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "io/text_writer.hpp"

namespace ntmap::app {

/// Writes JSON piece by piece; commas are its own affair.
class JsonText {
 public:
  void open(char bracket) {
    separate();
    m_text += bracket;
    m_first = true;
  }
  void close(char bracket) {
    m_text += bracket;
    m_first = false;
  }
  void key(std::string_view name) {
    separate();
    io::append_json(m_text, name);
    m_text += ':';
    m_first = true;
  }
  void value(std::string_view text) {
    separate();
    io::append_json(m_text, text);
  }
  void value(double number) {
    separate();
    io::append_json(m_text, number);
  }
  void member(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    key(name);
    value(text);
  }
  /// NaN is null: known to be unknown.
  void member(std::string_view name, double number) {
    key(name);
    value(number);
  }
  std::string take() { return std::move(m_text) + "\n"; }

 private:
  void separate() {
    if (!m_first) m_text += ',';
    m_first = false;
  }
  std::string m_text;
  bool m_first = true;
};

}  // namespace ntmap::app
