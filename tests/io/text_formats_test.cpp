#include <gtest/gtest.h>

#include "io/grid_reader.hpp"
#include "io/utf_reader.hpp"
#include "io/xml_reader.hpp"

namespace ntmap::io {
namespace {

TEST(Utf8, ValidAndInvalid) {
  for (const char* good : {"", "abc", "Đắk Lắk", "\xF0\x9F\x8C\xBE", "\xEF\xBF\xBF"})
    EXPECT_TRUE(is_utf8(good)) << good;
  for (const char* bad :
       {"\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\xE1\xBA", "Th\xB9"}) {
    EXPECT_FALSE(is_utf8(bad)) << bad;
  }
}

TEST(Utf8, CodePoints) {
  std::string out;
  for (const char32_t code : {U'a', U'đ', U'ạ', U'\U0001F33E', char32_t{0xD800}, char32_t{0x110000}})
    append_utf8(out, code);
  EXPECT_EQ(out, "ađạ\xF0\x9F\x8C\xBE\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Grid, Addresses) {
  EXPECT_EQ(column_letters(1), "A");
  EXPECT_EQ(column_letters(27), "AA");
  EXPECT_EQ(column_letters(16384), "XFD");
  EXPECT_EQ(cell_address("XFD7").column, 16384U);
  EXPECT_EQ(cell_address("AA12").row, 12U);
  for (const char* bad : {"", "A", "7", "A0", "ZZZZ1", "A1B", "A99999999999"})
    EXPECT_EQ(cell_address(bad).row, 0U) << bad;
  EXPECT_EQ(trimmed(" \xC2\xA0 x \xC2\xA0\n"), "x");
}

TEST(Xml, StepsNamesAttributesAndText) {
  XmlReader reader(
      "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><!-- <no/> --><n:a k:q='1 &lt; 2' r=\"x>y\"> "
      "t&#x1EA1;<b/><![CDATA[<c>]]></n:a>");
  while (reader.next() == XmlReader::Step::text) {
  }
  EXPECT_EQ(reader.name(), "a");
  EXPECT_EQ(reader.attribute("q"), "1 < 2");
  EXPECT_EQ(reader.attribute("r"), "x>y");
  EXPECT_EQ(reader.attribute("none"), "");
  ASSERT_EQ(reader.next(), XmlReader::Step::text);
  EXPECT_EQ(reader.text(), " tạ");
  EXPECT_EQ(reader.next(), XmlReader::Step::open);
  EXPECT_EQ(reader.name(), "b");
  EXPECT_EQ(reader.next(), XmlReader::Step::close);
  ASSERT_EQ(reader.next(), XmlReader::Step::text);
  EXPECT_EQ(reader.text(), "<c>");
  EXPECT_EQ(reader.next(), XmlReader::Step::close);
  EXPECT_EQ(reader.next(), XmlReader::Step::end);
  EXPECT_FALSE(reader.broken());
}

TEST(Xml, BrokenEndsTheWalk) {
  for (const char* bad : {"<a>", "<a", "</a>", "<a><![CDATA[x", "<a b='>"}) {
    XmlReader reader(bad);
    while (reader.next() != XmlReader::Step::end) {
    }
    EXPECT_TRUE(reader.broken()) << bad;
  }
}

}  // namespace
}  // namespace ntmap::io
