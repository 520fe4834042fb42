#version 330 core
// Looks up how the unit of this vertex is drawn; all vertices of a triangle are of one unit.
layout(location = 0) in vec2 position;  // CRS units from the mesh's origin
layout(location = 1) in uint unit;

uniform vec2 u_scale;   // CRS units to clip space
uniform vec2 u_offset;
uniform usampler2D u_classes;  // one byte a unit, rows of 2048
uniform usampler2D u_flags;    // bit 0 selected, 1 hovered, 2 dimmed
uniform sampler2D u_palette;   // by class byte; row 0: fill, row 1: hatch colour and kind / 255
uniform vec3 u_paper;
uniform float u_lift;  // how much lighter a hovered unit is, 0..1
uniform float u_dim;   // how near to paper a dimmed unit is, 0..1
uniform float u_point_size;

flat out vec3 v_fill;
flat out vec4 v_hatch;

void main() {
  ivec2 place = ivec2(int(unit) & 2047, int(unit) >> 11);
  int class_byte = int(texelFetch(u_classes, place, 0).r);
  uint flags = texelFetch(u_flags, place, 0).r;
  vec3 fill = texelFetch(u_palette, ivec2(class_byte, 0), 0).rgb;
  vec4 hatch = texelFetch(u_palette, ivec2(class_byte, 1), 0);
  float lift = (flags & 2u) != 0u ? u_lift : 0.0;
  float dim = (flags & 4u) != 0u ? u_dim : 0.0;
  v_fill = mix(mix(fill, vec3(1.0), lift), u_paper, dim);
  v_hatch = vec4(mix(hatch.rgb, u_paper, dim), hatch.a * 255.0);
  gl_Position = vec4(position * u_scale + u_offset, 0.0, 1.0);
  gl_PointSize = u_point_size;
}
