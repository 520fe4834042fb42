# shellcheck shell=bash
# A project of six squares with two themes, written into the folder $1. Its colours:
trial_one=('#1B7837' '#D9A441')  # of the first theme
trial_two=('#2166AC' '#B2182B')  # of the second

square() {  # number, longitude, latitude of the south-west corner
  printf '{"type":"Feature","properties":{"ma_xa":"0000%s","ten_xa":"Kỳ Ổn %s"},"geometry":' "$1" "$1"
  printf '{"type":"Polygon","coordinates":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}}' \
    "$2" "$3" "$(add "$2")" "$3" "$(add "$2")" "$(add "$3")" "$2" "$(add "$3")" "$2" "$3"
}
add() { awk -v at="$1" 'BEGIN { print at + 0.1 }'; }

write_trial() {
  local separator=''
  {
    printf '{"type":"FeatureCollection","features":['
    for number in 1 2 3 4 5 6; do
      printf '%s' "$separator"
      square "$number" "105.$((2 + (number - 1) % 3))" "18.$((1 + (number - 1) / 3))"
      separator=,
    done
    printf ']}'
  } >"$1/xa.geojson"
  printf 'ma_xa,mot,hai\n00001,a,d\n00002,b,c\n00003,a,d\n00004,b,c\n00005,a,d\n00006,b,c\n' >"$1/bang.csv"
  cat >"$1/thu.toml" <<TOML
[project]
title_vi = "Dự án thử"
title_en = "A trial"
crs = "EPSG:9209"
[[boundaries]]
id = "xa"
file = "xa.geojson"
code = "ma_xa"
name = "ten_xa"
[[tables]]
id = "bang"
file = "bang.csv"
key = "ma_xa"
$(theme mot a "${trial_one[0]}" b "${trial_one[1]}")
$(theme hai c "${trial_two[0]}" d "${trial_two[1]}")
TOML
}

theme() {  # id, then word and colour of each category
  cat <<TOML
[[indicators]]
id = "$1"
table = "bang"
field = "$1"
words = true
[[themes]]
id = "$1"
indicator = "$1"
title_vi = "Chủ đề $1"
title_en = "Theme $1"
kind = "category"
[[themes.categories]]
value = "$2"
label = "$2"
fill = "$3"
[[themes.categories]]
value = "$4"
label = "$4"
fill = "$5"
TOML
}
