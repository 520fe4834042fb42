#include "ui/window.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui/backends/imgui_impl_glfw.h>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <clocale>
#include <cmath>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "gl/framebuffer.hpp"
#include "gl/screen.hpp"
#include "ui/damage.hpp"
#include "ui/fonts.hpp"
#include "ui/halo_font.hpp"
#include "ui/key_queue.hpp"
#include "ui/mouse_jump.hpp"

namespace ntmap::ui {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

constexpr double k_soon_seconds = 0.1;
constexpr double k_clock_seconds = 1;
constexpr int k_frames_after_event = 3;  // Dear ImGui settles hover and layout within three frames
constexpr double k_large_text = 1.25;
constexpr int k_least_window_width = 800;
constexpr int k_least_window_height = 500;

/// The driver's own words help whoever looks after the machine, so they come last.
Error no_window(const base::Text& what, const std::string& details) {
  return Error(
      ErrorKind::io, what,
      text("Mở ntmap ngay trên máy có màn hình; nếu vẫn không được, cập nhật trình điều khiển màn hình "
           "(Linux: cài gói libgl1-mesa-dri rồi chạy LIBGL_ALWAYS_SOFTWARE=1 ntmap view, vẽ được cả khi "
           "không có cạc đồ họa). Chỉ cần xuất ảnh hay "
           "lớp dữ liệu thì không cần cửa sổ: dòng lệnh ntmap render, ntmap export. Chi tiết: {}",
           "Start ntmap at the machine's own screen; where that does not help, update the graphics "
           "driver (Linux: install libgl1-mesa-dri and run LIBGL_ALWAYS_SOFTWARE=1 ntmap view, which draws "
           "without a graphics card). Pictures and "
           "layers need no window: ntmap render, ntmap export on the command line. Details: {}",
           {details}));
}

Error no_display(const std::string& details) {
  return no_window(
      text("Không mở được cửa sổ: không có màn hình nào", "Cannot open a window: there is no display"),
      details);
}

Error no_opengl(const std::string& details) {
  return no_window(
      text("Không mở được cửa sổ: máy không vẽ được bằng OpenGL 3.3, thường gặp khi làm việc qua màn "
           "hình từ xa",
           "Cannot open a window: OpenGL 3.3 is missing, as it often is on a remote desktop"),
      details);
}

std::string glfw_reason() {
  const char* description = nullptr;
  glfwGetError(&description);
  return description == nullptr ? "GLFW" : description;
}

/// Dear ImGui darkens what lies under a dialog frame by frame, and would stay half way where frames end.
void dim_at_once() {
  ImGui::GetCurrentContext()->DimBgRatio = ImGui::GetTopMostPopupModal() != nullptr ? 1 : 0;
}

/// Set by wake(), from any thread: its event may be taken in with others while the last frames are drawn.
std::atomic<bool>& woken() {
  static std::atomic<bool> is_woken{false};
  return is_woken;
}

/// What the first monitor offers: pixels without taskbars, and the scale its user has set.
struct Room {
  int width = 1280;
  int height = 720;
  double scale = 1;
};

Room room_on_monitor() {
  Room room;
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  if (monitor == nullptr) return room;
  float scale = 1;
  glfwGetMonitorContentScale(monitor, &scale, nullptr);
  glfwGetMonitorWorkarea(monitor, nullptr, nullptr, &room.width, &room.height);
  room.width = std::max(room.width, k_least_window_width);
  room.height = std::max(room.height, k_least_window_height);
  room.scale = static_cast<double>(scale);
  return room;
}

gl::Part pixels_of(const Damage::Part& part, const ImDrawData& frame) {
  const auto scaled = [](int units, float scale) {
    return static_cast<int>(static_cast<float>(units) * scale);
  };
  const ImVec2 scale = frame.FramebufferScale;
  return {scaled(part.left, scale.x), scaled(static_cast<int>(frame.DisplaySize.y) - part.bottom, scale.y),
          scaled(part.right - part.left, scale.x), scaled(part.bottom - part.top, scale.y)};
}

}  // namespace

struct Window::Impl {
  GLFWwindow* window = nullptr;
  FontFiles fonts;
  HaloFont halo;
  std::function<void(std::vector<std::string>)> dropped;
  std::function<bool()> may_close;
  std::function<void()> on_clock;
  ImVec4 place{};           // left, top, width, height before a monitor was filled
  MouseJump left_button;    // as Dear ImGui is told of it
  bool stirred = false;     // by keys or mouse, while frames were drawn
  KeyQueue keys;            // for the next frames
  gl::Framebuffer picture;  // what the window shows, unless all of the last frame differed
  Damage damage;

  void tell_keys();
  void tell_button(ImVec2 mouse_before);
  bool wait_for_event_or_clock() const;
  void show(ImDrawData& frame);

  ~Impl() {
    picture = {};
    halo.drop();
    if (ImGui::GetCurrentContext() != nullptr) {
      ImGui_ImplOpenGL3_Shutdown();
      ImGui_ImplGlfw_Shutdown();
      ImGui::DestroyContext();
    }
    if (window != nullptr) glfwDestroyWindow(window);
    glfwTerminate();
  }
};

/// False when only a second has gone by, which on_clock has been told.
bool Window::Impl::wait_for_event_or_clock() const {
  const double now = glfwGetTime();
  glfwWaitEventsTimeout(k_clock_seconds);
  if (glfwGetTime() < now + k_clock_seconds) return true;
  if (on_clock) on_clock();
  return false;
}

void Window::Impl::tell_keys() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const bool typing = g.ActiveId != 0 && g.WantTextInputNextFrame == 1;
  const bool focus_moves = g.NavMoveSubmitted && (g.NavMoveFlags & ImGuiNavMoveFlags_Tabbing) != 0;
  for (const KeyQueue::Event& event : keys.take(typing, focus_moves)) {
    if (event.letter != 0)
      ImGui_ImplGlfw_CharCallback(window, event.letter);
    else
      ImGui_ImplGlfw_KeyCallback(window, event.key, event.scancode, event.action, event.modifiers);
  }
}

void Window::Impl::tell_button(ImVec2 mouse_before) {
  ImGuiIO& io = ImGui::GetIO();
  const double moved = std::hypot(static_cast<double>(io.MousePos.x - mouse_before.x),
                                  static_cast<double>(io.MousePos.y - mouse_before.y));
  bool& left = io.MouseDown[ImGuiMouseButton_Left];
  left = left_button.take(moved, left);
}

/// What shows between the panels. To clear costs a tenth of a rectangle that is drawn under all of them.
std::array<float, 3> ground() {
  const ImVec4& colour = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
  return {colour.x, colour.y, colour.z};
}

/// Draws what differs from the frame before, and nothing where nothing does. Where everything does, as from
/// scene to scene, a picture that the next frame could start from costs more than it saves.
void Window::Impl::show(ImDrawData& frame) {
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  width = std::clamp(width, 1, gl::Framebuffer::max_size());
  height = std::clamp(height, 1, gl::Framebuffer::max_size());
  if (picture.width() != width || picture.height() != height) {
    picture = gl::Framebuffer(width, height);
    damage.forget();
  }
  const std::vector<Damage::Part> parts = damage.take(frame, halo.texture());
  if (parts.empty()) return;
  if (damage.all_differed()) {
    gl::clear_screen(width, height, ground());
    ImGui_ImplOpenGL3_RenderDrawData(&frame);
    damage.drop_last();
  } else {
    for (const Damage::Part& part : parts) picture.clear(pixels_of(part, frame), ground());
    ImGui_ImplOpenGL3_RenderDrawData(&frame);
    picture.copy_to_window();
  }
  glfwSwapBuffers(window);
}

Window::Window() : m_impl(std::make_unique<Impl>()) {
  std::setlocale(LC_CTYPE, "");  // without it X11 input methods cannot type Vietnamese
  if (glfwInit() != GLFW_TRUE) throw no_display(glfw_reason());
}

Window::~Window() = default;

void Window::open(const Options& options) {
  m_appearance = options.appearance;
  m_large_text = options.large_text;
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);  // all is drawn flat: these buffers would be as large as the picture
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);  // shown with its first frame, not empty
  const Room room = room_on_monitor();
  m_scale = std::clamp(options.scale > 0 ? options.scale : room.scale, 0.75, 3.0);
  const int width = std::clamp(static_cast<int>(options.width * m_scale), k_least_window_width, room.width);
  const int height =
      std::clamp(static_cast<int>(options.height * m_scale), k_least_window_height, room.height);
  m_impl->window = glfwCreateWindow(width, height, options.title.c_str(), nullptr, nullptr);
  if (m_impl->window == nullptr) throw no_opengl(glfw_reason());
  glfwMakeContextCurrent(m_impl->window);
  glfwSwapInterval(1);
  glfwSetWindowSizeLimits(m_impl->window, k_least_window_width, k_least_window_height, GLFW_DONT_CARE,
                          GLFW_DONT_CARE);
  glfwSetWindowUserPointer(m_impl->window, this);
  glfwSetWindowCloseCallback(m_impl->window, [](GLFWwindow* window) {
    const auto* self = static_cast<Window*>(glfwGetWindowUserPointer(window));
    if (self->m_impl->may_close && !self->m_impl->may_close()) glfwSetWindowShouldClose(window, GLFW_FALSE);
  });
  glfwSetWindowRefreshCallback(m_impl->window, [](GLFWwindow* window) {
    static_cast<const Window*>(glfwGetWindowUserPointer(window))->m_impl->damage.forget();
  });
  glfwSetDropCallback(m_impl->window, [](GLFWwindow* window, int count, const char** paths) {
    const auto* self = static_cast<Window*>(glfwGetWindowUserPointer(window));
    if (self->m_impl->dropped) self->m_impl->dropped(std::vector<std::string>(paths, paths + count));
  });
  start_interface();
}

void Window::start_interface() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // settings are ours to keep
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  m_impl->fonts = find_font_files();
  read_fonts();
  apply_style(m_appearance, m_scale);
  note_mouse();
  ImGui_ImplGlfw_InitForOpenGL(m_impl->window, true);  // calls what is there already, too
  glfwSetKeyCallback(
      m_impl->window, [](GLFWwindow* window, int key, int scancode, int action, int modifiers) {
        static_cast<Window*>(glfwGetWindowUserPointer(window))->take_key(key, scancode, action, modifiers);
      });
  glfwSetCharCallback(m_impl->window, [](GLFWwindow* window, unsigned letter) {
    const auto* self = static_cast<Window*>(glfwGetWindowUserPointer(window));
    self->m_impl->stirred = true;
    self->m_impl->keys.letter(letter);
  });
  ImGui_ImplOpenGL3_Init("#version 330 core");
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  use_font_texture();
}

void Window::note_mouse() {
  static constexpr auto k_stir = [](GLFWwindow* window) {
    static_cast<Window*>(glfwGetWindowUserPointer(window))->m_impl->stirred = true;
  };
  glfwSetMouseButtonCallback(m_impl->window, [](GLFWwindow* window, int, int, int) {
    k_stir(window);
    static_cast<Window*>(glfwGetWindowUserPointer(window))->m_impl->keys.mouse_button();
  });
  glfwSetScrollCallback(m_impl->window, [](GLFWwindow* window, double, double) { k_stir(window); });
  glfwSetCursorPosCallback(m_impl->window, [](GLFWwindow* window, double, double) { k_stir(window); });
}

void Window::run(const std::function<Next()>& frame) {
  Next next = Next::event;
  int frames_left = k_frames_after_event;
  while (glfwWindowShouldClose(m_impl->window) == GLFW_FALSE) {
    const bool hidden = glfwGetWindowAttrib(m_impl->window, GLFW_ICONIFIED) == GLFW_TRUE;
    if (frames_left > 0 && !hidden) {
      glfwPollEvents();
    } else if (next == Next::soon) {
      glfwWaitEventsTimeout(k_soon_seconds);
      frames_left = 1;
    } else if (next == Next::clock) {
      if (!m_impl->wait_for_event_or_clock()) continue;
      frames_left = k_frames_after_event;
    } else {
      glfwWaitEvents();
      frames_left = k_frames_after_event;
    }
    // What comes while a frame is drawn has to settle like what was waited for: on a slow machine a button
    // goes up while the frame of its going down is drawn, and work ends. While work goes on, one frame for
    // each of its steps is enough.
    const bool news = woken().exchange(false) && next != Next::soon;
    if (std::exchange(m_impl->stirred, false) || news) frames_left = k_frames_after_event;
    if (hidden) continue;
    if (m_restyle) restyle();
    const Next before = std::exchange(next, draw(frame));
    const bool work_ended = before == Next::soon && next == Next::event;  // its results settle like input
    const bool unsettled = work_ended || m_impl->keys.waiting();
    frames_left = unsettled ? k_frames_after_event : frames_left - 1;
  }
}

Next Window::draw(const std::function<Next()>& frame) {
  ImGui_ImplOpenGL3_NewFrame();
  drop_font_sources();
  m_impl->tell_keys();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  ImGui_ImplGlfw_NewFrame();
  m_impl->tell_button(mouse);
  ImGui::NewFrame();
  dim_at_once();
  const Next next = frame();
  ImGui::Render();
  m_impl->show(*ImGui::GetDrawData());
  if (glfwGetWindowAttrib(m_impl->window, GLFW_VISIBLE) == GLFW_FALSE) glfwShowWindow(m_impl->window);
  return next;
}

void Window::read_fonts() {
  const double scale = m_scale * (m_large_text ? k_large_text : 1);
  load_fonts(m_impl->fonts, scale);
  m_impl->halo.make(m_impl->fonts, scale);
}

/// Letters are drawn pixel by pixel at the size they have.
void Window::use_font_texture() {
  gl::sample_nearest(
      static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(ImGui::GetIO().Fonts->TexID)));
  m_impl->halo.upload();
  m_impl->damage.forget();
}

void Window::restyle() {
  m_restyle = false;
  if (std::exchange(m_reload_fonts, false)) {
    read_fonts();
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
    use_font_texture();
  }
  apply_style(m_appearance, m_scale);
  m_impl->damage.forget();  // the ground is another
}

void Window::close() {
  glfwSetWindowShouldClose(m_impl->window, GLFW_TRUE);
}

void Window::wake() {
  woken().store(true);
  glfwPostEmptyEvent();
}

double Window::seconds() {
  return glfwGetTime();
}

void Window::on_clock(std::function<void()> tick) {
  m_impl->on_clock = std::move(tick);
}

std::size_t Window::monitors() {
  int count = 0;
  glfwGetMonitors(&count);
  return static_cast<std::size_t>(std::max(0, count));
}

std::pair<int, int> Window::monitor_size(std::size_t monitor) {
  int count = 0;
  GLFWmonitor** all = glfwGetMonitors(&count);
  if (count == 0) return {};
  const GLFWvidmode* mode = glfwGetVideoMode(all[monitor < static_cast<std::size_t>(count) ? monitor : 0]);
  return {mode->width, mode->height};
}

void Window::fill_monitor(std::size_t monitor) {
  int count = 0;
  GLFWmonitor** all = glfwGetMonitors(&count);
  if (count == 0) return;
  if (m_impl->place.z <= 0) {  // an unplugged monitor must not make us forget where the desk stood
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    glfwGetWindowPos(m_impl->window, &left, &top);
    glfwGetWindowSize(m_impl->window, &width, &height);
    m_impl->place = {static_cast<float>(left), static_cast<float>(top), static_cast<float>(width),
                     static_cast<float>(height)};
  }
  GLFWmonitor* wanted = all[monitor < static_cast<std::size_t>(count) ? monitor : 0];
  const GLFWvidmode* mode = glfwGetVideoMode(wanted);
  // Without this the picture would fold away when the speaker clicks into the notes.
  glfwSetWindowAttrib(m_impl->window, GLFW_AUTO_ICONIFY, GLFW_FALSE);
  glfwSetWindowMonitor(m_impl->window, wanted, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::leave_monitor() {
  const auto whole = [](float number) { return static_cast<int>(number); };
  const ImVec4 place = std::exchange(m_impl->place, ImVec4{});
  if (place.z <= 0) return;
  glfwSetWindowMonitor(m_impl->window, nullptr, whole(place.x), whole(place.y), whole(place.z),
                       whole(place.w), GLFW_DONT_CARE);
}

bool Window::fills_monitor() const {
  return glfwGetWindowMonitor(m_impl->window) != nullptr;
}

void Window::take_key(int key, int scancode, int action, int modifiers) {
  m_impl->stirred = true;
  m_impl->keys.key(key, scancode, action, modifiers);
}

void Window::set_title(const std::string& title) {
  glfwSetWindowTitle(m_impl->window, title.c_str());
}

void Window::set_scale(double scale) {
  m_scale = std::clamp(scale, 0.75, 3.0);
  m_restyle = m_reload_fonts = true;
}

void Window::set_appearance(Appearance appearance) {
  if (m_appearance == appearance) return;
  m_appearance = appearance;
  m_restyle = true;
}

void Window::set_large_text(bool large) {
  if (m_large_text == large) return;
  m_large_text = large;
  m_restyle = m_reload_fonts = true;
}

const HaloFont& Window::halo() const {
  return m_impl->halo;
}

double Window::monitor_scale() const {
  return std::clamp(room_on_monitor().scale, 0.75, 3.0);
}

void Window::on_close(std::function<bool()> may_close) {
  m_impl->may_close = std::move(may_close);
}

void Window::on_drop(std::function<void(std::vector<std::string>)> action) {
  m_impl->dropped = std::move(action);
}

}  // namespace ntmap::ui
