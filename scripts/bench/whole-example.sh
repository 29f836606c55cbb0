#!/usr/bin/env bash
# Wall time of the README's main job, report included, after the build. Bar: at most 60 s on 2 cores.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/scripts/recast-al" --version >/dev/null
begin=$(date +%s%N)
"$root/scripts/recast-al" scan "$root/examples/tchiwz/scan.yml" --dir "$work/scan"
end=$(date +%s%N)
echo "TChiWZ example with report: $(((end - begin) / 1000000)) ms"
