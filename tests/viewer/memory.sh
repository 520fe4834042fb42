#!/usr/bin/env bash
# Uses all of the viewer on the sample project and looks at the most memory that it took at any moment.
# usage: memory.sh NTMAP GIS_DATA. Exit code 77 (skipped) where a tool is missing.
set -euo pipefail
here=$(dirname "$0")
# shellcheck source-path=SCRIPTDIR
source "$here/stage.sh"

ntmap=$1
# 250 MB (244,140 kB) are wanted; with Debian 12's libraries it is 204 MB, most of it while the window opens and the
# compiler of software OpenGL makes its shaders: another version may take more.
readonly most_allowed=210000  # kB

most() { awk '/VmHWM/ { print $2 }' "/proc/$viewer/status"; }
within() {
  local now
  now=$(most)
  echo "$1: at most $((now / 1024)) MiB until now"
  [[ $now -le $most_allowed ]] || fail "$1: $now kB"
}

story_desk() {
  local panel
  for panel in 'bang so lieu' 'tong hop' 'vung tren thuc dia' 'muc tieu' 'so sanh bo tieu chi' 'nguong cua tinh' \
    'thu nguong khac' 'cac canh trinh chieu' 'chat luong so lieu'; do
    palette "$panel"
  done
  palette 'kiem tra so lieu'
  within "all panels, and the check"
}

story_two_maps() {
  palette 'so sanh hai ban do'
  within "two maps"
}

story_meeting_preview() {
  xdotool key v
  settle
  xdotool key p
  settle
  sleep 2  # the encoder is a program of its own
  xdotool key p
  settle
  sleep 2
  within "what other sites see"
  xdotool key v
  settle
  palette 'so sanh hai ban do'
}

story_talk() {
  xdotool key F5
  settle
  local key
  for key in Right Right Right Right Right Tab Escape n; do
    xdotool key $key
    settle
  done
  within "a talk with notes"
  xdotool windowfocus "$window"
  xdotool key p
  settle
  sleep 2
  within "what other sites see of the talk"
  xdotool key Escape
  settle
  xdotool key Escape
  settle
}

story_export() {
  xdotool key ctrl+e
  save_to "$folder/ban_do.png"
  eventually "the map is written" test -s "$folder/ban_do.png"
  settle
  within "an export"
}

set_stage
cp -r "$2" "$folder/gis_data"
start_viewer "$folder/gis_data/hatinh.toml"
settle
within "the sample is open"
run desk two_maps meeting_preview talk export
end_viewer
