# Stands in for event generation and selection: expected signal events in 139/fb from a card.
# A falling cross-section times g squared, times an efficiency that turns on with the mass.
set -eu
awk '
  $1 == "mass"     { m = $2 }
  $1 == "coupling" { g = $2 }
  END {
    sigma = 6.0e3 * g * g * exp(-m / 330)            # fb
    efficiency = 0.6 / (1 + exp((700 - m) / 120))
    printf "%.8g\n", 139 * sigma * efficiency
  }' card.txt > yield.txt
