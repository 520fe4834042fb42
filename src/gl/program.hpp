#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gl/handle.hpp"

namespace ntmap::gl {

/// A linked vertex and fragment shader. Uniforms are set on the program last used.
class Program {
 public:
  /// Names of files under shaders/. Throws Error{data} with the driver's log when one does not compile.
  Program(std::string_view vertex, std::string_view fragment);

  void use() const;
  // Sets a uniform of the program in use; one that the compiler has dropped is ignored.
  void set(std::string_view name, float value) const;
  void set(std::string_view name, std::uint32_t value) const;
  void set(std::string_view name, std::array<float, 2> value) const;
  void set(std::string_view name, std::array<float, 3> value) const;
  void set(std::string_view name, std::array<float, 4> value) const;
  /// The texture unit a sampler reads.
  void set_sampler(std::string_view name, int unit) const;

 private:
  int location(std::string_view name) const;

  ProgramHandle m_program;
  std::vector<std::pair<std::string, int>> m_locations;
};

}  // namespace ntmap::gl
