#include "ui/style.hpp"

#include <imgui.h>

#include <initializer_list>

namespace ntmap::ui {
namespace {

ImVec4 rgb(unsigned hex, float alpha = 1.0F) {
  return {static_cast<float>(hex >> 16 & 0xff) / 255, static_cast<float>(hex >> 8 & 0xff) / 255,
          static_cast<float>(hex & 0xff) / 255, alpha};
}

/// The few colours everything is made of.
struct Tones {
  unsigned ground, panel, text, muted, line, field, accent, accent_soft, bar, bar_text;
};

constexpr Tones k_light{0xf7f5f1, 0xffffff, 0x1b2430, 0x6b7480, 0xdcdfe3,
                        0xf1f3f4, 0x01665e, 0xd8ebe8, 0x22313d, 0xf2f5f7};
constexpr Tones k_dark{0x1d2227, 0x252b31, 0xe7eaed, 0x98a2ad, 0x3a424a,
                       0x30373e, 0x5fb8ad, 0x2e4a48, 0x15191d, 0xe7eaed};

void apply_colours(ImVec4* colours, const Tones& tones) {
  colours[ImGuiCol_WindowBg] = rgb(tones.panel);
  colours[ImGuiCol_ChildBg] = rgb(tones.panel, 0);
  colours[ImGuiCol_PopupBg] = rgb(tones.panel);
  for (const ImGuiCol title : {ImGuiCol_TitleBg, ImGuiCol_TitleBgActive, ImGuiCol_TitleBgCollapsed}) {
    colours[title] = rgb(tones.field);
  }
  colours[ImGuiCol_MenuBarBg] = rgb(tones.bar);
  colours[ImGuiCol_Text] = rgb(tones.text);
  colours[ImGuiCol_TextDisabled] = rgb(tones.muted);
  colours[ImGuiCol_TextSelectedBg] = rgb(tones.accent, 0.30F);
  colours[ImGuiCol_Border] = rgb(tones.line);
  colours[ImGuiCol_Separator] = rgb(tones.line);
  colours[ImGuiCol_FrameBg] = rgb(tones.field);
  colours[ImGuiCol_FrameBgHovered] = rgb(tones.accent_soft);
  colours[ImGuiCol_FrameBgActive] = rgb(tones.accent_soft);
  colours[ImGuiCol_Button] = rgb(tones.field);
  colours[ImGuiCol_ButtonHovered] = rgb(tones.accent_soft);
  colours[ImGuiCol_ButtonActive] = rgb(tones.accent, 0.45F);
  colours[ImGuiCol_Header] = rgb(tones.accent_soft);
  colours[ImGuiCol_HeaderHovered] = rgb(tones.accent_soft);
  colours[ImGuiCol_HeaderActive] = rgb(tones.accent, 0.45F);
  colours[ImGuiCol_CheckMark] = rgb(tones.accent);
  colours[ImGuiCol_SliderGrab] = rgb(tones.accent);
  colours[ImGuiCol_SliderGrabActive] = rgb(tones.accent);
  colours[ImGuiCol_ScrollbarBg] = rgb(tones.panel, 0);
  colours[ImGuiCol_ScrollbarGrab] = rgb(tones.line);
  colours[ImGuiCol_PlotHistogram] = rgb(tones.accent);
  colours[ImGuiCol_TableHeaderBg] = rgb(tones.field);
  colours[ImGuiCol_TableBorderLight] = rgb(tones.line);
  colours[ImGuiCol_TableBorderStrong] = rgb(tones.line);
  colours[ImGuiCol_TableRowBgAlt] = rgb(tones.ground, 0.6F);
  colours[ImGuiCol_Tab] = rgb(tones.panel);
  colours[ImGuiCol_TabHovered] = rgb(tones.field);  // paler than the chosen one
  colours[ImGuiCol_TabActive] = rgb(tones.accent_soft);
  colours[ImGuiCol_TabUnfocused] = rgb(tones.panel);
  colours[ImGuiCol_TabUnfocusedActive] = rgb(tones.accent_soft);
  colours[ImGuiCol_NavHighlight] = rgb(tones.accent);
  colours[ImGuiCol_ModalWindowDimBg] = rgb(0x10161c, 0.35F);
}

}  // namespace

void apply_style(Appearance appearance, double scale) {
  ImGuiStyle style;
  if (appearance == Appearance::dark) {
    ImGui::StyleColorsDark(&style);
  } else {
    ImGui::StyleColorsLight(&style);
  }
  apply_colours(style.Colors, appearance == Appearance::dark ? k_dark : k_light);
  style.AntiAliasedLinesUseTex = false;  // the fonts' texture, which they are part of, is not smoothed
  style.WindowPadding = {14, 12};
  style.FramePadding = {9, 5};
  style.ItemSpacing = {8, 7};
  style.WindowRounding = 0;
  style.FrameRounding = 4;
  style.PopupRounding = 5;
  style.GrabRounding = 4;
  style.ScrollbarSize = 12;
  style.WindowBorderSize = 1;
  style.FrameBorderSize = 1;  // else an empty box to tick is hardly seen
  style.ScaleAllSizes(static_cast<float>(scale));
  ImGui::GetStyle() = style;
}

}  // namespace ntmap::ui
