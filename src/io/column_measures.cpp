#include "io/column_measures.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "io/grid_reader.hpp"

namespace ntmap::io {
namespace {

using base::text;

void replace_all(std::string& in, std::string_view from, std::string_view to) {
  for (std::size_t at = in.find(from); at != std::string::npos; at = in.find(from, at + to.size()))
    in.replace(at, from.size(), to);
}

/// The parts that state one measure, as a reader finds them: "trang “A”, “B”".
struct Places {
  std::string names;
  std::size_t count = 0;

  void add(const std::string& name) {
    constexpr std::size_t k_named = 4;
    if (++count <= k_named) names.append(names.empty() ? "“" : ", “").append(name).append("”");
    if (count == k_named + 1) names += ", …";
  }
};

/// Measures that are told from each other for sure, with other ways to write them.
constexpr auto k_measures =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"ha", "ha"},
                                                                  {"héc ta", "ha"},
                                                                  {"héc-ta", "ha"},
                                                                  {"hecta", "ha"},
                                                                  {"m2", "m2"},
                                                                  {"mét vuông", "m2"},
                                                                  {"nghìn m2", "nghìn m2"},
                                                                  {"1.000 m2", "nghìn m2"},
                                                                  {"1000 m2", "nghìn m2"},
                                                                  {"km2", "km2"},
                                                                  {"sào", "sào"},
                                                                  {"m", "m"},
                                                                  {"km", "km"},
                                                                  {"m3", "m3"},
                                                                  {"kg", "kg"},
                                                                  {"tạ", "tạ"},
                                                                  {"tấn", "tấn"},
                                                                  {"hộ", "hộ"},
                                                                  {"hộ gia đình", "hộ"},
                                                                  {"người", "người"},
                                                                  {"khẩu", "người"},
                                                                  {"nhân khẩu", "người"},
                                                                  {"nghìn người", "nghìn người"},
                                                                  {"1.000 người", "nghìn người"},
                                                                  {"%", "%"},
                                                                  {"phần trăm", "%"},
                                                                  {"đồng", "đồng"},
                                                                  {"nghìn đồng", "nghìn đồng"},
                                                                  {"ngàn đồng", "nghìn đồng"},
                                                                  {"1.000 đồng", "nghìn đồng"},
                                                                  {"1000 đồng", "nghìn đồng"},
                                                                  {"1.000đ", "nghìn đồng"},
                                                                  {"1000đ", "nghìn đồng"},
                                                                  {"triệu đồng", "triệu đồng"},
                                                                  {"tr. đồng", "triệu đồng"},
                                                                  {"tr.đồng", "triệu đồng"},
                                                                  {"tr đồng", "triệu đồng"},
                                                                  {"tr.đ", "triệu đồng"},
                                                                  {"trđ", "triệu đồng"},
                                                                  {"tr", "triệu đồng"},
                                                                  {"tỷ đồng", "tỷ đồng"},
                                                                  {"tỉ đồng", "tỷ đồng"}});

bool is_known(const std::string& measure) {
  return std::any_of(k_measures.begin(), k_measures.end(),
                     [&](const auto& one) { return one.second == measure; });
}

/// The usual way to write a measure; what is behind it ("ha - Năm 2024", "ha   Huyện") goes.
std::string usual(std::string measure) {
  for (const std::string_view end : {" - ", " – ", "  "})
    measure = std::string(trimmed(std::string_view(measure).substr(0, measure.find(end))));
  while (measure.ends_with('.')) measure.pop_back();
  const auto known = std::find_if(k_measures.begin(), k_measures.end(),
                                  [&](const auto& one) { return one.first == measure; });
  return known == k_measures.end() ? measure : std::string(known->second);
}

}  // namespace

std::string measure_in(std::string_view cell) {
  std::string_view word = trimmed(cell);
  if (word.size() > 2 && word.front() == '(' && word.back() == ')')
    word = trimmed(word.substr(1, word.size() - 2));
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  replace_all(out, "²", "2");
  replace_all(out, "³", "3");
  replace_all(out, "Đ", "đ");
  return usual(std::move(out));
}

std::string stated_measure(std::string_view title) {
  static constexpr auto k_labels = std::to_array<std::string_view>(
      {"ĐVT", "Đvt", "đvt", "Đơn vị tính", "đơn vị tính", "ĐƠN VỊ TÍNH", "Đơn vị:", "đơn vị:"});
  for (const std::string_view label : k_labels) {
    const std::size_t at = title.find(label);
    if (at == std::string_view::npos) continue;
    std::string_view rest = trimmed(title.substr(at + label.size()));
    if (rest.starts_with(':')) rest = trimmed(rest.substr(1));
    rest = rest.substr(0, rest.find_first_of(")|;\n"));
    while (rest.ends_with('.')) rest.remove_suffix(1);
    constexpr std::size_t k_longest = 40;
    return rest.size() > k_longest ? std::string() : measure_in(rest);
  }
  return {};
}

void MeasureCheck::take(const model::Table& part, const Measures& measures) {
  if (!measures.whole.empty()) m_stated.push_back({{}, measures.whole, part.file, part.sheet});
  for (std::size_t c = 0; c < std::min(measures.columns.size(), part.columns.size()); ++c) {
    if (measures.columns[c].empty()) continue;
    m_stated.push_back({part.columns[c].name, measures.columns[c], part.file, part.sheet});
  }
}

void MeasureCheck::report(base::Findings& findings) const {
  std::map<std::string, std::map<std::string, Places>> places_of;
  for (const Stated& one : m_stated)
    places_of[one.column][one.measure].add(one.sheet.empty() ? one.file : one.sheet);
  for (const auto& [column, measures] : places_of) {
    if (measures.size() < 2) continue;
    std::string told;
    bool sure = true;  // that they are not one in other words
    for (const auto& [measure, places] : measures) {
      sure = sure && is_known(measure);
      told.append(told.empty() ? "" : "; ").append(measure).append(": ").append(places.names);
    }
    findings.push_back(
        {sure ? base::Severity::error : base::Severity::warning, "table.measures-differ",
         m_stated.front().file, column.empty() ? base::Text() : text("cột “{}”", "column “{}”", {column}),
         text("các trang, tệp ghi đơn vị tính khác nhau ({}); số liệu không so sánh được với nhau",
              "the sheets or files state different units of measure ({}); their figures cannot be compared",
              {told}),
         text("Đổi số liệu về cùng một đơn vị tính.", "Bring the figures to one unit of measure.")});
  }
}

}  // namespace ntmap::io
