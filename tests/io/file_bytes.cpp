#include "file_bytes.hpp"

#include <algorithm>
#include <cstring>

namespace ntmap::test {
namespace {

void append_little(std::string& bytes, std::uint64_t value, int length) {
  for (int i = 0; i < length; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

void append_big32(std::string& bytes, std::uint32_t value) {
  for (int i = 3; i >= 0; --i) bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

void append_double(std::string& bytes, double value) {
  std::uint64_t raw = 0;
  std::memcpy(&raw, &value, sizeof raw);
  append_little(bytes, raw, 8);
}

void append_box(std::string& bytes, const base::Box& box) {
  const bool empty = box.empty();
  for (const double value : {box.min_x, box.min_y, box.max_x, box.max_y})
    append_double(bytes, empty ? 0 : value);
}

std::string shp_header(std::uint32_t length, std::int32_t type, const base::Box& box) {
  std::string out;
  append_big32(out, 9994);
  out.append(20, '\0');
  append_big32(out, length / 2);
  append_little(out, 1000, 4);
  append_little(out, static_cast<std::uint32_t>(type), 4);
  append_box(out, box);
  out.append(32, '\0');
  return out;
}

std::string record(const FileRings& rings, std::int32_t type, base::Box& total) {
  base::Box box;
  std::size_t points = 0;
  for (const auto& ring : rings) {
    points += ring.size() / 2;
    for (std::size_t i = 0; i < ring.size(); i += 2) box.add(base::Vec2{ring[i], ring[i + 1]});
  }
  total.add(box);
  std::string out;
  append_little(out, rings.empty() ? 0U : static_cast<std::uint32_t>(type), 4);
  if (rings.empty()) return out;
  append_box(out, box);
  append_little(out, rings.size(), 4);
  append_little(out, points, 4);
  std::size_t start = 0;
  for (const auto& ring : rings) {
    append_little(out, start, 4);
    start += ring.size() / 2;
  }
  for (const auto& ring : rings) {
    for (const double value : ring) append_double(out, value);
  }
  const int ordinates = type == 15 ? 2 : type == 25 ? 1 : 0;
  out.append(static_cast<std::size_t>(ordinates) * (16 + 8 * points), '\0');
  return out;
}

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int k = 0; k < 8; ++k) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

/// Fields that a zip entry's local and central heads share.
void append_zip_fields(std::string& out, std::string_view name, std::string_view content) {
  append_little(out, 20, 2);
  append_little(out, 0x800, 2);  // names are UTF-8
  append_little(out, 0, 2);
  append_little(out, 0x5A210000, 4);
  append_little(out, crc32(content), 4);
  append_little(out, content.size(), 4);
  append_little(out, content.size(), 4);
  append_little(out, name.size(), 2);
  append_little(out, 0, 2);
}

}  // namespace

void put_big32(std::string& bytes, std::size_t at, std::uint32_t value) {
  std::string raw;
  append_big32(raw, value);
  bytes.replace(at, 4, raw);
}

void put_little32(std::string& bytes, std::size_t at, std::uint32_t value) {
  std::string raw;
  append_little(raw, value, 4);
  bytes.replace(at, 4, raw);
}

void put_double(std::string& bytes, std::size_t at, double value) {
  std::string raw;
  append_double(raw, value);
  bytes.replace(at, 8, raw);
}

std::string dbf_bytes(const std::vector<DbfField>& fields, const std::vector<std::vector<std::string>>& rows,
                      unsigned char language_id) {
  std::size_t width = 1;
  for (const DbfField& field : fields) width += field.length;
  std::string out("\x03\x7D\x0B\x15", 4);
  append_little(out, rows.size(), 4);
  append_little(out, 32 + 32 * fields.size() + 1, 2);
  append_little(out, width, 2);
  out.append(17, '\0');
  out += static_cast<char>(language_id);
  out.append(2, '\0');
  for (const DbfField& field : fields) {
    std::string name = field.name;
    name.resize(11, '\0');
    out += name + field.type;
    out.append(4, '\0');
    append_little(out, field.length, 1);
    append_little(out, field.decimals, 1);
    out.append(14, '\0');
  }
  out += '\r';
  for (const auto& row : rows) {
    out += ' ';
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::string cell = row[i].substr(0, fields[i].length);
      const std::string pad(fields[i].length - cell.size(), ' ');
      out += fields[i].type == 'C' ? cell + pad : pad + cell;
    }
  }
  return out + '\x1A';
}

ShpBytes shp_bytes(const std::vector<FileRings>& features, std::int32_t type) {
  std::string records;
  std::string index;
  base::Box box;
  std::uint32_t number = 0;
  for (const FileRings& rings : features) {
    const std::string content = record(rings, type, box);
    const auto words = static_cast<std::uint32_t>(content.size() / 2);
    append_big32(index, static_cast<std::uint32_t>((100 + records.size()) / 2));
    append_big32(index, words);
    append_big32(records, ++number);
    append_big32(records, words);
    records += content;
  }
  return {shp_header(static_cast<std::uint32_t>(100 + records.size()), type, box) + records,
          shp_header(static_cast<std::uint32_t>(100 + index.size()), type, box) + index};
}

ShpBytes shp_bytes(const model::PolygonSet& polygons, std::int32_t type) {
  std::vector<FileRings> features;
  for (std::size_t f = 0; f < polygons.feature_count(); ++f) {
    FileRings& rings = features.emplace_back();
    for (std::uint32_t r = polygons.first_ring(f); r < polygons.end_ring(f); ++r) {
      const auto ring = polygons.ring(r);
      std::vector<double> xy;
      for (std::size_t i = ring.size(); i > 0; i -= 2) xy.insert(xy.end(), {ring[i - 2], ring[i - 1]});
      xy.insert(xy.end(), {xy[0], xy[1]});
      rings.push_back(std::move(xy));
    }
  }
  return shp_bytes(features, type);
}

std::filesystem::path write_shapefile(const TemporaryFolder& folder, const model::PolygonSet& polygons,
                                      const std::vector<std::vector<std::string>>& rows) {
  const ShpBytes bytes = shp_bytes(polygons);
  folder.write("communes.shx", bytes.shx);
  folder.write("communes.dbf", dbf_bytes({{"code", 'C', 5}, {"name", 'C', 20}}, rows));
  return folder.write("communes.shp", bytes.shp);
}

std::string zip_bytes(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string out;
  std::string central;
  for (const auto& [name, content] : entries) {
    append_little(central, 0x02014b50, 4);
    append_little(central, 20, 2);
    append_zip_fields(central, name, content);
    append_little(central, 0, 2);  // comment
    append_little(central, 0, 2);  // disk
    append_little(central, 0, 6);  // attributes
    append_little(central, out.size(), 4);
    central += name;
    append_little(out, 0x04034b50, 4);
    append_zip_fields(out, name, content);
    out += name + content;
  }
  const std::size_t at = out.size();
  out += central;
  append_little(out, 0x06054b50, 4);
  append_little(out, 0, 4);
  append_little(out, entries.size(), 2);
  append_little(out, entries.size(), 2);
  append_little(out, central.size(), 4);
  append_little(out, at, 4);
  append_little(out, 0, 2);
  return out;
}

std::string xlsx_bytes(const std::vector<XlsxSheet>& sheets, std::string_view shared_strings) {
  std::vector<std::pair<std::string, std::string>> entries;
  std::string list;
  std::string relations;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string n = std::to_string(i + 1);
    list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + n + "\"" +
            (sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"") + " r:id=\"rId" + n +
            "\"/>";
    relations += "<Relationship Id=\"rId" + n + "\" Target=\"worksheets/sheet" + n + ".xml\"/>";
    entries.emplace_back("xl/worksheets/sheet" + n + ".xml",
                         "<?xml version=\"1.0\"?><worksheet xmlns=\"x\">" + sheets[i].xml + "</worksheet>");
  }
  entries.emplace_back("xl/workbook.xml", "<workbook><sheets>" + list + "</sheets></workbook>");
  entries.emplace_back("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
  entries.emplace_back("xl/sharedStrings.xml", "<sst>" + std::string(shared_strings) + "</sst>");
  entries.emplace_back(
      "xl/styles.xml",
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/>"
      "<numFmt numFmtId=\"165\" formatCode=\"_-* #,##0\\ _d_-\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
      "<xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
  return zip_bytes(entries);
}

std::string ods_bytes(std::string_view tables) {
  return zip_bytes(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
       {"content.xml",
        "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>"
        "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>"
        "</office:automatic-styles><office:body><office:spreadsheet>" +
            std::string(tables) + "</office:spreadsheet></office:body></office:document-content>"}});
}

}  // namespace ntmap::test
