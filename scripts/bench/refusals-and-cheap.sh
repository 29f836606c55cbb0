#!/usr/bin/env bash
# What learning from refusals and from cheap limits saves.
#   refusals-and-cheap.sh refusals [SEEDS]   points wasted when 45 % of the TChiWZ map are invalid
#   refusals-and-cheap.sh cheap [SEEDS]      fraction of that map classified rightly per budget
#   refusals-and-cheap.sh mono-sbb [SEEDS]   the same of 42 points, cheap: a truth-level sensitivity
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
mvn -q -B -DskipTests package >&2
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
map=CMS-SUS-20-001_TChiWZ.csv
cp "examples/tchiwz/$map" "$work"
sed 's/of: \[observed, expected\]/of: [observed]/' examples/tchiwz/scan.yml > "$work/scan.yml"
awk 'NR == 1 || NR % 13 == 2' "examples/tchiwz/$map" > "$work/cheap.csv"
run() {
  java -XX:+UseSerialGC -cp target/test-classes:target/recast-al.jar \
    "org.recastal.study.bench.$1" "$work/scan.yml" "${@:2}"
}
columns="m_C1: mc1n2_GeV, m_LSP: mlsp_GeV"
case "${1:-}" in
  refusals) run RefusalsBench "m_C1 - m_LSP > 350" sur "${2:-10}" ;;
  cheap)
    run CheapBench "${2:-20}" 40 none \
      "{table: cheap.csv, columns: {$columns, expected: mu95_exp}}" \
      "{table: cheap.csv, columns: {$columns, expected: xsec_pb}}" \
      "{table: cheap.csv, columns: {$columns, expected: xsec_pb}}, lengths: shared"
    ;;
  mono-sbb)
    cp src/test/resources/reference/two-task/*.csv "$work"
    cat > "$work/scan.yml" <<'YAML'
recast-al: 1
name: mono-sbb
parameters: {mzp: {min: 500, max: 3500, unit: GeV}, ms: {min: 50, max: 150, unit: GeV}}
limits: {quantity: mu-limit}
goal: {find: contour, of: [expected], at: 1.0}
start: {design: lhs, points: 4}
rounds: {points: 1, at-most: 20}
evaluate: {replay: {table: expected.csv, columns: {ms: mdh, expected: limit}}}
stop: {points: 64}
YAML
    run CheapBench "${2:-20}" 12 none "{table: sensitivity.csv, columns: {expected: sensitivity}}"
    ;;
  *)
    sed -n '2,5p' "$0" >&2
    exit 2
    ;;
esac
