#!/usr/bin/env bash
# Contours and minima found by recast-al and by other programs on the same problems, from the same
# starts, for the same seeds; docs/benchmarks.md shows what came out.
#   peers.sh [FOLDER]    default target/peers-contours; some hours on one core, for it goes on
#                        where FOLDER's accuracy.csv ends; copy docs/benchmarks/peers there to add to it
# Installs peers/requirements.txt into target/peers-contours/venv. For excursion set EXCURSION to a
# checkout of diana-hep/excursion (commit e67ee69, needs scikit-image too); else it is left out.
# MAPS: folder of published maps; those that are missing are left out.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-$root/target/peers-contours}
venv=$root/target/peers-contours/venv
mvn -q -B -f "$root/pom.xml" -DskipTests package >&2
mkdir -p "$folder"
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install -q -r "$root/scripts/bench/peers/requirements.txt" >&2
fi
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 CUDA_VISIBLE_DEVICES=
export PYTHONPATH=${EXCURSION:-}
ours() {
  java -XX:+UseSerialGC -cp "$root/target/test-classes:$root/target/recast-al.jar" \
    org.recastal.acquisition.bench.SameStartsBench "$folder" "$@"
}
theirs() {
  "$venv/bin/python" -W ignore "$root/scripts/bench/peers/contours.py" "$folder" "$@" >&2
}
contour() { # problem, line
  ours "$1" "$2" 20 starts
  for strategy in default entropy sur; do
    ours "$1" "$2" 20 "$strategy"
  done
  for peer in sklearn-matern sklearn-rbf botorch; do
    theirs "$1" "$2" "$peer" 20
  done
}
for map in "$root"/examples/tchiwz/CMS-SUS-20-001_TChiWZ.csv "${MAPS:-/nowhere}"/CMS-SUS-19-006_*.csv; do
  [ -f "$map" ] || continue
  contour "$map" observed
  contour "$map" expected
done
for problem in L2 L3 L4; do
  contour "$problem" -
done
if [ -n "${EXCURSION:-}" ]; then
  theirs L2 - excursion 20
fi
"$venv/bin/python" "$root/scripts/bench/peers/table.py" "$folder/accuracy.csv" "$folder/figures"
