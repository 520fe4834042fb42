#include "app/data/carried_marks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/data/carry_figures.hpp"
#include "app/data/crosswalk_report.hpp"
#include "app/two_vintages.hpp"

namespace ntmap::app {
namespace {

/// The project again, with the carried file as the figures of 2025 and a third list of units like the second.
void chain_on(const test::TwoVintages& project) {
  project.replace_in("du_an.toml", "file = \"so_lieu.csv\"\nkey = \"ma\"\nperiod = \"2024\"",
                     "file = \"da_chuyen.csv\"\nkey = \"code\"\nperiod = \"2025\"");
  project.replace_in("du_an.toml", "valid_from = 2025-01-01\n",
                     "valid_from = 2025-01-01\nvalid_to = 2025-12-31\n[[boundaries]]\nid = \"sau\"\n"
                     "file = \"moi.geojson\"\ncode = \"ma\"\nname = \"ten\"\ntype = \"loai\"\n"
                     "valid_from = 2026-01-01\n");
  project.replace_in("du_an.toml", "[[indicators]]",
                     "[[crosswalks]]\nfile = \"tiep.csv\"\nfrom = \"moi\"\nto = \"sau\"\n[[indicators]]");
  project.folder.write(
      "tiep.csv", "old_code,new_code,share\n00002,00002,1\n00004,00004,1\n00005,00005,1\n00006,00006,1\n");
}

TEST(CarriedMarks, GoOnFromTheFileOfTheFirstStep) {
  for (const base::Lang lang : {base::Lang::vi, base::Lang::en}) {
    for (const char* file : {"da_chuyen.csv", "da_chuyen.xlsx"}) {
      const test::TwoVintages project;
      ProjectData first = project.data();
      write_crosswalk(carry_figures(first, {"cu", "moi", ""}), project.folder / file, lang,
                      base::Overwrite::no);
      chain_on(project);
      project.replace_in("du_an.toml", "da_chuyen.csv", file);
      ProjectData second = project.data();
      const CarriedFigures figures = carry_figures(second, {"moi", "sau", ""});
      EXPECT_EQ(mark_text(figures, "dat", 0).en, "parts differ") << file;
      EXPECT_EQ(mark_text(figures, "ha", 0).en, "");
      EXPECT_EQ(mark_text(figures, "ha", 1).en, "estimated by area");
      EXPECT_EQ(mark_text(figures, "dat", 3).en, "");
    }
  }
}

TEST(CarriedMarks, OfOneTable) {
  model::Table table;
  table.columns.push_back(
      {"marks",
       model::ColumnType::text,
       {"các phần khác nhau: dat; ước tính theo diện tích, các phần khác nhau: ha, ho",
        "chưa rõ: thiếu số liệu của Xã Một: ha; xem lại: ha", "estimated by area: ha", ""},
       {}});
  const CarriedMarks marks(table, std::vector<std::uint32_t>{1, 0, 0xFFFFFFFF, 2}, 3);
  criteria::ValueTable values(2024, 3);
  for (const char* id : {"ha", "ho", "dat"}) {
    for (std::size_t unit = 0; unit < 3; ++unit) values.set(id, unit, 1);
  }
  values.set("ho", 1, model::k_no_data);
  for (const char* id : {"ha", "ho", "dat"}) marks.mark(id, values.column(id));
  EXPECT_EQ(values.find("dat")->flags[1], criteria::k_cell_parts_differ);
  EXPECT_EQ(values.find("ha")->flags[1], criteria::k_cell_parts_differ | criteria::k_cell_estimated);
  EXPECT_EQ(values.find("ho")->flags[1], 0) << "no figure, no mark";
  EXPECT_EQ(values.find("ha")->flags[0], 0) << "words that are no mark; a row of another period";
}

}  // namespace
}  // namespace ntmap::app
