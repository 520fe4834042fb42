#include <utility>

#include "ui/actions.hpp"
#include "ui/scene_commands.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

bool any_project(const Desk& desk) {
  return desk.session.project() != nullptr;
}

bool any_scene_map(const Desk& desk) {
  return desk.session.map() != nullptr;
}

bool scene_chosen(const Desk& desk) {
  const auto project = desk.session.project();
  return project && project->find_scene(desk.view.scene) != nullptr;
}

Action scene_action(const char* id, Text name, void (*run)(Desk&)) {
  return {.id = id, .menu = Menu::present, .name = std::move(name), .run = run, .enabled = scene_chosen};
}

void add_talk_actions(std::vector<Action>& actions) {
  actions.push_back({.id = "present.start",
                     .menu = Menu::present,
                     .name = text("Trình chiếu từ đầu", "Present from the start"),
                     .keys = {Shortcut::k_f5},
                     .run = [](Desk& desk) { desk.view.present = std::string(); },
                     .enabled = any_project});
  actions.push_back({.id = "present.from_here",
                     .menu = Menu::present,
                     .name = text("Trình chiếu từ cảnh đang chọn", "Present from the chosen scene"),
                     .keys = {Shortcut::k_f5, false, true},
                     .run = [](Desk& desk) { desk.view.present = desk.view.scene; },
                     .enabled = scene_chosen});
}

void add_scene_actions(std::vector<Action>& actions) {
  actions.push_back({.id = "present.add_scene",
                     .menu = Menu::present,
                     .name = text("Thêm cảnh từ khung nhìn", "Add a scene from the view"),
                     .keys = {'K', true},
                     .run = add_scene,
                     .enabled = any_scene_map,
                     .line_before = true});
  actions.push_back(scene_action("present.retake_scene",
                                 text("Lấy lại cảnh theo khung nhìn", "Take the scene anew from the view"),
                                 retake_scene));
  actions.back().keys = {'K', true, true};
  actions.push_back(scene_action("present.scene_up", text("Đưa cảnh lên trước", "Move the scene earlier"),
                                 [](Desk& desk) { shift_scene(desk, -1); }));
  actions.push_back(scene_action("present.scene_down", text("Đưa cảnh xuống sau", "Move the scene later"),
                                 [](Desk& desk) { shift_scene(desk, 1); }));
  actions.push_back(
      scene_action("present.duplicate_scene", text("Nhân đôi cảnh", "Duplicate the scene"), duplicate_scene));
  actions.push_back(scene_action("present.remove_scene", text("Xóa cảnh", "Delete the scene"), remove_scene));
}

void add_meeting_actions(std::vector<Action>& actions) {
  actions.push_back({.id = "present.meeting_style",
                     .menu = Menu::present,
                     .name = text("Xem theo phong cách họp", "See in the meeting style"),
                     .keys = {'V'},
                     .run = [](Desk& desk) { desk.view.meeting.toggle(); },
                     .enabled = any_scene_map,
                     .checked = [](const Desk& desk) { return desk.view.meeting.on; },
                     .line_before = true});
  actions.push_back({.id = "present.preview",
                     .menu = Menu::present,
                     .name = text("Các điểm cầu thấy gì", "What the other sites see"),
                     .keys = {'P'},
                     .run =
                         [](Desk& desk) {
                           desk.view.meeting.on = true;
                           desk.view.meeting.next_preview();
                         },
                     .enabled = any_scene_map,
                     .checked = [](const Desk& desk) { return desk.view.meeting.preview_lines > 0; }});
  actions.push_back({.id = "present.fix",
                     .menu = Menu::present,
                     .name = text("Phóng chữ cho điểm cầu đọc được", "Texts as large as the sites need"),
                     .keys = {'F'},
                     .run =
                         [](Desk& desk) {
                           desk.view.meeting.on = true;
                           toggle_larger_texts(desk);
                         },
                     .enabled = any_scene_map,
                     .checked = has_larger_texts});
}

}  // namespace

void add_present_actions(std::vector<Action>& actions) {
  add_talk_actions(actions);
  add_scene_actions(actions);
  add_meeting_actions(actions);
}

}  // namespace ntmap::ui
