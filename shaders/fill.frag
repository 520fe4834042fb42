#version 330 core
flat in vec3 v_fill;
flat in vec4 v_hatch;

uniform float u_opacity;
out vec4 colour;

void main() {
  colour = vec4(v_fill, u_opacity);
}
