#!/usr/bin/env bash
# Wall time of short commands through the launcher: medians of 11 runs after a warm-up.
# Bars: --version at most 0.5 s, status on a 50-point journal at most 1.0 s.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

median_ms() {
  "$@" >/dev/null 2>&1 || true
  for _ in $(seq 11); do
    local begin end
    begin=$(date +%s%N)
    "$@" >/dev/null
    end=$(date +%s%N)
    echo $(((end - begin) / 1000000))
  done | sort -n | sed -n 6p
}

recast=$root/scripts/recast-al
"$recast" --version >/dev/null
cp -r "$root/examples/tchiwz" "$work/tchiwz"
rm -rf "$work/tchiwz/scan"
sed -i 's/^stop:.*/stop: {points: 50}/' "$work/tchiwz/scan.yml"
"$recast" scan "$work/tchiwz/scan.yml" --dir "$work/scan" >/dev/null 2>&1
echo "recast-al --version                    $(median_ms "$recast" --version) ms"
echo "recast-al status (50-point journal)    $(median_ms "$recast" status "$work/scan") ms"
