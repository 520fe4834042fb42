#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/data/project_data.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {

/// A project of two vintages, "cu" (old) and "moi" (new), in a folder to be changed before it is opened.
/// Old 00001 and 00002 become 00002; old 00003 is split, a quarter of its area to 00004 and the rest to
/// 00005, without shares; 00006 keeps its code. Figures of 2024 are those of the old units:
///   ma     ha  ho   pct  dat       muc
///   00001  10  100  50   chưa đạt  3
///   00002  20  300  90   đạt       4
///   00003  40  400  60   đạt       5
///   00006   5   50  70   đạt       1
struct TwoVintages {
  TemporaryFolder folder;

  TwoVintages();
  std::filesystem::path file() const { return folder / "du_an.toml"; }
  void replace_in(std::string_view name, std::string_view from, std::string_view to) const;
  app::ProjectData data() const;
};

}  // namespace ntmap::test
