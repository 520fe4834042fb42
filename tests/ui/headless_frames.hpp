#pragma once

#include <gtest/gtest.h>
#include <imgui.h>

#include "ui/tab_order.hpp"

namespace ntmap::ui {

/// Frames of Dear ImGui in a window that nobody sees, with keys that come frame by frame.
class HeadlessFrames : public testing::Test {
 protected:
  static constexpr int k_f6 = 295;  // as GLFW numbers it

  HeadlessFrames() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {800, 600};
    io.DeltaTime = 1.0F / 60;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key + 1;
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  }
  ~HeadlessFrames() override { ImGui::DestroyContext(); }
  HeadlessFrames(const HeadlessFrames&) = delete;
  HeadlessFrames& operator=(const HeadlessFrames&) = delete;

  virtual void draw() = 0;

  void frame() {
    ImGui::NewFrame();
    m_tabs.begin();
    draw();
    m_tabs.end();
    ImGui::Render();
  }
  void press(ImGuiKey_ key) { press_number(key + 1); }
  void press_number(int key, bool shift = false) {
    ImGuiIO& io = ImGui::GetIO();
    io.KeyShift = shift;
    io.KeyMods = shift ? ImGuiKeyModFlags_Shift : ImGuiKeyModFlags_None;
    io.KeysDown[key] = true;
    frame();
    io.KeysDown[key] = false;
    io.KeyShift = false;
    io.KeyMods = ImGuiKeyModFlags_None;
    for (int i = 0; i < 6; ++i) frame();  // panels without a stop are passed over one a frame
  }

  TabOrder m_tabs;
};

}  // namespace ntmap::ui
