#version 330 core
// Hatching is fixed in size on the screen and moves with the map.
flat in vec3 v_fill;
flat in vec4 v_hatch;  // colour; a: 0 none, 1 forward, 2 backward, 3 cross, 4 dots

uniform float u_opacity;
uniform float u_hatch_opacity;
uniform vec2 u_hatch_origin;  // pixels, where the pattern begins
uniform vec3 u_hatch;         // spacing, half the line's width, dot radius; pixels
out vec4 colour;

// Signed distance to the nearest multiple of the spacing.
vec2 to_nearest(vec2 q) {
  return (fract(q / u_hatch.x + 0.5) - 0.5) * u_hatch.x;
}

void main() {
  vec2 p = gl_FragCoord.xy - u_hatch_origin;
  vec2 near = to_nearest(vec2(p.x - p.y, p.x + p.y) * 0.70710678);
  vec2 lines = clamp(u_hatch.y + 0.5 - abs(near), 0.0, 1.0);
  float dots = clamp(u_hatch.z + 0.5 - length(near), 0.0, 1.0);
  int kind = int(v_hatch.a + 0.5);
  float ink = 0.0;
  if (kind == 1) ink = lines.x;
  if (kind == 2) ink = lines.y;
  if (kind == 3) ink = max(lines.x, lines.y);
  if (kind == 4) ink = dots;
  colour = vec4(mix(v_fill, v_hatch.rgb, ink), mix(u_opacity, u_hatch_opacity, ink));
}
