#!/usr/bin/env bash
# Drives the real viewer with mouse and keys on a display of its own and reads what it shows.
# usage: stories.sh NTMAP. Exit code 77 (skipped) where a tool is missing.
set -euo pipefail

ntmap=$1
for tool in Xvfb xdotool import convert; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/trial.sh"

folder=$(mktemp -d)
xvfb=''
viewer=''
clean_up() {
  [[ -z $viewer ]] || kill "$viewer" 2>/dev/null || true
  [[ -z $xvfb ]] || kill "$xvfb" 2>/dev/null || true
  rm -rf "$folder"
}
trap clean_up EXIT

fail() {
  echo "FAILED: $1"
  if [[ -n ${NTMAP_PICTURES:-} ]]; then import -window root "$NTMAP_PICTURES/failed.png"; fi
  exit 1
}

# The map between the panels, and the panels, on the display of 1280 x 800.
readonly map=640x740+320+40 left=300x740+5+40 right=300x740+975+40

shoot() { import -window root -crop "$1" +repage "$folder/$2.png"; }
# Pixels of the map in a colour, exactly; or within a part of the colours' range.
count() {
  import -window root -crop "$map" +repage png:- |
    convert png:- -fuzz "${2:-0%}" -fill '#010203' -opaque "$1" -fuzz 0% -fill white +opaque '#010203' \
      -fill black -opaque '#010203' -negate -format '%[fx:round(mean*w*h)]' info:
}
differs() { [[ $(compare -metric AE "$folder/$1.png" "$folder/$2.png" null: 2>&1) != 0 ]]; }

# Tries a check for ten seconds: pictures come a little after the keys.
eventually() {
  local what=$1 tries=40
  shift
  until "$@"; do
    ((--tries > 0)) || fail "$what"
    sleep 0.25
  done
}
shows() {  # every colour named
  local colour
  for colour in "$@"; do [[ $(count "$colour") -gt 5000 ]] || return 1; done
}
lacks() {
  local colour
  for colour in "$@"; do [[ $(count "$colour") -lt 50 ]] || return 1; done
}
changed() { shoot "$1" now && differs now "$2"; }
same() { shoot "$1" now && ! differs now "$2"; }
named() { [[ $(xdotool getwindowname "$window") == "$1"* ]]; }
larger() { [[ $(count "$1" "${3:-0%}") -gt $2 ]]; }

start_display() {
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb.log" &
  xvfb=$!
  for _ in $(seq 50); do
    [[ -s $folder/display ]] && break
    sleep 0.1
  done
  [[ -s $folder/display ]] || { echo "skipped: Xvfb does not start"; cat "$folder/xvfb.log"; exit 77; }
  DISPLAY=:$(cat "$folder/display")
  export DISPLAY LIBGL_ALWAYS_SOFTWARE=1
}

start_viewer() {
  "$ntmap" view "$folder/thu.toml" --lang vi --scale 1 2>"$folder/viewer.log" &
  viewer=$!
  window=$(timeout 20 xdotool search --sync --onlyvisible --pid "$viewer" | tail -1)
  [[ -n $window ]] || fail "no window: $(cat "$folder/viewer.log")"
  xdotool windowfocus "$window" mousemove 640 790
}

story_first_map() {
  eventually "the first theme's colours are on the map" shows "${trial_one[@]}"
  lacks "${trial_two[@]}" || fail "colours of a theme that is not chosen"
  eventually "the window names the project" named "Dự án thử"
}

story_hover_and_click() {
  shoot "$right" unselected
  local dark
  dark=$(count '#222D38' 8%)
  xdotool mousemove 540 350
  eventually "a tip follows the mouse" larger '#222D38' $((dark + 1500)) 8%
  xdotool click 1
  eventually "a click shows the unit on the right" changed "$right" unselected
  xdotool mousemove 640 790 key Escape
  eventually "Esc takes the selection back" same "$right" unselected
}

story_zoom() {
  sleep 0.3
  shoot "$map" whole
  local before
  before=$(count "${trial_one[0]}")
  xdotool mousemove 540 350 click --repeat 3 --delay 60 4 mousemove 640 790
  eventually "the wheel zooms in" larger "${trial_one[0]}" $((before * 5 / 4))
  xdotool mousemove 640 785 key Home mousemove 640 790
  eventually "Home shows the whole map again" same "$map" whole
}

story_dialog() {
  xdotool key ctrl+o
  eventually "the dialog dims the map" lacks "${trial_one[@]}"
  xdotool key Escape
  eventually "Esc closes the dialog" shows "${trial_one[@]}"
}

story_theme() {
  xdotool mousemove 150 "$theme_box" click 1
  sleep 0.5
  xdotool mousemove 150 "$second_theme"
  sleep 0.3
  xdotool click 1 mousemove 640 790
  eventually "the second theme's colours are on the map" shows "${trial_two[@]}"
  eventually "the first theme's colours are gone" lacks "${trial_one[@]}"
}

story_language() {
  shoot "$left" vietnamese
  xdotool mousemove "$view_menu" 14 click 1
  sleep 0.5
  xdotool mousemove $((view_menu + 30)) "$english"
  sleep 0.3
  xdotool click 1 mousemove 640 790
  eventually "the title changes its language" named "A trial"
  eventually "the panel changes its language" changed "$left" vietnamese
}

cpu_ticks() { awk '{ print $14 + $15 }' "/proc/$viewer/stat"; }
story_idle() {
  sleep 1
  local before
  before=$(cpu_ticks)
  sleep 3
  [[ $(($(cpu_ticks) - before)) -le 6 ]] || fail "works while nothing happens"  # 2 % of a core
}

story_end() {
  xdotool key ctrl+q  # without a window manager nobody else asks the window to close
  local code=0
  wait "$viewer" || code=$?
  viewer=''
  [[ $code == 0 ]] || fail "ends with exit code $code"
  [[ ! -s $folder/viewer.log ]] || fail "printed: $(cat "$folder/viewer.log")"
}

# Places of what is clicked, at interface scale 1.
readonly theme_box=114 second_theme=175 view_menu=154 english=230

write_trial "$folder"
start_display
start_viewer
for story in first_map hover_and_click zoom dialog theme language idle end; do
  "story_$story"
  echo "ok: $story"
  if [[ -n ${NTMAP_PICTURES:-} && $story != end ]]; then import -window root "$NTMAP_PICTURES/$story.png"; fi
done
