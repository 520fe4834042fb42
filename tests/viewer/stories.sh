#!/usr/bin/env bash
# Drives the real viewer with mouse and keys on a display of its own and reads what it shows and writes.
# usage: stories.sh NTMAP GIS_DATA. Exit code 77 (skipped) where a tool is missing.
set -euo pipefail
here=$(dirname "$0")
# shellcheck source-path=SCRIPTDIR
source "$here/stage.sh"
# shellcheck source-path=SCRIPTDIR
source "$here/trial.sh"

ntmap=$1
gis_data=$2
readonly left=300x440+5+40 right=300x440+975+40
readonly rest=(860 613)  # of the mouse, where it is over no row: that would stand out on the map
readonly edge=553  # between the map and the panels below

# --- On a project of six squares whose colours are known -----------------------------------------------

story_first_map() {
  eventually "the first theme's colours are on the map" shows "${trial_one[@]}"
  lacks "${trial_two[@]}" || fail "colours of a theme that is not chosen"
  eventually "the window names the project" named 'Dự án thử – ntmap'
}

story_hover_and_click() {
  shoot "$right" unselected
  local dark
  dark=$(count '#222D38' 8%)
  xdotool mousemove 540 200
  eventually "a tip follows the mouse" larger '#222D38' $((dark + 1500)) 8%
  xdotool click 1
  eventually "a click shows the unit on the right" changed "$right" unselected
  xdotool mousemove "${rest[@]}" key Escape
  eventually "Esc takes the selection back" same "$right" unselected
}

story_zoom() {
  settle
  shoot "$map" whole
  local before
  before=$(count "${trial_one[0]}")
  xdotool mousemove 500 200
  settle
  xdotool click --repeat 3 --delay 60 4
  settle
  xdotool mousemove "${rest[@]}"
  eventually "the wheel zooms in" larger "${trial_one[0]}" $((before * 21 / 20))
  xdotool key Home
  eventually "Home shows the whole map again" same "$map" whole
}

# A click right after the mouse came flying selects and does not drag the map along.
story_quick_click() {
  shoot "$map" whole
  xdotool mousemove 480 150
  settle
  xdotool mousemove 660 330 click 1
  eventually "the click selects" changed "$map" whole
  xdotool mousemove "${rest[@]}" key Escape
  eventually "the map stayed where it was" same "$map" whole
}

# The second press of a double click ends the polygon; its release is no click on the map.
story_polygon() {
  local corner
  xdotool key g
  settle
  for corner in 365,45 700,45 700,525; do
    xdotool mousemove "${corner%,*}" "${corner#*,}"
    settle
    xdotool click 1
    settle
  done
  xdotool mousemove 365 525
  settle
  xdotool click --repeat 2 --delay 60 1
  settle
  xdotool key ctrl+shift+e
  save_to "$folder/da_giac.csv"
  eventually "the four that it touches are selected" csv_rows "$folder/da_giac.csv" 4
  settle
  # What goes down on a panel and up over the map is no click on it either.
  xdotool mousemove 150 400 mousedown 1
  settle
  xdotool mousemove 440 250
  settle
  xdotool mouseup 1
  settle
  xdotool key ctrl+shift+e
  save_to "$folder/van_the.csv"
  eventually "the selection is as it was" csv_rows "$folder/van_the.csv" 4
  xdotool mousemove "${rest[@]}" key ctrl+d
}

# Tab goes through the left panel and on to what stands below the map, and back.
story_tab() {
  local below=900x180+20+600 presses=0
  notes_gone
  shoot "$left" no_focus
  shoot "$below" no_focus_below
  shoot "$map" no_focus_map
  xdotool key Tab
  eventually "Tab marks the first control" changed "$left" no_focus
  until changed "$below" no_focus_below; do
    ((++presses < 60)) || fail "Tab never leaves the panels above"
    xdotool key Tab
    sleep 0.1
  done
  settle
  same "$map" no_focus_map || fail "Tab has pressed what it only should stop at"
  xdotool mousemove "${rest[@]}" click 1
  settle
}

story_plus() {
  shoot "$left" scale_one
  xdotool key ctrl+plus
  eventually "Ctrl and plus make the interface larger" changed "$left" scale_one
  xdotool key ctrl+minus
  eventually "and Ctrl and minus smaller" same "$left" scale_one
  xdotool key ctrl+KP_Add
  eventually "the keypad has a plus too" changed "$left" scale_one
  xdotool key ctrl+KP_Subtract
  eventually "and a minus" same "$left" scale_one
}

# Esc closes a list and leaves the selection as it is.
story_escape() {
  xdotool mousemove 540 200 click 1
  settle
  xdotool mousemove "${rest[@]}"
  settle
  shoot "$right" selected
  xdotool mousemove 150 115 click 1
  settle
  xdotool key Escape mousemove "${rest[@]}"
  settle
  eventually "Esc closes the list and leaves the selection" same "$right" selected
  xdotool key Escape
  eventually "the next Esc takes it back" changed "$right" selected
}

story_split() {
  palette 'so sanh hai ban do'
  eventually "both themes stand side by side" shows "${trial_one[@]}" "${trial_two[@]}"
  xdotool mousemove "${rest[@]}"
  settle
  shoot "$map" both
  xdotool mousemove 800 250
  settle
  xdotool click --repeat 3 --delay 60 4
  settle
  xdotool mousemove "${rest[@]}"
  eventually "both zoom" changed "$map" both
  xdotool key Home
  eventually "and come back" same "$map" both
  palette 'so sanh hai ban do'
  eventually "one map is left" lacks "${trial_two[@]}"
}

story_dialog() {
  xdotool key ctrl+o
  eventually "the dialog dims the map" lacks "${trial_one[@]}"
  xdotool key Escape
  eventually "Esc closes the dialog" shows "${trial_one[@]}"
}

story_theme() {
  palette 'chu de hai'
  eventually "the second theme's colours are on the map" shows "${trial_two[@]}"
  eventually "the first theme's colours are gone" lacks "${trial_one[@]}"
}

story_language() {
  shoot "$left" vietnamese
  palette 'english'
  eventually "the title changes its language" named 'A trial – ntmap'
  eventually "the panel changes its language" changed "$left" vietnamese
  palette 'tieng viet'
  eventually "and back" named 'Dự án thử – ntmap'
}

# Only what changes is drawn again: it must look as if all had been.
story_redrawn() {
  xdotool mousemove "${rest[@]}"
  notes_gone
  shoot 1280x800+0+0 in_parts
  xdotool windowunmap --sync "$window" windowmap --sync "$window"
  xdotool windowfocus "$window" mousemove "${rest[@]}"
  settle
  eventually "a window that was hidden is drawn as it was" same 1280x800+0+0 in_parts
}

story_splitter() {
  shoot "$map" low
  xdotool mousemove 640 "$edge"
  settle
  xdotool mousedown 1
  settle
  xdotool mousemove 640 $((edge - 100))
  settle
  xdotool mouseup 1 mousemove "${rest[@]}"
  eventually "dragging the edge of the panels below makes them higher" changed "$map" low
  xdotool mousemove 640 $((edge - 100))
  settle
  xdotool mousedown 1
  settle
  xdotool mousemove 640 "$edge"
  settle
  xdotool mouseup 1 mousemove "${rest[@]}"
  eventually "and lower again" same "$map" low
}

# Whatever is typed at once after a command, a click or Ctrl+A is for the field that they lead to.
story_typed_fast() {
  xdotool key ctrl+p type --delay 0 'chu de hai'
  xdotool key Return
  eventually "what is typed right after Ctrl+P is searched for" shows "${trial_two[@]}"
  xdotool key ctrl+p type --delay 0 'chu de hai'
  xdotool key ctrl+a type --delay 0 'chu de mot'
  xdotool key Return
  eventually "and what follows Ctrl+A replaces it" shows "${trial_one[@]}"
  settle
}

story_idle() { is_idle 6; }  # 2 % of a core

# --- On the sample ------------------------------------------------------------------------------------

csv_rows() { [[ -s $1 && $(($(wc -l <"$1") - 1)) == "$2" ]]; }

story_criterion_17() {
  "$ntmap" export "$sample" --theme tieu-chi-17 --period 2025-12 -o "$folder/17.csv" >/dev/null
  local failing
  failing=$(grep -c 'not_met\|chưa đạt' "$folder/17.csv" || true)
  palette 'xa chua dat tieu chi 17'
  xdotool key ctrl+shift+e
  save_to "$folder/chon.csv"
  eventually "the table holds the $failing communes that fail criterion 17" csv_rows "$folder/chon.csv" "$failing"
  xdotool key ctrl+d
}

story_method_and_palette() {
  palette 'thu nhap binh quan'
  settle
  shoot "$map" before
  palette 'classes: equal intervals'
  eventually "another method moves units to other classes" changed "$map" before
  eventually "the title says that something is not saved" named 'Nông thôn mới tỉnh Hà Tĩnh \* – ntmap'
  shoot "$map" before
  palette 'palette: greens'
  eventually "another palette changes the colours" changed "$map" before
  xdotool key ctrl+z
  eventually "undo brings the colours back" same "$map" before
}

story_save() {
  palette 'palette: purples'
  xdotool key ctrl+s
  eventually "the file has the palette" grep -q 'palette = "Purples"' "$sample"
  eventually "nothing is unsaved" named 'Nông thôn mới tỉnh Hà Tĩnh – ntmap'
  grep -q '^# The sample project' "$sample" || fail "saving lost the comments"
}

noted_down() { [[ -n $(ls "$folder"/state/ntmap/recovery/*.toml 2>/dev/null) ]]; }
story_kill_and_recover() {
  palette 'palette: oranges'
  eventually "the change is noted down" noted_down
  cp "$sample" "$folder/before.toml"
  kill -9 "$viewer"
  wait "$viewer" 2>/dev/null || true
  cmp -s "$sample" "$folder/before.toml" || fail "the crash touched the project"
  start_viewer "$sample"
  eventually "the sample opens again" named 'Nông thôn mới tỉnh Hà Tĩnh – ntmap'
  settle
  palette 'recover unsaved'
  eventually "the change is back and unsaved" named 'Nông thôn mới tỉnh Hà Tĩnh \* – ntmap'
  xdotool key ctrl+s
  eventually "it can be saved" grep -q 'palette = "Oranges"' "$sample"
}

story_play() {
  palette 'cuoi nam 2021'
  settle
  shoot "$map" year_2021
  xdotool key space
  eventually "playing goes on to another year" changed "$map" year_2021
  xdotool key Escape
  settle
  shoot "$map" stopped
  sleep 2  # longer than a year is shown
  same "$map" stopped || fail "Esc does not end playing"
  palette 'cuoi nam 2025'
}

story_export() {
  xdotool key ctrl+e
  save_to "$folder/ban_do.png"
  eventually "the map is written" test -s "$folder/ban_do.png"
  [[ $(convert "$folder/ban_do.png" -format '%w' info:) -gt 800 ]] || fail "the exported map is small"
  xdotool key ctrl+e
  save_to "$folder/ban_do.geojson"
  eventually "the layer is written" grep -qs FeatureCollection "$folder/ban_do.geojson"
  echo 'of somebody else' >"$folder/quan_trong.png"
  xdotool key ctrl+e
  save_to "$folder/quan_trong.png"
  settle
  grep -qs 'of somebody else' "$folder/quan_trong.png" || fail "Enter in the path writes over a file"
  xdotool key Escape
}

story_areas() {
  palette 'tieng viet'
  palette 'ho trong vung cap nuoc'
  notes_gone
  shoot "$map" with_areas
  xdotool key a
  eventually "A takes the areas off the map" changed "$map" with_areas
  xdotool key a
  eventually "and brings them back" same "$map" with_areas
  palette 'vung tren thuc dia'
  settle
  palette 'xuat dien tich theo vung'
  save_to "$folder/vung.csv"
  "$ntmap" coverage "$sample" --areas cap_nuoc --by-year -o "$folder/lenh.csv" >/dev/null 2>&1
  eventually "the panel's table is written" test -s "$folder/vung.csv"
  eventually "as the command writes it" cmp -s "$folder/vung.csv" "$folder/lenh.csv"
}

story_themes() {
  palette 'nhan ban chuyen de'
  eventually "the copy is not saved" named 'Nông thôn mới tỉnh Hà Tĩnh \* – ntmap'
  xdotool key ctrl+s
  eventually "the copy is in the file" grep -q '(bản sao)' "$sample"
  xdotool key ctrl+z
  eventually "it is undone" named 'Nông thôn mới tỉnh Hà Tĩnh \* – ntmap'
  xdotool key ctrl+s
  eventually "and undone it is not" eval '! grep -q "(bản sao)" "$sample"'
}

# The Enter that chooses the command is not the one that accepts its dialog.
story_rename() {
  palette 'doi ten chuyen de'
  xdotool key ctrl+a
  settle
  xdotool type --delay 25 'Ten khac'
  settle
  xdotool key Return
  eventually "the theme has another title" named 'Nông thôn mới tỉnh Hà Tĩnh \* – ntmap'
  xdotool key ctrl+s
  eventually "that is in the file" grep -q '"Ten khac"' "$sample"
  xdotool key ctrl+z
  settle
  xdotool key ctrl+s
  eventually "and undone it is not" eval '! grep -q "Ten khac" "$sample"'
}

# While one types, Ctrl+Z and Ctrl+A are the text's.
story_typing() {
  palette 'bang so lieu'
  palette 'nhan ban chuyen de'
  eventually "the copy is not saved" named 'Nông thôn mới tỉnh Hà Tĩnh \* – ntmap'
  notes_gone
  shoot "$map" before_typing
  xdotool mousemove 95 687 click 1
  settle
  xdotool type --delay 40 'ky v'
  settle
  xdotool key ctrl+z
  settle
  xdotool key ctrl+a mousemove "${rest[@]}"
  settle
  named 'Nông thôn mới tỉnh Hà Tĩnh \* – ntmap' || fail "Ctrl+Z in a text box undoes the project"
  same "$map" before_typing || fail "Ctrl+A in a text box selects units"
  xdotool key BackSpace Escape
  settle
  xdotool key ctrl+z
  eventually "outside of it Ctrl+Z is the project's" named 'Nông thôn mới tỉnh Hà Tĩnh – ntmap'
}

copied() {
  if command -v xclip >/dev/null; then
    xclip -selection clipboard -t image/png -o >"$folder/copied.png" 2>/dev/null
  else
    cp "$folder"/gis_data/*.png "$folder/copied.png" 2>/dev/null
  fi
  [[ $(convert "$folder/copied.png" -format '%w' info: 2>/dev/null) == 1920 ]]
}
story_copy_picture() {
  xdotool key ctrl+shift+c
  eventually "the picture is on the clipboard, or beside the project" copied
}

story_check() {
  local bottom=900x180+20+600
  palette 'thu nhap binh quan'
  palette 'chat luong so lieu'
  shoot "$bottom" map_only
  palette 'kiem tra so lieu'
  eventually "the panel lists what the whole project has" changed "$bottom" map_only
  settle
  shoot "$bottom" checked
  palette 'palette: greens'
  eventually "an edit is not saved" named 'Nông thôn mới tỉnh Hà Tĩnh \* – ntmap'
  eventually "an edit is checked by itself" same "$bottom" checked
  xdotool key ctrl+z
  eventually "and so is taking it back" same "$bottom" checked
}

story_threshold() {
  local answer=900x140+20+635  # below the question
  palette 'thu nguong khac'
  sleep 0.5
  xdotool mousemove 607 613 click 1
  sleep 0.3
  shoot "$answer" asked
  xdotool type --delay 40 '90'
  xdotool key Return mousemove 640 780
  eventually "the panel says whom another threshold flips" changed "$answer" asked
}

failing_17() {  # communes that fail criterion 17, as the command counts them
  "$ntmap" export "$sample" --theme tieu-chi-17 --period 2025-12 -o "$folder/nguong.csv" --overwrite >/dev/null
  grep -c 'not_met\|chưa đạt' "$folder/nguong.csv" || true
}

# A stricter threshold of the province: verdicts follow, also back and forth, and the file keeps it.
story_province_threshold() {
  local before
  before=$(failing_17)
  palette 'xa chua dat tieu chi 17'
  palette 'tieu chi 17: moi truong'
  palette 'nguong cua tinh'
  xdotool mousemove 250 715
  settle
  xdotool click --repeat 40 --delay 30 5  # to the last rows, which are of criterion 17
  settle
  notes_gone
  xdotool key ctrl+d
  settle
  shoot "$map" as_laid_down
  xdotool mousemove 250 715 click 1
  settle
  xdotool key ctrl+a
  settle
  xdotool type --delay 40 '101'
  settle
  xdotool key Return
  settle
  lacks '#F7F5F1' || fail "a share of 101 % is accepted"
  xdotool key ctrl+a
  settle
  xdotool type --delay 40 '100'
  settle
  xdotool key Return mousemove 640 780
  eventually "the map judges by the new threshold" changed "$map" as_laid_down
  eventually "which is not saved" named 'Nông thôn mới tỉnh Hà Tĩnh \* – ntmap'
  settle
  shoot "$map" stricter
  xdotool key ctrl+z
  eventually "undo brings the verdicts back" same "$map" as_laid_down
  xdotool key ctrl+y
  eventually "and redo the new ones" same "$map" stricter
  xdotool key ctrl+s
  eventually "it is saved" named 'Nông thôn mới tỉnh Hà Tĩnh – ntmap'
  [[ $(failing_17) -gt $before ]] || fail "the command judges as before"
  end_viewer
  start_viewer "$sample"
  settle
  palette 'tieu chi 17: moi truong'
  xdotool mousemove 860 613  # over no row, which would stand out on the map
  eventually "opened again, the map is the same" same "$map" stricter
}

# The value editor right after the click that opens it, twice for the same field.
stored() { grep -qs ",2025-12,$1,$2," "$folder"/gis_data/*sua*.csv; }
story_values() {
  local value row=60x748
  palette 'bang so lieu'
  for value in 41,1 52,3; do
    xdotool mousemove "${row%x*}" "${row#*x}" click 3
    settle
    xdotool mousemove $((${row%x*} + 150)) $((${row#*x} - 119)) click 1 type --delay 0 "$value"
    xdotool key Return
    settle
    xdotool key ctrl+s
    eventually "$value is stored" stored '[0-9]*' "${value/,/.}"
  done
  xdotool key ctrl+z
  settle
  xdotool key ctrl+z
  settle
  xdotool key ctrl+s
  eventually "and taken back" eval '! stored "[0-9]*" "[0-9.]*"'
  xdotool mousemove 640 780
}

# What another program wrote into the project's file is not lost unasked.
story_save_conflict() {
  palette 'thu nhap binh quan'
  settle
  palette 'palette: blues'
  cp "$sample" "$folder/ours.toml"
  echo '# somebody else was here' >>"$sample"
  xdotool key ctrl+s
  settle
  tail -1 "$sample" | grep -q 'somebody else' || fail "saving wrote over what somebody else wrote"
  eventually "a dialog asks" lacks '#F7F5F1'
  xdotool key Escape
  eventually "Esc closes it" larger '#F7F5F1' 3000
  named 'Nông thôn mới tỉnh Hà Tĩnh \* – ntmap' || fail "what was not saved counts as saved"
  cp "$folder/ours.toml" "$sample"
  xdotool key ctrl+s
  eventually "with the file as it was it is saved" grep -q 'palette = "Blues"' "$sample"
}

# Backwards from the panel on the right Tab comes to the slider and the buttons on the map; the chart below is
# one stop.
story_tab_on_map() {
  local slider=500x50+390+500 buttons=50x260+315+30 chart=295x190+985+590
  palette 'bo chon'
  settle
  xdotool mousemove 1125 400 click 1
  settle
  shoot "$slider" slider
  shoot "$buttons" buttons
  shoot "$chart" chart
  xdotool key shift+Tab
  eventually "the slider has the focus" changed "$slider" slider
  settle
  shoot "$slider" focused
  xdotool key Left
  eventually "an arrow goes to another period" changed "$slider" focused
  settle
  xdotool key Right
  eventually "and back" same "$slider" focused
  xdotool key shift+Tab
  settle
  xdotool key shift+Tab
  eventually "then a button on the map has it" changed "$buttons" buttons
  xdotool mousemove 1125 720 click 1
  settle
}

story_save_elsewhere() {
  mkdir -p "$folder/khac"
  xdotool key ctrl+shift+s
  save_to "$folder/khac/ban_sao.toml"
  eventually "the project is written" test -s "$folder/khac/ban_sao.toml"
  "$ntmap" render "$folder/khac/ban_sao.toml" -o "$folder/khac/map.png" >/dev/null || fail "it does not open there"
}

story_join() {
  start_viewer "$folder/xa.geojson" "$folder/thu.csv"  # as if both had been dropped
  settle
  xdotool key Return
  eventually "the joined map shows" named 'thu \* – ntmap'
  xdotool key ctrl+s
  save_to "$folder/ghep.toml"
  eventually "it is saved as a project" grep -qs 'file = "thu.csv"' "$folder/ghep.toml"
}

# Every column that is ticked becomes a theme; the name to save under comes from the title.
story_join_columns() {
  start_viewer "$folder/xa.geojson" "$folder/hai_cot.csv"
  settle
  xdotool mousemove 1150 238 click 1  # the list of values
  settle
  xdotool mousemove 776 301 click 1  # all of them
  settle
  xdotool key Escape mousemove "${rest[@]}"
  settle
  xdotool key Return
  eventually "the joined map shows" named 'hai_cot \* – ntmap'
  settle
  xdotool key ctrl+s
  save_to "$folder/ghep_hai_cot.toml"
  eventually "both columns are themes of the project" holds_lines 2 '[[themes]]' "$folder/ghep_hai_cot.toml"
  xdotool key ctrl+p
  settle
  xdotool type --delay 25 'ho ngheo'
  settle
  shoot "$map" asking
  xdotool key ctrl+p
  eventually "the keys that open the palette close it" changed "$map" asking
  settle
  xdotool key ctrl+shift+s
  settle
  xdotool key Return
  eventually "a copy takes the next free name" test -s "$folder/ghep_hai_cot_2.toml"
}
holds_lines() { [[ $(grep -cxF "$2" "$3" 2>/dev/null) == "$1" ]]; }

# The desktop's own dialog says what was chosen while nobody touches mouse or keys; Enter presses the button that Tab
# has come to.
story_desktop_dialog() {
  mkdir -p "$folder/bin"
  printf '#!/bin/sh\nsleep 0.5\necho "%s"\n' "$folder/ghep.toml" >"$folder/bin/zenity"
  chmod +x "$folder/bin/zenity"
  NTMAP_DIALOG='' PATH=$folder/bin:$PATH start_viewer "$folder/thu.toml"
  eventually "the trial opens" named 'Dự án thử – ntmap'
  settle
  palette 'nhan ban chuyen de'
  eventually "the copy is not saved" named 'Dự án thử \* – ntmap'
  settle
  xdotool key ctrl+o
  eventually "the question about it is drawn by itself" lacks "${trial_one[@]}"
  settle
  xdotool key Tab Return
  eventually "“Không lưu” lets the other project open" named 'thu – ntmap'
  ! grep -q '(bản sao)' "$folder/thu.toml" || fail "what was not to be saved is"
}

set_stage
write_trial "$folder"
printf 'Tên xã;Nước sạch\nKy On 1;12,5\nKỳ Ổn 2;20\nKỳ Ổn 3;31\n' >"$folder/thu.csv"
printf 'Tên xã;Nước sạch;Hộ nghèo\nKy On 1;12,5;3\nKỳ Ổn 2;20;4\nKỳ Ổn 3;31;9\n' >"$folder/hai_cot.csv"
start_viewer "$folder/thu.toml"
run first_map hover_and_click zoom quick_click polygon escape split dialog theme language plus splitter tab typed_fast redrawn idle
end_viewer
cp -r "$gis_data" "$folder/gis_data"
sample=$folder/gis_data/hatinh.toml
start_viewer "$sample"
eventually "the sample opens" named 'Nông thôn mới tỉnh Hà Tĩnh – ntmap'
settle
run criterion_17 method_and_palette save kill_and_recover play export areas themes rename typing copy_picture check threshold province_threshold tab_on_map values save_conflict save_elsewhere redrawn
end_viewer
run join
end_viewer
run join_columns
end_viewer
run desktop_dialog
end_viewer
