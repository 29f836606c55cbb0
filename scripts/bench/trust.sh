#!/usr/bin/env bash
# How far surrogates of space-filling designs can be trusted.
#   trust.sh residuals   largest leave-one-out residual, of a right kernel and of a step
#   trust.sh kernels     fraction misclassified with each kernel and with the one of most evidence
#   trust.sh collapse    how often few answers are called noise or an axis silent, with and without prior
#   trust.sh bounds      fraction misclassified when limits above a cap are left out, or are bounds
# MAPS: folder of published maps; those that are missing are left out.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
mvn -q -B -f "$root/pom.xml" -DskipTests package >&2
run() {
  java -XX:+UseSerialGC -cp "$root/target/test-classes:$root/target/recast-al.jar" \
    org.recastal.acquisition.bench.TrustBench "$@"
}
tchiwz=$root/examples/tchiwz/CMS-SUS-20-001_TChiWZ.csv
t2tt=${MAPS:-/nowhere}/CMS-SUS-19-006_T2tt.csv
t1tttt=${MAPS:-/nowhere}/CMS-SUS-19-006_T1tttt.csv
maps=("$tchiwz")
for map in "$t2tt" "$t1tttt"; do
  [ ! -f "$map" ] || maps+=("$map")
done
case "${1:-}" in
  residuals) run residuals 100 ;;
  kernels) run kernels 20 "${maps[@]}" L2 L3 ;;
  collapse) run collapse 50 "${maps[@]}" L2 L3 ;;
  bounds)
    run bounds 10 "$tchiwz:1.5"
    [ ! -f "$t2tt" ] || run bounds 10 "$t2tt:30" "$t2tt:3"
    ;;
  *)
    sed -n '2,7p' "$0" >&2
    exit 2
    ;;
esac
