#!/usr/bin/env bash
# CLs at mu = 1 and six upper limits on published likelihoods and on growing ones: CPU seconds on one
# core beside pyhf's in the same run, with numpy and its default optimiser, and with jax. Bars: 100
# times faster per CLs point, 200 times per six limits, 10 times against jax, heap at most 300 MB.
# Installs pyhf and jax into target/peers-pyhf. Takes some 15 minutes, nearly all of them pyhf's.
# Arguments, if any: another workspace, its patch set and names of patches, in place of all that.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
peers=$root/target/peers-pyhf
examples=$root/examples
mvn -q -B -f "$root/pom.xml" -DskipTests package >&2
if [ ! -x "$peers/bin/python" ]; then
  python3 -m venv "$peers"
  "$peers/bin/pip" install -q 'pyhf==0.7.6' jax >&2
fi
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
export XLA_FLAGS='--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1'

ours() {
  java -XX:+UseSerialGC -Xmx300m -cp "$root/target/test-classes:$root/target/recast-al.jar" \
    org.recastal.likelihood.bench.LimitBench "$@"
}

theirs() {
  "$peers/bin/python" "$root/scripts/bench/pyhf_limits.py" "$@" 2>> "$root/target/pyhf.log" \
    || echo "nan nan nan nan nan"
}

# title, then how many sets of limits each backend of pyhf is timed for, then files and names
compare() {
  local title=$1 numpy=$2 jax=$3
  shift 3
  echo "$title $(ours "$@") $(theirs numpy "$numpy" "$@") $(theirs jax "$jax" "$@")" | awk '{
    printf "%-16s %4d bins %4d parameters  CLs first %.3f, then %.4f s; numpy %.2f s (%.0f x), jax %.2f s (%.0f x)\n",
      $1, $2, $3, $4, $6, $11, $11 / $6, $16, $16 / $6
    printf "%-16s six limits first %.3f, then %.4f s; numpy %.1f s (%.0f x), jax %.1f s (%.0f x)\n",
      "", $5, $7, $12, $12 / $7, $17, $17 / $7
    printf "%-16s observed CLs %s, numpy %s, jax %s; limit %s, numpy %s, jax %s\n",
      "", $8, $13, $18, $9, $14, $19 }'
}

if [ $# -gt 0 ]; then
  compare given 0 1 "$@"
  exit
fi
compare stau 1 1 "$examples/stau/BkgOnly.json" "$examples/stau/patchset.json.gz" DS_200_40_Staus
compare 3L 1 1 "$examples/three-leptons/BkgOnly.json" \
  "$examples/three-leptons/patchset.json.gz" ERJR_300p0_100p0
mkdir -p "$root/target/growth"
for size in '10 10' '10 40' '50 40' '200 40' '50 150' '200 150'; do
  set -- $size
  file=$root/target/growth/$1-$2.json
  python3 "$root/scripts/bench/growing_workspace.py" "$1" "$2" > "$file"
  compare "grown-$1-$2" 0 0 "$file"
done
