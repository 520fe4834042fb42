#!/usr/bin/env bash
# Presents on two monitors: scenes on the second, notes on the first; then the second is unplugged.
# usage: two_monitors.sh NTMAP. Exit code 77 (skipped) where a tool is missing.
set -euo pipefail
here=$(dirname "$0")
# shellcheck source-path=SCRIPTDIR
source "$here/stage.sh"
# shellcheck source-path=SCRIPTDIR
source "$here/trial.sh"

ntmap=$1

set_two_monitors() {
  local tool
  for tool in Xorg xrandr xdotool import convert; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
  done
  folder=$(mktemp -d)
  trap clean_up EXIT
  cat >"$folder/xorg.conf" <<'CONF'
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2560 1440
  EndSubSection
EndSection
CONF
  Xorg -displayfd 3 -config "$folder/xorg.conf" -logfile "$folder/xorg.log" -noreset -nolisten tcp -novtswitch \
    -sharevts 3>"$folder/display" 2>"$folder/xvfb.log" &
  xvfb=$!
  for _ in $(seq 50); do
    [[ -s $folder/display ]] && break
    sleep 0.1
  done
  [[ -s $folder/display ]] || { echo "skipped: Xorg does not start here"; exit 77; }
  DISPLAY=:$(cat "$folder/display")
  export DISPLAY LIBGL_ALWAYS_SOFTWARE=1 NTMAP_DIALOG=own
  export XDG_CONFIG_HOME=$folder/config XDG_STATE_HOME=$folder/state
  xrandr --addmode DUMMY1 1280x800 2>/dev/null || { echo "skipped: no second monitor here"; exit 77; }
  plug_in
}

plug_in() {
  xrandr --output DUMMY0 --mode 1280x800 --output DUMMY1 --mode 1280x800 --right-of DUMMY0
  xrandr >/dev/null  # makes the server notice that something is connected there
}
unplug() { xrandr --output DUMMY1 --off; }

windows() { xdotool search --onlyvisible --pid "$viewer"; }
# Whether a window stands at that place: left edge, width.
stands_at() {
  local id geometry
  for id in $(windows); do
    geometry=$(xdotool getwindowgeometry --shell "$id")
    if [[ $geometry == *"X=$1"$'\n'* && $geometry == *"WIDTH=$2"$'\n'* ]]; then return 0; fi
  done
  return 1
}

story_two_monitors() {
  map=900x500+1340+60
  eventually "the audience's window fills the second monitor" stands_at 1280 1280
  eventually "the speaker's window fills the first" stands_at 0 1280
  eventually "the scene is on the second" shows "${trial_two[@]}"
  map=1280x800+0+0
  eventually "the notes are on the first, on dark ground" larger '#252B31' 300000
}

story_swap() {
  xdotool key x
  map=900x500+60+60
  eventually "X exchanges them" shows "${trial_two[@]}"
  xdotool key x
  map=900x500+1340+60
  eventually "and back" shows "${trial_two[@]}"
}

story_unplug() {
  unplug
  map=900x500+60+60
  eventually "the scene moves to the monitor that is left, without the notes" shows "${trial_two[@]}"
  xdotool key b
  sleep 0.5
  xdotool key b
  kill -0 "$viewer" || fail "unplugging ended the talk"
}

story_plug_in_again() {
  plug_in
  map=900x500+1340+60
  eventually "plugged in again, the scene is on the second" shows "${trial_two[@]}"
}

story_clock_runs() {
  map=1280x800+0+0
  shoot "$map" before
  sleep 1.2
  eventually "the speaker's clock goes on" changed "$map" before
}

set_two_monitors
write_trial "$folder"
printf '[[scenes]]\nid = "a"\ntheme = "hai"\nnotes = "Lời"\n[[scenes]]\nid = "b"\ntheme = "mot"\n' >>"$folder/thu.toml"
start_program present "$folder/thu.toml"
run two_monitors swap unplug plug_in_again clock_runs
xdotool key Escape
settle
end_viewer
