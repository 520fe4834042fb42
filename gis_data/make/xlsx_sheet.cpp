#include <cpl_vsi.h>
#include <fmt/format.h>

#include <stdexcept>

#include "make/sheet.hpp"

namespace ntmap::sample {

namespace {

constexpr const char* k_xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* k_office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* k_package = "http://schemas.openxmlformats.org/package/2006";
constexpr const char* k_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* k_type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else
      result += c;
  }
  return result;
}

std::string column_name(std::size_t index) {
  std::string result;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
    result.insert(result.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return result;
}

/// The rows of the sheet as XML, numbered from 1.
class Rows {
 public:
  void add(const std::vector<Cell>& cells) {
    ++m_row;
    m_xml += fmt::format("<row r=\"{}\">", m_row);
    for (std::size_t i = 0; i < cells.size(); ++i) add_cell(cells[i], i);
    m_xml += "</row>";
  }
  const std::string& xml() const { return m_xml; }

 private:
  void add_cell(const Cell& cell, std::size_t column) {
    const std::string at = column_name(column) + std::to_string(m_row);
    if (const auto* text = std::get_if<std::string>(&cell))
      m_xml += fmt::format("<c r=\"{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", at, escaped(*text));
    else if (const auto* number = std::get_if<Number>(&cell))
      m_xml += fmt::format("<c r=\"{}\"><v>{:.{}f}</v></c>", at, number->value, number->decimals);
  }

  std::size_t m_row = 0;
  std::string m_xml;
};

std::vector<Cell> total_row(const Sheet& sheet) {
  std::vector<Cell> result(sheet.header.size());
  for (std::size_t column = 0; column < result.size(); ++column) {
    double sum = 0;
    bool adds_up = false;
    for (const std::vector<Cell>& row : sheet.rows) {
      const auto* number = std::get_if<Number>(&row[column]);
      if (number == nullptr || number->decimals != 0) continue;
      sum += number->value;
      adds_up = true;
    }
    if (adds_up) result[column] = Number{sum, 0};
  }
  result[1] = std::string("Tổng");
  return result;
}

std::string sheet_xml(const Sheet& sheet) {
  Rows rows;
  rows.add({sheet.title + " (" + k_made_up + ")"});
  rows.add({});
  rows.add(std::vector<Cell>(sheet.header.begin(), sheet.header.end()));
  for (const std::vector<Cell>& row : sheet.rows) rows.add(row);
  if (sheet.total_row) rows.add(total_row(sheet));
  return fmt::format(
      "{}<worksheet xmlns=\"{}\"><sheetData>{}</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:{}1\"/>"
      "</mergeCells></worksheet>",
      k_xml, k_main, rows.xml(), column_name(sheet.header.size() - 1));
}

std::string content_types() {
  return fmt::format(
      "{0}<Types xmlns=\"{1}/content-types\"><Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
      "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
      "ContentType=\"{2}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" "
      "ContentType=\"{2}.worksheet+xml\"/></Types>",
      k_xml, k_package, k_type);
}

std::string relationship(const char* kind, const char* target) {
  return fmt::format(
      "{}<Relationships xmlns=\"{}/relationships\"><Relationship Id=\"rId1\" Type=\"{}/{}\" "
      "Target=\"{}\"/></Relationships>",
      k_xml, k_package, k_office, kind, target);
}

std::string workbook() {
  return fmt::format(
      "{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets><sheet name=\"Số liệu\" sheetId=\"1\" "
      "r:id=\"rId1\"/></sheets></workbook>",
      k_xml, k_main, k_office);
}

void write_part(const std::string& archive, const char* name, const std::string& text) {
  VSILFILE* file = VSIFOpenL((archive + "/" + name).c_str(), "wb");
  if (file == nullptr || VSIFWriteL(text.data(), 1, text.size(), file) != text.size() ||
      VSIFCloseL(file) != 0)
    throw std::runtime_error(fmt::format("{}: cannot be written", archive));
}

}  // namespace

void write_xlsx(const std::filesystem::path& file, const Sheet& sheet) {
  std::filesystem::create_directories(file.parent_path());
  std::filesystem::remove(file);
  const std::string archive = "/vsizip/" + file.string();
  VSILFILE* whole = VSIFOpenL(archive.c_str(), "wb");
  if (whole == nullptr) throw std::runtime_error(fmt::format("{}: cannot be written", file.string()));
  write_part(archive, "[Content_Types].xml", content_types());
  write_part(archive, "_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
  write_part(archive, "xl/workbook.xml", workbook());
  write_part(archive, "xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
  write_part(archive, "xl/worksheets/sheet1.xml", sheet_xml(sheet));
  if (VSIFCloseL(whole) != 0) throw std::runtime_error(fmt::format("{}: cannot be written", file.string()));
}

}  // namespace ntmap::sample
