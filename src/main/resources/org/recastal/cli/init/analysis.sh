#!/bin/sh
# Stands in for your own analysis: takes m1 and m2 in GeV and writes an invented limit to limits.json.
# Exit code 3 says that the model has no such point; any other but 0 that this attempt failed.
set -eu
LC_ALL=C
export LC_ALL
m1=$1
m2=$2
if awk -v a="$m1" -v b="$m2" 'BEGIN { exit !(b >= a) }'; then
  echo "m2 = $m2 is not below m1 = $m1" >&2
  exit 3
fi
awk -v a="$m1" -v b="$m2" 'BEGIN {
  mu = exp((a - 700) / 250 + (b / 350) ^ 2)
  printf "{\"quantity\": \"mu_upper_limit\", \"level\": 0.95, \"observed\": %.6g,", 1.1 * mu
  printf " \"expected\": [%.6g, %.6g, %.6g, %.6g, %.6g]}\n", \
    0.53 * mu, 0.72 * mu, mu, 1.4 * mu, 1.9 * mu
}' > limits.json
