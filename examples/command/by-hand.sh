#!/bin/sh
# The way of a shell script that evaluates points itself: ask for a batch, run it, tell the limits.
# usage: by-hand.sh SCAN_FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
recast_al=${RECAST_AL:-$here/../../scripts/recast-al}
scan=$1
work=$scan-work
mkdir -p "$work"
for batch in 1 2 3 4; do
  "$recast_al" suggest "$here/scan.yml" --dir "$scan" -n 8 --as csv >"$work/batch.csv"
  rm -rf "$work/limits"
  mkdir -p "$work/limits"
  tail -n +2 "$work/batch.csv" | while IFS=, read -r point mass coupling _; do
    mkdir -p "$work/$point"
    cd "$work/$point"
    printf 'mass %s\ncoupling %s\n' "$mass" "$coupling" >card.txt
    sh "$here/generate.sh"
    if PARAM_g=$coupling sh "$here/fit.sh" "$mass"; then
      cp limits.json "$work/limits/$point.json"
    else
      "$recast_al" abandon "$here/scan.yml" "$point" --dir "$scan" --reason "fit.sh refused it"
    fi </dev/null
    cd "$work"
  done
  "$recast_al" observe "$here/scan.yml" "$work/limits" --dir "$scan" --format neutral
done
"$recast_al" status "$scan"
"$recast_al" report "$scan"
