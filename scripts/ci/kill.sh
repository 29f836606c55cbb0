#!/usr/bin/env bash
# A scan killed with -9 at many instants, and resumed each time, ends like one that was never stopped.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
recast=$root/scripts/recast-al
spec=$root/examples/tchiwz/scan.yml

# Times and the checksums over them differ; everything else must not.
story() {
  sed -E 's/"time":"[^"]*"//; s/"(check|checksum|crc)":"?[0-9a-f]+"?//' "$1/journal.jsonl"
}

"$recast" scan "$spec" --no-report --dir "$work/unbroken" >/dev/null 2>&1
kills=0
for tenths in 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do
  "$recast" scan "$spec" --no-report --dir "$work/broken" >/dev/null 2>&1 &
  pid=$!
  sleep "$((tenths / 10)).$((tenths % 10))"
  if kill -9 "$pid" 2>/dev/null; then kills=$((kills + 1)); fi
  wait "$pid" 2>/dev/null || true
done
"$recast" scan "$spec" --no-report --dir "$work/broken" >/dev/null 2>&1
story "$work/unbroken" >"$work/a"
story "$work/broken" >"$work/b"
cmp "$work/a" "$work/b"
echo "kill: $kills kills, $(wc -l <"$work/a") journal lines, the same story"
