#include "ui/speaker_window.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui/backends/imgui_impl_glfw.h>
#include <imgui/backends/imgui_impl_opengl3.h>

#include <cmath>
#include <utility>

#include "gl/picture_texture.hpp"
#include "gl/screen.hpp"
#include "ui/fonts.hpp"
#include "ui/style.hpp"

namespace ntmap::ui {
namespace {

constexpr int k_width = 1100;
constexpr int k_height = 720;
constexpr double k_scale = 1.25;      // read from a lectern
constexpr float k_next_share = 0.4F;  // of the window's width for the next scene

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
  gl::PictureTexture next;
  std::shared_ptr<const app::ScenePicture> loaded;
  std::pair<std::size_t, long> drawn{0, -1};  // scene and second of the last frame

  void start();
  void draw_frame(const SpeakerView& view);
  void draw_next(const SpeakerView& view);
};

SpeakerWindow::SpeakerWindow(const std::string& title) : m(std::make_unique<Impl>()) {
  glfwWindowHint(GLFW_VISIBLE, GLFW_TRUE);
  glfwWindowHint(GLFW_FOCUSED, GLFW_FALSE);  // keys go on to the audience's window
  m->window = glfwCreateWindow(k_width, k_height, title.c_str(), nullptr, glfwGetCurrentContext());
  glfwWindowHint(GLFW_FOCUSED, GLFW_TRUE);
  if (m->window != nullptr) m->start();
}

void SpeakerWindow::Impl::start() {
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

void SpeakerWindow::draw(const SpeakerView& view) {
  const std::pair<std::size_t, long> now{view.number, static_cast<long>(view.elapsed)};
  if (!open() || (now == m->drawn && view.next == m->loaded)) return;
  m->drawn = now;
  const Switch here(m->window, m->interface);
  m->draw_frame(view);
}

void SpeakerWindow::Impl::draw_frame(const SpeakerView& view) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(viewport.Pos);
  ImGui::SetNextWindowSize(viewport.Size);
  ImGui::Begin("speaker", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
  ImGui::BeginChild("words", {viewport.Size.x * (1 - k_next_share), 0});
  draw_speaker_words(view);
  ImGui::EndChild();
  ImGui::SameLine();
  draw_next(view);
  ImGui::End();
  ImGui::Render();
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  gl::clear_screen(width, height);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window);
}

void SpeakerWindow::Impl::draw_next(const SpeakerView& view) {
  if (view.next != loaded && view.next) {
    const sheet::Picture& picture = view.next->picture;
    if (picture.width > 0) next.load(picture.width, picture.height, picture.rgba);
  }
  loaded = view.next;
  if (!view.next || next.width() == 0) return;
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = width * static_cast<float>(next.height()) / static_cast<float>(next.width());
  // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes the name of a texture as a pointer.
  ImGui::Image(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(next.name())), {width, height});
}

}  // namespace ntmap::ui
