# Stands in for a fit: limits on the signal strength of a counting experiment at one mass.
# Exit code 3 says that the model has no such point.
set -eu
signal=$(cat yield.txt)
case $PARAM_g in                                     # parameters are environment variables, too
  *[!0-9.eE+-]*) echo "g is no number" >&2; exit 1 ;;
esac
awk -v mass="$1" -v g="$PARAM_g" -v signal="$signal" '
  BEGIN {
    if (g > 0.4 && mass > 3600) {
      print "width over mass above 30 %" > "/dev/stderr"
      exit 3
    }
    background = 900 * exp(-mass / 380) + 0.4
    spread = sqrt(background)
    upper = 3 + 1.64 * spread                        # events, roughly at 95 %
    bump = 1.2 * exp(-((mass - 2100) / 250) ^ 2)     # a mild excess in the data
    printf "{\"quantity\": \"mu_upper_limit\", \"level\": 0.95, \"observed\": %.6g, ", (upper + bump * spread) / signal
    printf "\"expected\": [%.6g, %.6g, %.6g, %.6g, %.6g], ", 0.55 * upper / signal, 0.74 * upper / signal, upper / signal, 1.38 * upper / signal, 1.85 * upper / signal
    printf "\"status\": \"ok\"}\n"
  }' > limits.json
