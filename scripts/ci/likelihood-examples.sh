#!/usr/bin/env bash
# The examples on published likelihoods beyond what the tests run: the tables of all signals are what
# the command still writes, and the contours of CLs are found.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "likelihood-examples: $*" >&2
  exit 1
}

# Same header, same signals, CLs and limits within 1e-4 (the reference's own limits carry up to that).
same() {
  awk -F, -v within=1e-4 '
    NR == FNR { old[FNR] = $0; rows = FNR; next }
    FNR == 1 { if ($0 != old[1]) { print "another header"; exit 1 }; next }
    {
      n = split(old[FNR], was, ",")
      if (n < 16) { print "line " FNR ": missing"; exit 1 }
      for (i = 1; i <= 15; i++) {
        if (i == 1 ? $i != was[i] : ($i - was[i]) ^ 2 > (within * was[i]) ^ 2) {
          print "line " FNR ": " $i " instead of " was[i]; exit 1
        }
      }
    }
    END { if (FNR != rows) { print FNR " lines instead of " rows; exit 1 } }' "$1" "$2"
}

for example in stau three-leptons; do
  folder=$root/examples/$example
  "$root/scripts/recast-al" limit "$folder/BkgOnly.json" --patchset "$folder/patchset.json.gz" --all-patches \
    >"$work/full-grid.csv" 2>"$work/err" || fail "$example: $(tail -3 "$work/err")"
  same "$folder/full-grid.csv" "$work/full-grid.csv" || fail "$example/full-grid.csv is not what the command writes"

  "$root/scripts/recast-al" scan "$folder/scan-cls.yml" --dir "$work/$example" >/dev/null 2>"$work/err" \
    || fail "$example/scan-cls.yml: $(tail -3 "$work/err")"
  for line in observed expected; do
    for source in scan "All"; do
      grep -q "^$line,0.05,$source" "$work/$example/report/contours.csv" \
        || fail "$example: no contour of CLs, $line, $source"
    done
  done
  # The published table holds limits on μ: its contour is at 1.
  grep -q '^observed,1.0,ATLAS (HEPData),' "$work/$example/report/contours.csv" \
    || fail "$example: no published contour beside those of CLs"
done
echo "likelihood-examples: tables and contours as the examples say"
