#version 330 core
// Antialiased by the distance to the segment, so that caps and joins are round.
in vec2 v_place;
flat in float v_length;

uniform vec4 u_colour;
uniform float u_half_width;
out vec4 colour;

void main() {
  float beyond = max(max(-v_place.x, v_place.x - v_length), 0.0);
  float distance_ = length(vec2(beyond, v_place.y));
  colour = vec4(u_colour.rgb, u_colour.a * clamp(u_half_width + 0.5 - distance_, 0.0, 1.0));
}
