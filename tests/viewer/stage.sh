# shellcheck shell=bash
# What stories and monkey share: a display of their own, the viewer on it, and ways to look and to act.
# Sourced by scripts that have set `ntmap`.

folder=''
xvfb=''
viewer=''
window=''

clean_up() {
  [[ -z $viewer ]] || kill "$viewer" 2>/dev/null || true
  [[ -z $xvfb ]] || kill "$xvfb" 2>/dev/null || true
  [[ -z $folder ]] || rm -rf "$folder"
}

fail() {
  echo "FAILED: $1"
  if [[ -s $folder/viewer.log ]]; then echo "printed:"; head -20 "$folder/viewer.log"; fi
  if [[ -n ${NTMAP_PICTURES:-} ]]; then import -window root "$NTMAP_PICTURES/failed.png"; fi
  exit 1
}

# A folder for everything that is written, and a display of 1280 x 800.
set_stage() {
  local tool
  for tool in Xvfb xdotool import convert; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
  done
  folder=$(mktemp -d)
  trap clean_up EXIT
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb.log" &
  xvfb=$!
  for _ in $(seq 50); do
    [[ -s $folder/display ]] && break
    sleep 0.1
  done
  [[ -s $folder/display ]] || { echo "skipped: Xvfb does not start"; cat "$folder/xvfb.log"; exit 77; }
  DISPLAY=:$(cat "$folder/display")
  export DISPLAY LIBGL_ALWAYS_SOFTWARE=1 NTMAP_DIALOG=own
  export XDG_CONFIG_HOME=$folder/config XDG_STATE_HOME=$folder/state
}

start_viewer() { start_program view --scale 1 "$@"; }
start_program() {
  "$ntmap" "$@" --lang vi 2>"$folder/viewer.log" &
  viewer=$!
  window=$(timeout 30 xdotool search --sync --onlyvisible --pid "$viewer" | tail -1)
  [[ -n $window ]] || fail "no window: $(cat "$folder/viewer.log")"
  xdotool windowfocus "$window" mousemove 640 780
}

# The map between the panels of the display of 1280 x 800, below the note that says what was written.
map=${map_place:-640x395+320+85}

shoot() { import -window root -crop "$1" +repage "$folder/$2.png"; }
# Pixels of the map in a colour, exactly; or within a part of the colours' range.
count() {
  import -window root -crop "$map" +repage png:- |
    convert png:- -fuzz "${2:-0%}" -fill '#010203' -opaque "$1" -fuzz 0% -fill white +opaque '#010203' \
      -fill black -opaque '#010203' -negate -format '%[fx:round(mean*w*h)]' info:
}
differs() { [[ $(compare -metric AE "$folder/$1.png" "$folder/$2.png" null: 2>&1) != 0 ]]; }

cpu_ticks() { awk '{ print $14 + $15 }' "/proc/$viewer/stat" 2>/dev/null || echo 0; }

# Waits until the viewer has done all it was asked for: it works only when there is something to do, so that it has
# when it rests for a third of a second (a caret that blinks is no work). However slow the machine, keys meet a ready window.
settle() {
  local before now rests=0
  sleep 0.1
  before=$(cpu_ticks)
  for _ in $(seq 160); do
    sleep 0.11
    now=$(cpu_ticks)
    if ((now - before <= 1)); then rests=$((rests + 1)); else rests=0; fi
    before=$now
    ((rests < 3)) || return 0
  done
}

# What was saved or written is said over the map for some seconds, also in pictures that are compared.
notes_gone() { sleep 6; }

# Tries a check for fifteen seconds: pictures come a little after the keys.
eventually() {
  local what=$1 tries=60
  shift
  until "$@"; do
    ((--tries > 0)) || fail "$what"
    sleep 0.25
  done
}
shows() {  # every colour named
  local colour
  for colour in "$@"; do [[ $(count "$colour") -gt 3000 ]] || return 1; done
}
lacks() {
  local colour
  for colour in "$@"; do [[ $(count "$colour") -lt 50 ]] || return 1; done
}
changed() { shoot "$1" now && differs now "$2"; }
same() { shoot "$1" now && ! differs now "$2"; }
named() { [[ $(xdotool getwindowname "$window") == $1 ]]; }
larger() { [[ $(count "$1" "${3:-0%}") -gt $2 ]]; }

# Runs what Ctrl+P finds for these words.
palette() {
  xdotool key ctrl+p
  settle
  xdotool type --delay 25 "$1"
  settle
  xdotool key Return
  settle
}

end_viewer() {
  xdotool key ctrl+q  # without a window manager nobody else asks the window to close
  local code=0
  wait "$viewer" || code=$?
  viewer=''
  [[ $code == 0 ]] || fail "ends with exit code $code"
  [[ ! -s $folder/viewer.log ]] || fail "printed: $(cat "$folder/viewer.log")"
}

is_idle() {  # at most $1 hundredths of a second of work in three seconds
  settle
  local before
  before=$(cpu_ticks)
  sleep 3
  [[ $(($(cpu_ticks) - before)) -le $1 ]] || fail "works while nothing happens"
}

run() {
  local story
  for story in "$@"; do
    "story_$story"
    echo "ok: $story"
    if [[ -n ${NTMAP_PICTURES:-} ]]; then import -window root "$NTMAP_PICTURES/$story.png"; fi
  done
}

# Types a path into the dialog that asks where to save, and accepts it.
save_to() {
  settle
  xdotool key ctrl+a
  settle  # Ctrl counts as down until the next frame
  xdotool type --delay 15 "$1"
  settle
  xdotool key Return
}
