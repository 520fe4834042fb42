#include "ui/present_keys.hpp"

#include <array>

namespace ntmap::ui {
namespace {

constexpr int k_escape = 256;
constexpr int k_enter = 257;
constexpr int k_tab = 258;
constexpr int k_backspace = 259;
constexpr int k_right = 262;
constexpr int k_left = 263;
constexpr int k_down = 264;
constexpr int k_up = 265;
constexpr int k_page_up = 266;
constexpr int k_page_down = 267;
constexpr int k_home = 268;
constexpr int k_end = 269;
constexpr int k_f1 = 290;
constexpr int k_f11 = 300;
constexpr int k_pad_enter = 335;

}  // namespace

std::span<const PresentKey> present_keys() {
  using enum app::PresentAction;
  static const std::array<PresentKey, 30> keys{{{k_right, next},
                                                {k_down, next},
                                                {k_page_down, next},
                                                {' ', next},
                                                {k_left, back},
                                                {k_up, back},
                                                {k_page_up, back},
                                                {k_home, first},
                                                {k_end, last},
                                                {k_backspace, out},
                                                {'B', black},
                                                {'.', black},
                                                {'W', white},
                                                {',', white},
                                                {'L', laser},
                                                {'S', spotlight},
                                                {k_enter, enter},
                                                {k_pad_enter, enter},
                                                {k_tab, StageAction::overview},
                                                {'O', StageAction::overview},
                                                {'D', StageAction::drill},
                                                {'N', StageAction::notes},
                                                {'X', StageAction::swap},
                                                {k_f11, StageAction::window},
                                                {'P', StageAction::preview},
                                                {'F', StageAction::fix},
                                                {'R', StageAction::clock},
                                                {'H', StageAction::help},
                                                {k_f1, StageAction::help},
                                                {k_escape, StageAction::end}}};
  return keys;
}

std::span<const KeyHelp> present_key_help() {
  using base::text;
  static const std::array<KeyHelp, 15> help{{
      {"→ ↓ PageDown Space", text("cảnh sau", "next scene")},
      {"← ↑ PageUp", text("cảnh trước", "scene before")},
      {"1 2 3 … Enter", text("tới cảnh số", "to the scene of that number")},
      {"Tab", text("tất cả các cảnh", "all scenes")},
      {text("nhấp chuột · D", "click · D"), text("vào huyện hoặc xã", "into a district or commune")},
      {text("Backspace · nhấp chuột phải", "Backspace · right click"), text("trở ra", "back out")},
      {"B · W", text("màn hình đen, trắng", "black screen, white screen")},
      {"L", text("con trỏ laser", "laser pointer")},
      {"S", text("đèn rọi", "spotlight")},
      {"N", text("cửa sổ lời thuyết trình", "window with the speaker's notes")},
      {"X", text("đổi màn hình", "exchange the monitors")},
      {"F11", text("toàn màn hình hoặc cửa sổ", "whole monitor or a window")},
      {"P", text("các điểm cầu thấy gì", "what the other sites see")},
      {"F", text("phóng chữ cho điểm cầu đọc được", "texts as large as the sites need")},
      {"R · Esc", text("tính giờ lại · kết thúc", "clock anew · end")},
  }};
  return help;
}

}  // namespace ntmap::ui
