# Stands in for generation and simulation: masses of lepton pairs from a resonance, smeared by the detector, each
# with its weight in events of 139/fb. The generator (Park and Miller 1988) gives the same numbers with every awk.
set -eu
awk '
  function uniform() { state = (16807 * state) % 2147483647; return state / 2147483647 }
  function normal() { return sqrt(-2 * log(uniform())) * cos(6.283185307179586 * uniform()) }
  $1 == "mass"     { m = $2 }
  $1 == "coupling" { g = $2 }
  $1 == "seed"     { state = 1 + $2 % 2147483646 }
  $1 == "events"   { n = $2 }
  END {
    sigma = 2.0e4 * g * g * exp(-m / 330)                # fb
    width = 0.03 * m
    for (i = 0; i < n; i++) {
      angle = 3.141592653589793 * (uniform() - 0.5)
      true_mass = m + 0.5 * width * sin(angle) / cos(angle)
      printf "%.3f %.6e\n", true_mass * (1 + 0.02 * normal()), 139 * sigma / n
    }
  }' card.txt > events.txt
