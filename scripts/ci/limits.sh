#!/usr/bin/env bash
# A table of limits that is killed with -9 at many instants ends like one that never was; and what it
# writes for HEPData is valid by HEPData's own validator, which is installed into target/.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
recast=$root/scripts/recast-al
published=$root/src/test/resources/reference/likelihood/published/TChiWW
ask=(limit "$published/BkgOnly.json.gz" --patchset "$published/patchset.json.gz" --all-patches)

fail() {
  echo "limits: $*" >&2
  exit 1
}

"$recast" "${ask[@]}" --output "$work/unbroken.csv" 2>/dev/null || fail "the table failed"
rows() {
  if [ -f "$work/broken.csv" ]; then wc -l <"$work/broken.csv"; else echo 0; fi
}

# Killed when so many lines are there, not after so many seconds: machines differ.
kills=0
for lines in 1 5 20 21 40 60 80; do
  "$recast" "${ask[@]}" --threads 1 --output "$work/broken.csv" >/dev/null 2>&1 &
  pid=$!
  while [ "$(rows)" -lt "$lines" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.02; done
  if kill -9 "$pid" 2>/dev/null; then kills=$((kills + 1)); fi
  wait "$pid" 2>/dev/null || true
done
[ "$kills" -gt 0 ] || fail "no run could be killed"
[ "$(rows)" -ge 80 ] || fail "rows were lost: $(rows) lines are left of 80"
"$recast" "${ask[@]}" --output "$work/broken.csv" --hepdata "$work/hepdata" 2>/dev/null ||
  fail "the table was not taken up again"
cmp "$work/unbroken.csv" "$work/broken.csv" || fail "the killed table differs"
echo "limits: $kills kills, the same table"

tools=$root/target/hepdata-validator
if [ ! -x "$tools/bin/hepdata-validate" ]; then
  python3 -m venv "$tools"
  "$tools/bin/pip" install -q 'hepdata-validator==0.3.5'
fi
"$tools/bin/hepdata-validate" -d "$work/hepdata" || fail "the submission is not valid"
