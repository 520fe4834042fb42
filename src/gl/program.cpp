#include "gl/program.hpp"

#include <epoxy/gl.h>

#include <algorithm>

#include "base/error.hpp"
#include "gl/shader_source.hpp"

namespace ntmap::gl {

namespace {

[[noreturn]] void refuse(std::string_view name, const std::string& log) {
  throw base::Error(
      base::ErrorKind::data,
      base::text("Trình điều khiển đồ họa không nhận shader {}: {}",
                 "The graphics driver refuses the shader {}: {}", {base::Text(name), base::Text(log)}),
      base::text("Cập nhật trình điều khiển đồ họa, hoặc đặt LIBGL_ALWAYS_SOFTWARE=1 rồi chạy lại.",
                 "Update the graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 and run again."));
}

ShaderHandle compile(GLenum stage, std::string_view name) {
  const std::string source = shader_source(name);
  ShaderHandle shader(glCreateShader(stage));
  const char* text = source.c_str();
  glShaderSource(shader.name(), 1, &text, nullptr);
  glCompileShader(shader.name());
  GLint done = GL_FALSE;
  glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &done);
  if (done) return shader;
  std::string log(4096, '\0');
  GLsizei length = 0;
  glGetShaderInfoLog(shader.name(), static_cast<GLsizei>(log.size()), &length, log.data());
  log.resize(static_cast<std::size_t>(length));
  refuse(name, log);
}

}  // namespace

Program::Program(std::string_view vertex, std::string_view fragment) : m_program(glCreateProgram()) {
  const ShaderHandle first = compile(GL_VERTEX_SHADER, vertex);
  const ShaderHandle second = compile(GL_FRAGMENT_SHADER, fragment);
  glAttachShader(m_program.name(), first.name());
  glAttachShader(m_program.name(), second.name());
  glLinkProgram(m_program.name());
  GLint done = GL_FALSE;
  glGetProgramiv(m_program.name(), GL_LINK_STATUS, &done);
  if (!done) {
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetProgramInfoLog(m_program.name(), static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    refuse(fragment, log);
  }
  GLint count = 0;
  glGetProgramiv(m_program.name(), GL_ACTIVE_UNIFORMS, &count);
  for (GLuint i = 0; i < static_cast<GLuint>(count); ++i) {
    char name[64] = {};
    GLint size = 0;
    GLenum type = 0;
    glGetActiveUniform(m_program.name(), i, sizeof name, nullptr, &size, &type, name);
    m_locations.emplace_back(name, glGetUniformLocation(m_program.name(), name));
  }
}

int Program::location(std::string_view name) const {
  const auto found = std::find_if(m_locations.begin(), m_locations.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  return found == m_locations.end() ? -1 : found->second;
}

void Program::use() const {
  glUseProgram(m_program.name());
}

void Program::set(std::string_view name, float value) const {
  glUniform1f(location(name), value);
}

void Program::set(std::string_view name, std::uint32_t value) const {
  glUniform1ui(location(name), value);
}

void Program::set(std::string_view name, std::array<float, 2> value) const {
  glUniform2f(location(name), value[0], value[1]);
}

void Program::set(std::string_view name, std::array<float, 3> value) const {
  glUniform3f(location(name), value[0], value[1], value[2]);
}

void Program::set(std::string_view name, std::array<float, 4> value) const {
  glUniform4f(location(name), value[0], value[1], value[2], value[3]);
}

void Program::set_sampler(std::string_view name, int unit) const {
  glUniform1i(location(name), unit);
}

}  // namespace ntmap::gl
