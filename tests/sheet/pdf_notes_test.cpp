#include "sheet/pdf_notes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "sample_sheet.hpp"
#include "sheet/paint.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::sheet {
namespace {

void write_two_pages(const std::filesystem::path& path) {
  const SampleSheet sample(paper_page("16:9"), Style::meeting);
  PdfFile pdf(path, {"Thử", "Trial"}, base::Lang::vi, "2026-11-21");
  const Layout sheet = layout(sample.request);
  pdf.add(sample.request, sheet);
  pdf.add(sample.request, sheet);
  pdf.finish();
}

TEST(PdfNotes, StandOnTheirPages) {
  const test::TemporaryFolder folder;
  const auto path = folder / "bai.pdf";
  write_two_pages(path);
  const std::vector<std::string> notes{"", "Plain words for page two"};
  add_notes(path, notes, "Notes");
  const std::string out = test::read_bytes(path);
  EXPECT_THAT(out, testing::StartsWith("%PDF-1."));
  // Objects may be packed; what must be found without unpacking is checked with poppler in the deck's test.
  EXPECT_GT(out.size(), 2000U);
}

TEST(PdfNotes, SameInputGivesTheSameBytes) {
  const test::TemporaryFolder folder;
  const std::vector<std::string> notes{"Lời một", "Lời hai"};
  for (const char* name : {"a.pdf", "b.pdf"}) {
    write_two_pages(folder / name);
    add_notes(folder / name, notes, "Lời thuyết trình");
  }
  EXPECT_EQ(test::read_bytes(folder / "a.pdf"), test::read_bytes(folder / "b.pdf"));
}

TEST(PdfNotes, NoNotesLeaveTheFileAlone) {
  const test::TemporaryFolder folder;
  write_two_pages(folder / "a.pdf");
  const std::string before = test::read_bytes(folder / "a.pdf");
  add_notes(folder / "a.pdf", std::vector<std::string>{"", ""}, "x");
  EXPECT_EQ(test::read_bytes(folder / "a.pdf"), before);
}

TEST(PdfNotes, WhatIsNoPdfIsAnError) {
  const test::TemporaryFolder folder;
  folder.write("a.pdf", "not a PDF");
  EXPECT_THROW(add_notes(folder / "a.pdf", std::vector<std::string>{"x"}, "x"), base::Error);
  EXPECT_EQ(test::read_bytes(folder / "a.pdf"), "not a PDF") << "and the file is as it was";
}

}  // namespace
}  // namespace ntmap::sheet
