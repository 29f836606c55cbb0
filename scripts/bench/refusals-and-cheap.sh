#!/usr/bin/env bash
# What learning from refusals and from cheap limits saves on the TChiWZ map.
#   refusals-and-cheap.sh refusals [SEEDS]   points wasted when 45 % of the map are invalid
#   refusals-and-cheap.sh cheap [SEEDS]      fraction of the map classified rightly per budget
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
  refusals) run RefusalsBench "m_C1 - m_LSP > 350" entropy "${2:-10}" ;;
  cheap)
    run CheapBench "${2:-20}" 40 none \
      "{table: cheap.csv, columns: {$columns, expected: xsec_pb}}" \
      "{table: cheap.csv, columns: {$columns, expected: mu95_exp}}"
    ;;
  *)
    sed -n '2,4p' "$0" >&2
    exit 2
    ;;
esac
