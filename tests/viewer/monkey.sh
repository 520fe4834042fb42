#!/usr/bin/env bash
# Random mouse and keys on the sample project, the same for the same seed: no crash, no GL error, no words.
# usage: monkey.sh NTMAP GIS_DATA [SECONDS] [SEED]. Exit code 77 (skipped) where a tool is missing.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/stage.sh"

ntmap=$1
seconds=${3:-20}
seed=${4:-2025}
set_stage
cp -r "$2" "$folder/gis_data"

# Lines for xdotool: places, clicks, wheel, drags, keys; never those that end the program.
gestures() {
  awk -v seed="$1" -v count="$2" 'BEGIN {
    srand(seed)
    keys = "Escape Home Tab Return space Up Down Left Right ctrl+z ctrl+y ctrl+p F1 ctrl+a ctrl+d ctrl+i ctrl+f " \
           "ctrl+1 ctrl+2 ctrl+3 ctrl+shift+t ctrl+equal ctrl+minus ctrl+0 ctrl+period ctrl+comma F5 ctrl+k v p ctrl+j ctrl+o g m n " \
           "a b e i k 1 2 3 ctrl+shift+c greater less Delete BackSpace"
    n = split(keys, key, " ")
    for (i = 0; i < count; ++i) {
      what = rand()
      printf "mousemove %d %d\n", 1280 * rand(), 800 * rand()
      if (what < 0.35) print "click 1"
      else if (what < 0.40) print "click 3"
      else if (what < 0.45) print "click --repeat 2 --delay 40 1"
      else if (what < 0.55) printf "click %d\n", rand() < 0.5 ? 4 : 5
      else if (what < 0.65) printf "mousedown 1\nmousemove %d %d\nmouseup 1\n", 1280 * rand(), 800 * rand()
      else printf "key %s\n", key[1 + int(n * rand())]
      print "sleep 0.02"
    }
    print "key Escape"
  }'
}

export MESA_DEBUG=1
start_viewer "$folder/gis_data/hatinh.toml"
settle
end=$((SECONDS + seconds))
rounds=0
while ((SECONDS < end)); do
  gestures "$((seed + rounds))" 60 | xdotool - || fail "no window in round $rounds of seed $seed"
  kill -0 "$viewer" 2>/dev/null || fail "ended in round $rounds of seed $seed: $(cat "$folder/viewer.log")"
  rounds=$((rounds + 1))
done
grep -q 'Mesa: User error' "$folder/viewer.log" && fail "GL error: $(grep 'Mesa: User error' "$folder/viewer.log" | head -3)"
echo "ok: $rounds rounds of 60 gestures, seed $seed"
