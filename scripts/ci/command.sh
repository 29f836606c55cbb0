#!/usr/bin/env bash
# The example with a program of one's own, driven in its three ways: by scan, by step, by hand.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
recast=$root/scripts/recast-al
example=$root/examples/command

fail() {
  echo "command: $*" >&2
  exit 1
}

answered() {
  "$recast" status "$1" --json | tr -d ' \n' | sed -E 's/.*"answered":([0-9]+).*/\1/'
}

# What was asked, learnt and decided, in order; the same however the scan was driven.
story() {
  grep -E '"event":"(batch-suggested|round-fitted|decision)"' "$1/journal.jsonl" |
    sed -E 's/"n":[0-9]+,//; s/"time":"[^"]*",//; s/,"crc":"[0-9a-f]+"//'
}

"$recast" scan "$example/scan.yml" --dir "$work/scan" >/dev/null 2>"$work/err" ||
  fail "scan ended with $?: $(tail -3 "$work/err")"
[ "$(answered "$work/scan")" -eq 32 ] || fail "scan did not answer 32 points"
[ -s "$work/scan/report/report.html" ] || fail "scan drew no report"

"$example/by-step.sh" "$work/step" >/dev/null 2>"$work/err" ||
  fail "step ended with $?: $(tail -3 "$work/err")"
story "$work/scan" >"$work/a"
story "$work/step" >"$work/b"
cmp "$work/a" "$work/b" || fail "step and scan tell different stories"

"$example/by-hand.sh" "$work/hand" >/dev/null 2>"$work/err" ||
  fail "by hand ended with $?: $(tail -3 "$work/err")"
[ "$(answered "$work/hand")" -eq 32 ] || fail "by hand, $(answered "$work/hand") points are answered, not 32"
[ -s "$work/hand/report/contours.csv" ] || fail "by hand, there is no contour"

# Every job's limits are files that the doctor finds healthy.
"$recast" doctor "$work"/scan/points/*/fit/1/work/limits.json >/dev/null 2>"$work/err" ||
  fail "the doctor says: $(tail -3 "$work/err")"

# Cancelled in the middle: no process stays, and the scan can go on.
"$recast" scan "$example/scan.yml" --dir "$work/cancelled" >/dev/null 2>&1 &
until [ -d "$work/cancelled/points" ]; do sleep 0.05; done
"$recast" cancel "$work/cancelled" >/dev/null 2>"$work/err" || fail "cancel: $(tail -3 "$work/err")"
wait || true
# A job carries its folder in its environment.
if grep -lsz "RECAST_AL_JOB_DIR=$work/cancelled" /proc/[0-9]*/environ; then
  fail "cancel left a process"
fi
"$recast" scan "$example/scan.yml" --dir "$work/cancelled" >/dev/null 2>"$work/err" ||
  fail "after cancel, scan ended with $?: $(tail -3 "$work/err")"
story "$work/cancelled" >"$work/c"
cmp "$work/a" "$work/c" || fail "a cancelled scan tells another story"
echo "command: scan, step and by hand; cancelled and resumed"
