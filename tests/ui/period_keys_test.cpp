#include "ui/period_keys.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include "headless_frames.hpp"

namespace ntmap::ui {
namespace {

/// A button and a slider of six periods in a bar over the map, as in the window.
class PeriodKeys : public HeadlessFrames {
 protected:
  PeriodKeys() {
    frame();
    frame();
  }
  void click_slider() {
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = m_middle;
    frame();
    io.MouseDown[0] = true;
    frame();
    frame();
    io.MouseDown[0] = false;
    frame();
    frame();
  }

  int m_period = 3;

 private:
  void draw() override {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({800, 600});
    ImGui::Begin("map_window", nullptr, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoNav);
    ImGui::InvisibleButton("map", {700, 400});
    ImGui::SetItemAllowOverlap();
    ImGui::SetCursorPos({20, 300});
    ImGui::BeginChild("period_bar", {600, 50}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoScrollbar);
    ImGui::Button("play");
    ImGui::SameLine();
    ImGui::InvisibleButton("periods", {300, 30});
    const ImVec2 from = ImGui::GetItemRectMin();
    m_middle = {from.x + 150, from.y + 15};
    m_period = period_by_keys(6, m_period);
    ImGui::EndChild();
    ImGui::End();
  }

  ImVec2 m_middle{};
};

TEST_F(PeriodKeys, TheFirstKeyAfterAClickIsHeeded) {
  click_slider();
  press(ImGuiKey_RightArrow);
  EXPECT_EQ(m_period, 4);
  press(ImGuiKey_LeftArrow);
  EXPECT_EQ(m_period, 3);
}

TEST_F(PeriodKeys, HomeAndEndGoToTheEnds) {
  click_slider();
  press(ImGuiKey_Home);
  EXPECT_EQ(m_period, 0);
  press(ImGuiKey_End);
  EXPECT_EQ(m_period, 5);
  press(ImGuiKey_Home);
  EXPECT_EQ(m_period, 0);
  press(ImGuiKey_RightArrow);
  EXPECT_EQ(m_period, 1);
}

TEST_F(PeriodKeys, KeysAreNotForItWithoutTheFocus) {
  press(ImGuiKey_RightArrow);
  EXPECT_EQ(m_period, 3);
}

}  // namespace
}  // namespace ntmap::ui
