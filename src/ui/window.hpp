#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ui/style.hpp"

namespace ntmap::ui {

/// When the next frame is wanted.
enum class Next : std::uint8_t {
  event,  ///< once the user does something or wake() is called
  soon,   ///< work is under way: after a tenth of a second at the latest
};

/// The one window: GLFW, an OpenGL 3.3 context and Dear ImGui. Draws only when something happened.
class Window {
 public:
  struct Options {
    std::string title;
    int width = 1440;  ///< at scale 1; at most what the monitor has
    int height = 900;
    double scale = 0;  ///< of the interface, 0.75-3; 0 takes the monitor's
    Appearance appearance = Appearance::light;
  };

  /// Throws Error with what to do when there is no display or no OpenGL 3.3 (remote desktops).
  explicit Window(const Options& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// Draws frames until the window is closed; none while nothing happens. `frame` builds the interface.
  void run(const std::function<Next()>& frame);
  void close();
  /// Asks for a new frame; from any thread.
  static void wake();

  void set_title(const std::string& title);
  void set_scale(double scale);
  void set_appearance(Appearance appearance);
  double scale() const { return m_scale; }
  Appearance appearance() const { return m_appearance; }
  /// Called with the paths that were dropped on the window.
  void on_drop(std::function<void(std::vector<std::string>)> action);

 private:
  struct Impl;
  void open(const Options& options);
  void start_interface();
  Next draw(const std::function<Next()>& frame);
  void restyle();

  std::unique_ptr<Impl> m_impl;
  double m_scale = 1;
  Appearance m_appearance = Appearance::light;
  bool m_restyle = false;
  bool m_reload_fonts = false;
};

}  // namespace ntmap::ui
