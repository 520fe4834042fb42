#include "ui/damage.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <functional>
#include <vector>

namespace ntmap::ui {
namespace {

using Boxes = std::vector<Damage::Part>;

void window(const char* name, ImVec2 at, ImVec2 size, const std::function<void()>& draw = {}) {
  ImGui::SetNextWindowPos(at);
  ImGui::SetNextWindowSize(size);
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings);
  if (draw) draw();
  ImGui::End();
}

/// Two windows side by side: what the second holds differs from test to test.
class DamageOf : public testing::Test {
 protected:
  DamageOf() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {400, 300};
    io.DeltaTime = 1.0F / 60;
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    io.Fonts->SetTexID(&m_font_texture);
    ImGui::GetStyle().WindowBorderSize = 0;  // its smooth edge lies a pixel outside
    ImGui::GetStyle().AntiAliasedFill = false;
    // Dear ImGui shows a window one frame after it was sized first.
    for (int i = 0; i < 3; ++i) frame([] { two(); });
  }
  ~DamageOf() override { ImGui::DestroyContext(); }
  DamageOf(const DamageOf&) = delete;
  DamageOf& operator=(const DamageOf&) = delete;

  static void two(const std::function<void()>& second = {}, ImVec2 at = {200, 50}) {
    window("first", {10, 10}, {100, 80});
    window("second", at, {120, 90}, second);
  }
  Boxes frame(const std::function<void()>& build) {
    ImGui::NewFrame();
    build();
    ImGui::Render();
    return m_damage.take(*ImGui::GetDrawData());
  }

  Damage m_damage;
  int m_font_texture = 0;
  int m_picture = 0;
};

const Boxes k_nothing;
const Boxes k_everything{{0, 0, 400, 300}};
const Boxes k_second{{200, 50, 320, 140}};

TEST_F(DamageOf, FramesThatAreAlikeIsNothing) {
  EXPECT_EQ(frame([] { two(); }), k_nothing);
  for (int i = 0; i < ImGui::GetDrawData()->CmdListsCount; ++i)
    EXPECT_TRUE(ImGui::GetDrawData()->CmdLists[i]->CmdBuffer.empty());
}

TEST_F(DamageOf, AnotherTextIsItsWindow) {
  EXPECT_EQ(frame([] { two([] { ImGui::TextUnformatted("12/170"); }); }), k_second);
  EXPECT_EQ(frame([] { two([] { ImGui::TextUnformatted("12/170"); }); }), k_nothing);
  EXPECT_EQ(frame([] { two([] { ImGui::TextUnformatted("13/170"); }); }), k_second);
}

TEST_F(DamageOf, AWindowThatMovesIsBothItsPlaces) {
  EXPECT_EQ(frame([] { two({}, {200, 150}); }), (Boxes{{200, 50, 320, 140}, {200, 150, 320, 240}}));
}

TEST_F(DamageOf, PartsThatShareAPixelAreOne) {
  EXPECT_EQ(frame([] { two({}, {210, 60}); }), (Boxes{{200, 50, 330, 150}}));
}

TEST_F(DamageOf, AWindowThatComesOrGoesIsItsPlace) {
  const auto three = [] {
    two();
    window("third", {20, 200}, {60, 40});
  };
  EXPECT_EQ(frame(three), (Boxes{{20, 200, 80, 240}}));
  EXPECT_EQ(frame(three), k_nothing);
  EXPECT_EQ(frame([] { two(); }), (Boxes{{20, 200, 80, 240}}));
}

TEST_F(DamageOf, AnotherOrderOfWindowsIsEverything) {
  ImGui::SetWindowFocus("first");
  EXPECT_EQ(frame([] { two(); }), k_everything);
}

TEST_F(DamageOf, AnotherSizeOfTheWindowIsEverything) {
  ImGui::GetIO().DisplaySize = {300, 400};
  EXPECT_EQ(frame([] { two(); }), (Boxes{{0, 0, 300, 400}}));
}

TEST_F(DamageOf, WhatWasForgottenIsEverything) {
  m_damage.forget();
  EXPECT_EQ(frame([] { two(); }), k_everything);
}

TEST_F(DamageOf, AnotherTextureIsAlwaysDrawnAgain) {
  const auto picture = [&] { two([&] { ImGui::Image(&m_picture, {30, 20}); }); };
  EXPECT_EQ(frame(picture), k_second);
  EXPECT_EQ(frame(picture), k_second);
}

TEST_F(DamageOf, ATextureOfLettersIsCompared) {
  const auto letters = [&](float width) { two([&] { ImGui::Image(&m_picture, {width, 20}); }); };
  const auto take = [&](float width) {
    ImGui::NewFrame();
    letters(width);
    ImGui::Render();
    return m_damage.take(*ImGui::GetDrawData(), &m_picture);
  };
  EXPECT_EQ(take(30), k_second);
  EXPECT_EQ(take(30), k_nothing);
  EXPECT_EQ(take(40), k_second);
}

TEST_F(DamageOf, TellsWhenAllDiffersFromTheFrameBefore) {
  const auto scene = [](const char* words) {
    window("scene", {0, 0}, {400, 300}, [words] { ImGui::TextUnformatted(words); });
  };
  for (int i = 0; i < 3; ++i) frame([&] { scene("1"); });
  EXPECT_EQ(frame([&] { scene("2"); }), k_everything);
  EXPECT_TRUE(m_damage.all_differed());
  EXPECT_EQ(frame([&] { scene("2"); }), k_nothing);
  EXPECT_FALSE(m_damage.all_differed());
  m_damage.forget();
  EXPECT_EQ(frame([&] { scene("2"); }), k_everything);
  EXPECT_FALSE(m_damage.all_differed()) << "it was not compared";
}

TEST_F(DamageOf, WhatWasDroppedIsDrawnOnceAnythingDiffers) {
  m_damage.drop_last();
  EXPECT_EQ(frame([] { two(); }), k_nothing);
  EXPECT_EQ(frame([] { two([] { ImGui::TextUnformatted("12/170"); }); }), k_everything);
  EXPECT_FALSE(m_damage.all_differed());
  EXPECT_EQ(frame([] { two([] { ImGui::TextUnformatted("13/170"); }); }), k_second);
}

TEST_F(DamageOf, ACallbackIsTheSameWhenItsPointerIs) {
  int one = 0;
  int other = 0;
  const auto calling = [](void* data) {
    two([data] {
      ImGui::GetWindowDrawList()->AddCallback([](const ImDrawList*, const ImDrawCmd*) {}, data);
    });
  };
  EXPECT_EQ(frame([&] { calling(&one); }), k_second);
  EXPECT_EQ(frame([&] { calling(&one); }), k_nothing);
  EXPECT_EQ(frame([&] { calling(&other); }), k_second);
}

TEST_F(DamageOf, CommandsAreClippedToTheParts) {
  const auto three = [](const char* words) {
    window("under", {0, 0}, {400, 300});
    two([words] { ImGui::TextUnformatted(words); });
  };
  for (int i = 0; i < 3; ++i) frame([&] { three("17/19"); });
  EXPECT_EQ(frame([&] { three("18/19"); }), k_second);
  const ImDrawData& data = *ImGui::GetDrawData();
  int commands = 0;
  for (int i = 0; i < data.CmdListsCount; ++i) {
    for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
      ++commands;
      EXPECT_GE(command.ClipRect.x, 200);
      EXPECT_GE(command.ClipRect.y, 50);
      EXPECT_LE(command.ClipRect.z, 320);
      EXPECT_LE(command.ClipRect.w, 140);
    }
  }
  EXPECT_GE(commands, 2) << "the window and what lies under it";
}

TEST_F(DamageOf, PixelsThatAreNotUnitsAreEverything) {
  ImGui::GetIO().DisplayFramebufferScale = {2, 2};
  EXPECT_EQ(frame([] { two(); }), k_everything);
  EXPECT_EQ(frame([] { two(); }), k_everything);
  ImGui::GetIO().DisplayFramebufferScale = {1, 1};
  EXPECT_EQ(frame([] { two(); }), k_everything) << "what was compared last lies frames back";
}

}  // namespace
}  // namespace ntmap::ui
