#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ui/style.hpp"

namespace ntmap::ui {

class HaloFont;

/// When the next frame is wanted.
enum class Next : std::uint8_t {
  event,  ///< once the user does something or wake() is called
  soon,   ///< work is under way: after a tenth of a second at the latest
  clock,  ///< as for an event; meanwhile on_clock() is called each second, which draws nothing here
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
    bool large_text = false;
  };

  /// Connects to the display: from now on wake() may be called. Throws Error with what to do when there
  /// is none.
  Window();
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// Makes window, context and interface, to be called once and before all below; shown with the first
  /// frame. Throws Error with what to do where OpenGL 3.3 is missing (remote desktops).
  void open(const Options& options);
  /// Draws frames until the window is closed; none while nothing happens. `frame` builds the interface.
  void run(const std::function<Next()>& frame);
  void close();
  /// Asks for a new frame; from any thread.
  static void wake();
  /// Time by the window's clock.
  static double seconds();
  /// What Next::clock calls: something beside the window that shows the time.
  void on_clock(std::function<void()> tick);

  /// How many monitors there are now, the first being where the desk is.
  static std::size_t monitors();
  /// Width and height of a monitor (from 0; one that is not there: the first).
  static std::pair<int, int> monitor_size(std::size_t monitor);
  /// Fills a monitor (from 0; one that is not there: the first).
  void fill_monitor(std::size_t monitor);
  /// Takes the place from before a monitor was filled; nothing where none was.
  void leave_monitor();
  /// Whether it still fills one: a monitor that is unplugged drops it.
  bool fills_monitor() const;
  /// Takes a key from another window of the program, as GLFW tells it.
  void take_key(int key, int scancode, int action, int modifiers);

  void set_title(const std::string& title);
  void set_scale(double scale);
  void set_appearance(Appearance appearance);
  /// Text a quarter larger, everything else as it is.
  void set_large_text(bool large);
  double scale() const { return m_scale; }
  /// The scale that the user has set for the first monitor.
  double monitor_scale() const;
  Appearance appearance() const { return m_appearance; }
  /// Halos for texts in the default font, once the window is open.
  const HaloFont& halo() const;
  /// Asked when the user closes the window: false keeps it open. close() asks nobody.
  void on_close(std::function<bool()> may_close);
  /// Called with the paths that were dropped on the window.
  void on_drop(std::function<void(std::vector<std::string>)> action);

 private:
  struct Impl;
  void start_interface();
  void note_mouse();
  void read_fonts();
  void use_font_texture();
  Next draw(const std::function<Next()>& frame);
  void restyle();

  std::unique_ptr<Impl> m_impl;
  double m_scale = 1;
  Appearance m_appearance = Appearance::light;
  bool m_large_text = false;
  bool m_restyle = false;
  bool m_reload_fonts = false;
};

}  // namespace ntmap::ui
