#!/usr/bin/env bash
# A clean clone runs every example as the README says it, and the promises made there are looked at.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "examples: $*" >&2
  exit 1
}

git clone -q "$root" "$work/clone"
cd "$work/clone"

# The README's main job, word for word.
main_job=$(grep -m 1 -o '^scripts/recast-al scan [^ ]*' README.md)
bash -c "$main_job" >"$work/main.out" 2>"$work/main.err" || fail "the main job failed: $(tail -5 "$work/main.err")"
tail -n 3 "$work/main.err"
for file in report.html points.csv contours.csv; do
  [ -s "examples/tchiwz/scan/report/$file" ] || fail "the main job left no report/$file"
done
cut -d, -f1 examples/tchiwz/scan/report/contours.csv | sort -u >"$work/lines"
grep -q observed "$work/lines" || fail "contours.csv has no observed line"
grep -q expected "$work/lines" || fail "contours.csv has no expected line"
scripts/recast-al status examples/tchiwz/scan --json >"$work/status.json"
grep -q '"answered" *: *64' "$work/status.json" || fail "status does not say 64 answered points"

for example in dark-z-1d dark-z-2d mono-sbb figure3 counting stau three-leptons; do
  scripts/recast-al scan "examples/$example/scan.yml" 2>"$work/$example.err" >/dev/null \
    || fail "$example ended with exit code $?: $(tail -3 "$work/$example.err")"
  [ -s "examples/$example/scan/report/report.html" ] || fail "$example left no report"
done

# The 1-D validation passes at 5 %, and fails by name when one limit is off by 10 %.
reference=examples/dark-z-1d/dark-z-reference.csv
scripts/recast-al validate examples/dark-z-1d/scan --against "$reference" --tolerance 5% \
  || fail "the 1-D validation did not pass"
sed 's/^30,0\.56/30,0.62/' "$reference" >"$work/changed-reference.csv"
cmp -s "$reference" "$work/changed-reference.csv" && fail "no row 30,0.56 in $reference to change"
code=0
scripts/recast-al validate examples/dark-z-1d/scan --against "$work/changed-reference.csv" \
  --tolerance 5% >"$work/validate.txt" 2>&1 || code=$?
[ "$code" -eq 3 ] || fail "a limit changed by 10 % gave exit code $code, not 3"
grep -q '30' "$work/validate.txt" || fail "the failing row is not named"

# The surrogate at points of one's own.
printf 'm_C1,m_LSP\n300,100\n900,500\n' >"$work/points.csv"
scripts/recast-al predict examples/tchiwz/scan --at "$work/points.csv" --line observed >"$work/predicted.csv"
head -n 1 "$work/predicted.csv" | tr -d '\r' \
  | grep -qx 'm_C1,m_LSP,observed.mean,observed.std,observed.p_excluded' || fail "predict wrote $(head -n 1 "$work/predicted.csv")"
echo "examples: all as the README says"
