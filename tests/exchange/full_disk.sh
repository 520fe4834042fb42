#!/usr/bin/env bash
# A disk that is full: every export to a tmpfs of 12 KiB fails with exit code 1, says so, leaves no partial file and
# keeps the old one. Needs a mount namespace of its own; skipped where the system allows none.
set -euo pipefail
program=$1 project=$2
if [ -z "${NTMAP_IN_NAMESPACE:-}" ]; then
  unshare --map-root-user --mount true 2>/dev/null || { echo "skipped: no namespaces here"; exit 77; }
  NTMAP_IN_NAMESPACE=1 exec unshare --map-root-user --mount bash "$0" "$@"
fi
disk=$(mktemp -d)
trap 'umount "$disk" 2>/dev/null; rmdir "$disk"' EXIT
mount -t tmpfs -o size=12k tmpfs "$disk" || { echo "skipped: no tmpfs here"; exit 77; }

failures=0
complain() { echo "FAILED: $*"; failures=$((failures + 1)); }

for name in a.tif a.tif.zip a.geojson a.gpkg a.xlsx a.png a.pdf a.zip; do
  printf old > "$disk/$name"
  what=(export "$project" --theme nuoc-sach-tap-trung -o "$disk/$name")
  case $name in
    *.png | *.pdf) what[0]=render ;;
    a.zip) what=(export "$project" --pack "$disk/$name") ;;
  esac
  code=0
  "$program" "${what[@]}" --overwrite --lang en > "$disk.out" 2> "$disk.err" || code=$?
  [ $code = 1 ] || complain "$name: exit code $code"
  grep -q "^Error: .*$name" "$disk.err" || complain "$name: the message does not name the file: $(cat "$disk.err")"
  [ "$(cat "$disk/$name")" = old ] || complain "$name: the old file is gone"
  [ "$(ls "$disk")" = "$name" ] || complain "$name: left behind: $(ls "$disk")"
  rm -f "$disk/$name" "$disk.out" "$disk.err"
done
echo "8 exports, $failures complaints"
[ $failures = 0 ]
