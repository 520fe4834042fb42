#include "ui/tab_order.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <string>

#include "headless_frames.hpp"

namespace ntmap::ui {
namespace {

constexpr ImGuiWindowFlags k_place =
    ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoFocusOnAppearing;

/// The places of the window, of which the one on the right has nothing to stop at.
class TabOrderTest : public HeadlessFrames {
 protected:
  TabOrderTest() {
    for (int i = 0; i < 3; ++i) frame();
  }
  void draw() override {
    m_focused.clear();
    place("left", 0, {"theme", "period"});
    place("right", 400, {});
    place("bottom", 600, {"matrix"});
    ImGui::SetNextWindowPos({200, 0});
    ImGui::Begin("map_window", nullptr, k_place | ImGuiWindowFlags_NoNav);
    ImGui::InvisibleButton("map", {50, 50});
    if (m_tabs.on_map()) m_focused = "map";
    ImGui::End();
  }
  std::string after(int key, bool shift = false) {
    press_number(key, shift);
    return m_focused;
  }
  static int tab() { return ImGui::GetKeyIndex(ImGuiKey_Tab); }

 private:
  void place(const char* name, float at, std::initializer_list<const char*> buttons) {
    ImGui::SetNextWindowPos({at, 0});
    ImGui::Begin(name, nullptr, k_place);
    for (const char* button : buttons) {
      ImGui::Button(button);
      if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible) m_focused = button;
    }
    ImGui::End();
  }

  std::string m_focused;
};

TEST_F(TabOrderTest, F6GoesFromPanelToPanelTheMapIncluded) {
  EXPECT_EQ(after(k_f6), "theme");
  EXPECT_EQ(after(k_f6), "map");
  EXPECT_EQ(after(k_f6), "matrix") << "there is nothing on the right";
  EXPECT_EQ(after(k_f6), "theme");
  EXPECT_EQ(after(k_f6, true), "matrix");
  EXPECT_EQ(after(k_f6, true), "map");
  EXPECT_EQ(after(k_f6, true), "theme");
}

TEST_F(TabOrderTest, TabGoesThroughAPanelAndOn) {
  EXPECT_EQ(after(tab()), "theme");
  EXPECT_EQ(after(tab()), "period");
  EXPECT_EQ(after(tab()), "map");
  EXPECT_EQ(after(tab()), "matrix");
  EXPECT_EQ(after(tab(), true), "map");
  EXPECT_EQ(after(tab(), true), "period");
}

TEST_F(TabOrderTest, F6LeavesWhereverTabHasGone) {
  after(tab());
  EXPECT_EQ(after(tab()), "period");
  EXPECT_EQ(after(k_f6), "map");
}

}  // namespace
}  // namespace ntmap::ui
