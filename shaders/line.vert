#version 330 core
// One border segment becomes one right triangle that holds its rectangle and both round caps: half of
// the triangle is thrown away by the fragment shader, which is cheaper than setting up two triangles.
layout(location = 0) in vec4 segment;  // both ends, CRS units from the mesh's origin
layout(location = 1) in uvec2 sides;   // units left and right, 0xffffffff: none

uniform vec2 u_scale;   // CRS units to pixels
uniform vec2 u_offset;  // pixels from the middle of the picture
uniform vec2 u_to_clip;  // pixels to clip space
uniform float u_half_width;
uniform uint u_flag;  // 0: all segments; else only those with this flag on one side
uniform usampler2D u_flags;

out vec2 v_place;         // along and across the segment, pixels from its first end
flat out float v_length;  // pixels

bool flagged(uint unit) {
  if (unit == 0xffffffffu) return false;
  return (texelFetch(u_flags, ivec2(int(unit) & 2047, int(unit) >> 11), 0).r & u_flag) != 0u;
}

void main() {
  if (u_flag != 0u && flagged(sides.x) == flagged(sides.y)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec2 a = segment.xy * u_scale + u_offset;
  vec2 b = segment.zw * u_scale + u_offset;
  float length_ = distance(a, b);
  vec2 along = length_ > 0.0 ? (b - a) / length_ : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  float reach = u_half_width + 0.5;
  int corner = gl_VertexID % 3;
  float place = corner == 1 ? 2.0 * length_ + 3.0 * reach : -reach;
  float side = corner == 2 ? 3.0 * reach : -reach;
  v_place = vec2(place, side);
  v_length = length_;
  gl_Position = vec4((a + along * place + across * side) * u_to_clip, 0.0, 1.0);
}
