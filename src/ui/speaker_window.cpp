#include "ui/speaker_window.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui/backends/imgui_impl_glfw.h>
#include <imgui/backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "gl/picture_texture.hpp"
#include "gl/screen.hpp"
#include "ui/fonts.hpp"
#include "ui/style.hpp"
#include "ui/widgets.hpp"
#include "ui/window.hpp"

namespace ntmap::ui {
namespace {

using base::text;

constexpr int k_width = 1000;
constexpr int k_height = 640;
constexpr double k_scale = 1.2;        // read from a lectern
constexpr float k_next_share = 0.38F;  // of the window's width for the next scene and the list
constexpr double k_wheel_lines = 3;

/// Makes another window and interface current for as long as it lives.
class Switch {
 public:
  Switch(GLFWwindow* window, ImGuiContext* interface)
      : m_window(glfwGetCurrentContext()), m_interface(ImGui::GetCurrentContext()) {
    glfwMakeContextCurrent(window);
    if (interface != nullptr) ImGui::SetCurrentContext(interface);
  }
  ~Switch() {
    glfwMakeContextCurrent(m_window);
    ImGui::SetCurrentContext(m_interface);
  }
  Switch(const Switch&) = delete;
  Switch& operator=(const Switch&) = delete;

 private:
  GLFWwindow* m_window;
  ImGuiContext* m_interface;
};

}  // namespace

struct SpeakerWindow::Impl {
  GLFWwindow* window = nullptr;
  ImGuiContext* interface = nullptr;
  Window* audience = nullptr;
  gl::PictureTexture next;
  std::shared_ptr<const app::ScenePicture> loaded;
  bool stale = true;            // moved, resized, uncovered or scrolled since the last frame
  float scrolled = 0;           // pixels, of the notes
  float notes_height = 0;       // pixels, as last drawn
  std::size_t scrolled_in = 0;  // scene whose notes they are
  std::tuple<std::size_t, long, const void*, const void*, bool> drawn{};

  void start();
  void listen() const;
  void draw_frame(const SpeakerView& view);
  void draw_notes(const SpeakerView& view);
  void draw_next(const SpeakerView& view);
};

SpeakerWindow::SpeakerWindow(Window& audience, const std::string& title) : m(std::make_unique<Impl>()) {
  m->audience = &audience;
  glfwWindowHint(GLFW_VISIBLE, GLFW_TRUE);
  glfwWindowHint(GLFW_FOCUSED, GLFW_FALSE);
  glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_FALSE);  // keys go on to the audience's window
  m->window = glfwCreateWindow(k_width, k_height, title.c_str(), nullptr, glfwGetCurrentContext());
  glfwWindowHint(GLFW_FOCUSED, GLFW_TRUE);
  glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_TRUE);
  if (m->window != nullptr) m->start();
}

void SpeakerWindow::Impl::start() {
  listen();
  const Switch here(window, nullptr);
  glfwSwapInterval(0);  // the audience's window keeps the pace
  interface = ImGui::CreateContext();
  ImGui::SetCurrentContext(interface);
  ImGui::GetIO().IniFilename = nullptr;
  load_fonts(find_font_files(), k_scale);
  apply_style(Appearance::dark, k_scale);
  ImGui_ImplGlfw_InitForOpenGL(window, false);
  ImGui_ImplOpenGL3_Init("#version 330 core");
}

void SpeakerWindow::Impl::listen() const {
  glfwSetWindowUserPointer(window, const_cast<Impl*>(this));
  glfwSetKeyCallback(window, [](GLFWwindow* from, int key, int scancode, int action, int modifiers) {
    static_cast<Impl*>(glfwGetWindowUserPointer(from))->audience->take_key(key, scancode, action, modifiers);
  });
  glfwSetWindowRefreshCallback(
      window, [](GLFWwindow* from) { static_cast<Impl*>(glfwGetWindowUserPointer(from))->stale = true; });
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* from, int, int) {
    static_cast<Impl*>(glfwGetWindowUserPointer(from))->stale = true;
  });
  glfwSetScrollCallback(window, [](GLFWwindow* from, double, double by) {
    auto* self = static_cast<Impl*>(glfwGetWindowUserPointer(from));
    self->scrolled -= static_cast<float>(by * k_wheel_lines * 24 * k_scale);
    self->stale = true;
  });
}

SpeakerWindow::~SpeakerWindow() {
  if (m->interface != nullptr) {
    const Switch here(m->window, m->interface);
    m->next = {};
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
  }
  if (m->interface != nullptr) ImGui::DestroyContext(m->interface);
  if (m->window != nullptr) glfwDestroyWindow(m->window);
}

bool SpeakerWindow::open() const {
  return m->window != nullptr && glfwWindowShouldClose(m->window) == GLFW_FALSE;
}

void SpeakerWindow::place(std::optional<std::size_t> monitor) {
  int count = 0;
  GLFWmonitor** all = glfwGetMonitors(&count);
  if (m->window == nullptr || count == 0) return;
  const bool fill = monitor && *monitor < static_cast<std::size_t>(count);
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  glfwGetMonitorWorkarea(all[fill ? *monitor : 0], &x, &y, &width, &height);
  if (!fill) {
    const int wide = std::min(width, k_width);
    const int high = std::min(height, k_height);
    x += width - wide;
    y += height - high;
    width = wide;
    height = high;
  }
  // A window of its monitor's size rather than one that owns it: the speaker's other programs stay at hand.
  glfwSetWindowPos(m->window, x, y);
  glfwSetWindowSize(m->window, width, height);
  m->stale = true;
}

void SpeakerWindow::draw(const SpeakerView& view) {
  const std::tuple<std::size_t, long, const void*, const void*, bool> now{
      view.number, static_cast<long>(view.elapsed), view.shown.get(), view.next.get(), view.blank};
  if (!open() || (now == m->drawn && !m->stale)) return;
  m->drawn = now;
  m->stale = false;
  const Switch here(m->window, m->interface);
  m->draw_frame(view);
}

void SpeakerWindow::Impl::draw_frame(const SpeakerView& view) {
  ImGui_ImplOpenGL3_NewFrame();
  drop_font_sources();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(viewport.Pos);
  ImGui::SetNextWindowSize(viewport.Size);
  ImGui::Begin("speaker", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
  draw_speaker_clock(view);
  ImGui::Separator();
  draw_notes(view);
  ImGui::SameLine();
  draw_next(view);
  ImGui::End();
  ImGui::Render();
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  gl::clear_screen(width, height, {0.97F, 0.96F, 0.94F});
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window);
}

void SpeakerWindow::Impl::draw_notes(const SpeakerView& view) {
  if (std::exchange(scrolled_in, view.number) != view.number) scrolled = 0;
  ImGui::BeginChild("notes", {ImGui::GetContentRegionAvail().x * (1 - k_next_share), 0}, false,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  scrolled = std::clamp(scrolled, 0.0F, std::max(0.0F, notes_height - ImGui::GetWindowHeight()));
  ImGui::SetCursorPosY(-scrolled);
  draw_speaker_notes(view);
  notes_height = ImGui::GetCursorPosY() + scrolled;
  ImGui::EndChild();
}

void SpeakerWindow::Impl::draw_next(const SpeakerView& view) {
  ImGui::BeginChild("next", {0, 0});
  if (view.next_title.empty()) {
    muted(text("Cảnh cuối", "The last scene").in(view.lang));
  } else {
    muted(text("Tiếp theo", "Next").in(view.lang));
    ImGui::TextWrapped("%s", view.next_title.in(view.lang).c_str());
  }
  if (view.next != loaded && view.next && view.next->small.width > 0) {
    const sheet::Picture picture = view.next->small.unpacked();
    next.load(picture.width, picture.height, picture.rgba, true);
  }
  loaded = view.next;
  if (view.next && view.next->small.width > 0) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = width * static_cast<float>(next.height()) / static_cast<float>(next.width());
    // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes the name of a texture as a pointer.
    ImGui::Image(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(next.name())), {width, height});
  }
  ImGui::Separator();
  draw_speaker_rows(view);
  ImGui::EndChild();
}

}  // namespace ntmap::ui
