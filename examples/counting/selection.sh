# Stands in for an analysis: the expected signal in each region, with its statistical error.
set -eu
awk '
  function add(region) { sum[region] += 0.6 * $2; squares[region] += (0.6 * $2) ^ 2 }   # 60 % pass the leptons
  $1 > 350 && $1 <= 800   { add("low") }
  $1 > 800 && $1 <= 1600  { add("mid") }
  $1 > 1600               { add("high") }
  END {
    printf "{\"regions\": {"
    n = split("low mid high", regions, " ")
    for (i = 1; i <= n; i++) {
      r = regions[i]
      printf "%s\"%s\": {\"yields\": [%.8g], \"errors\": [%.8g]}", (i > 1 ? ", " : ""), r, sum[r], sqrt(squares[r])
    }
    printf "}}\n"
  }' events.txt > yields.json
