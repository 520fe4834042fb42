#include "gl/headless_context.hpp"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include "base/error.hpp"

namespace ntmap::gl {

namespace {

[[noreturn]] void refuse(const char* what) {
  throw base::Error(base::ErrorKind::not_found,
                    base::text("Máy này không có OpenGL 3.3 để vẽ bản đồ ({})",
                               "This machine has no OpenGL 3.3 to draw the map ({})", {base::Text(what)}),
                    base::text("Cài trình điều khiển phần mềm (Debian, Ubuntu: libegl1 và libgl1-mesa-dri), "
                               "hoặc xuất bản đồ ra PDF/SVG.",
                               "Install the software driver (Debian, Ubuntu: libegl1 and libgl1-mesa-dri), "
                               "or write the map as PDF or SVG."));
}

EGLDisplay open_display() {
  if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
    const EGLDisplay display =
        eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display != EGL_NO_DISPLAY) return display;
  }
  return eglGetDisplay(EGL_DEFAULT_DISPLAY);
}

}  // namespace

struct HeadlessContext::State {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;

  ~State() {
    if (display == EGL_NO_DISPLAY) return;
    eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
  }
};

HeadlessContext::HeadlessContext() : m_state(std::make_unique<State>()) {
  if (!epoxy_has_egl()) refuse("EGL");
  m_state->display = open_display();
  EGLint major = 0;
  EGLint minor = 0;
  if (m_state->display == EGL_NO_DISPLAY || !eglInitialize(m_state->display, &major, &minor)) {
    m_state->display = EGL_NO_DISPLAY;
    refuse("eglInitialize");
  }
  if (!eglBindAPI(EGL_OPENGL_API)) refuse("eglBindAPI");
  const EGLint attributes[] = {EGL_CONTEXT_MAJOR_VERSION,
                               3,
                               EGL_CONTEXT_MINOR_VERSION,
                               3,
                               EGL_CONTEXT_OPENGL_PROFILE_MASK,
                               EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                               EGL_NONE};
  m_state->context = eglCreateContext(m_state->display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
  if (m_state->context == EGL_NO_CONTEXT) refuse("eglCreateContext");
  if (!eglMakeCurrent(m_state->display, EGL_NO_SURFACE, EGL_NO_SURFACE, m_state->context)) {
    refuse("eglMakeCurrent");
  }
  require_gl_33();
}

HeadlessContext::~HeadlessContext() = default;

std::string describe_context() {
  const auto text = [](GLenum what) {
    const auto* bytes = glGetString(what);
    return bytes ? std::string(reinterpret_cast<const char*>(bytes)) : std::string("?");
  };
  return text(GL_VERSION) + ", " + text(GL_RENDERER);
}

void require_gl_33() {
  if (epoxy_gl_version() < 33) refuse(describe_context().c_str());
}

}  // namespace ntmap::gl
