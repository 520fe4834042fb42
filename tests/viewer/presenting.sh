#!/usr/bin/env bash
# Presents scenes in the real window, with the keys of a speaker and of a presenter remote, and makes scenes.
# usage: presenting.sh NTMAP GIS_DATA. Exit code 77 (skipped) where a tool is missing.
set -euo pipefail
here=$(dirname "$0")
# shellcheck source-path=SCRIPTDIR
source "$here/stage.sh"
# shellcheck source-path=SCRIPTDIR
source "$here/trial.sh"

ntmap=$1
readonly whole=1280x800+0+0 black='#000000' white='#FFFFFF'
one=('#2166AC' '#B2182B')    # colours of the first scene
other=('#542788' '#E08214')  # and of the second

# Three scenes on the six squares, of which the second cannot be shown.
add_scenes() {
  sed -i -e "s/${trial_one[0]}/${other[0]}/; s/${trial_one[1]}/${other[1]}/" "$1"
  cat >>"$1" <<'TOML'
[[scenes]]
id = "dau"
theme = "hai"
notes = "Lời của cảnh đầu"
seconds = 60
[[scenes]]
id = "hong"
theme = "khong-con"
[[scenes]]
id = "cuoi"
theme = "mot"
TOML
}

covers() {  # most of the display in one colour
  [[ $(import -window root png:- | convert png:- -fill white -opaque "$1" -fill black +opaque white \
    -format '%[fx:round(mean*100)]' info:) -gt 90 ]]
}

story_begins() {
  eventually "the first scene fills the screen" shows "${one[@]}"
  lacks "${other[@]}" || fail "colours of another scene"
}

story_keys() {
  xdotool key Right
  eventually "the arrow goes on and skips what is broken" shows "${other[@]}"
  xdotool key Page_Up
  eventually "the remote's key goes back" shows "${one[@]}"
  xdotool key 2
  eventually "a number goes to its scene" shows "${other[@]}"
  xdotool key Home
  eventually "Home goes to the first" shows "${one[@]}"
  xdotool key End
  eventually "End goes to the last" shows "${other[@]}"
  xdotool key Left
}

story_blank() {
  eventually "the first scene is there" shows "${one[@]}"
  xdotool key b
  eventually "B makes the screen black" covers "$black"
  xdotool key period
  eventually "the remote's key brings it back" shows "${one[@]}"
  xdotool key w
  eventually "W makes it white" covers "$white"
  xdotool key w
  eventually "and back" shows "${one[@]}"
}

story_still() { is_idle 2; }  # nothing is drawn while a scene stands still

story_pointers() {
  xdotool mousemove 400 250
  settle
  shoot "$whole" plain
  xdotool key l
  eventually "L shows the laser" larger '#D60093' 100
  xdotool key l
  eventually "and takes it away" lacks '#D60093'
  xdotool key s
  eventually "S darkens all but a spot" lacks "${one[1]}"
  xdotool key s
  eventually "and back" shows "${one[@]}"
}

story_drill() {
  xdotool mousemove 400 330
  settle
  shoot "$whole" province
  xdotool click 1
  eventually "a click goes into a commune" changed "$whole" province
  xdotool key BackSpace
  xdotool mousemove 400 330
  eventually "Backspace comes back out" same "$whole" province
}

story_overview() {
  xdotool key Tab
  eventually "Tab shows all scenes" larger '#14181C' 100000
  xdotool key Right
  settle
  xdotool key Return
  eventually "Enter takes the one that is marked" shows "${other[@]}"
}

story_help() {
  shoot "$whole" plain
  xdotool key h
  eventually "H lists the keys" changed "$whole" plain
  xdotool key Escape
  eventually "Esc closes the list only" shows "${other[@]}"
}

# Of the list of keys and the overview Esc closes what lies on top first, whichever came first.
story_closes_in_order() {
  local first second
  for first in h Tab; do
    second=$([[ $first == h ]] && echo Tab || echo h)
    xdotool key "$first"
    settle
    xdotool key "$second"
    eventually "all scenes are shown" larger '#14181C' 100000
    settle
    shoot "$whole" both
    xdotool key Escape
    eventually "Esc closes the list of keys" changed "$whole" both
    larger '#14181C' 100000 || fail "the overview is closed before the list of keys that lies over it"
    xdotool key Escape
    eventually "the next Esc closes the overview" shows "${other[@]}"
  done
}

windows() { xdotool search --onlyvisible --pid "$viewer" | wc -l; }
has_windows() { [[ $(windows) == "$1" ]]; }
story_notes() {
  xdotool key Home
  xdotool key n
  eventually "N opens the speaker's window" has_windows 2
  settle
  xdotool windowfocus "$window"
  xdotool key n
  eventually "and closes it" has_windows 1
  xdotool windowfocus "$window"
}

story_end() {
  map=1280x27+0+0
  xdotool key Escape
  eventually "Esc goes to the desk" larger '#22313D' 2000
}

scenes_in() { grep -c '^\[\[scenes\]\]' "$1" || true; }
saved_scenes() { [[ $(scenes_in "$folder/thu.toml") == "$1" ]]; }
story_make() {
  map=640x440+320+40
  settle
  xdotool key ctrl+k
  settle
  xdotool key ctrl+s
  eventually "Ctrl+K makes a scene, which is saved" saved_scenes 4
  xdotool key ctrl+z
  settle
  xdotool key ctrl+s
  eventually "it can be undone" saved_scenes 3
  grep -q 'notes = "Lời của cảnh đầu"' "$folder/thu.toml" || fail "saving lost the notes"
}

story_meeting_style() {
  notes_gone
  shoot "$map" desk
  xdotool key v
  eventually "V shows the meeting sheet in place of the map" changed "$map" desk
  xdotool key p
  settle
  xdotool key p
  settle
  xdotool key Escape
  eventually "Esc brings the map back" same "$map" desk
}

set_stage
write_trial "$folder"
add_scenes "$folder/thu.toml"
map=900x500+60+60
start_program present "$folder/thu.toml"
run begins keys blank still pointers drill overview help closes_in_order notes end make meeting_style
end_viewer
