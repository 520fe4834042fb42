#!/usr/bin/env bash
# Cancelled in the middle (a signal, as Ctrl-C sends one): exit code 1 and a word, no partial file, the old file kept,
# nothing left in the temporary folder.
set -euo pipefail
program=$1 project=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/out" "$folder/tmp"
printf old > "$folder/out/a.zip"

TMPDIR=$folder/tmp "$program" export "$project" --pack "$folder/out/a.zip" --overwrite --lang en \
  > "$folder/stdout" 2> "$folder/stderr" &
child=$!
# The work has begun once the first file of the pack is there.
until [ -n "$(find "$folder/tmp" -type f -print -quit)" ]; do
  kill -0 $child 2>/dev/null || { echo "FAILED: ended before it was cancelled: $(cat "$folder/stderr")"; exit 1; }
  sleep 0.02
done
kill -TERM $child
code=0
wait $child || code=$?

failures=0
complain() { echo "FAILED: $*"; failures=$((failures + 1)); }
[ $code = 1 ] || complain "exit code $code"
grep -q "Cancelled" "$folder/stderr" || complain "no word of it: $(cat "$folder/stderr")"
[ "$(cat "$folder/out/a.zip")" = old ] || complain "the old file is gone"
[ "$(ls "$folder/out")" = a.zip ] || complain "left behind: $(ls "$folder/out")"
[ -z "$(ls "$folder/tmp")" ] || complain "left behind: $(ls "$folder/tmp")"
[ $failures = 0 ]
