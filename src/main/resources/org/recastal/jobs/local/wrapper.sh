# Runs one job, apart from the driver that started it.
# $1 job folder  $2 mv  $3 timeout  $4 time limit in s, or 0  $5 grace in s  then the command.
cd "$1" || exit 70
mv=$2 timeout=$3 limit=$4 grace=$5
shift 5

starttime() { start=${20}; }
read -r stat < /proc/$$/stat || exit 70
starttime ${stat##*) }
read -r boot < /proc/sys/kernel/random/boot_id
read -r host < /proc/sys/kernel/hostname
read -r began rest < /proc/uptime

# Whoever makes the file 'claim' runs the job; all others leave here.
set -C
{ exec 3> claim; } 2> /dev/null || exit 71
set +C

# Room for the exit code is taken now: a job that ends on a full disk can still tell it.
{
  printf '%s %s %s %s\n%s\n' "$$" "$start" "$boot" "$host" "$RECAST_AL_JOB_DIR" >&3 &&
    printf '%-12s\n' running > exit.tmp
} 2> /dev/null || {
  "$mv" -f claim claim.failed
  exit 71
}
exec 3>&-

# ':' and not '': the job itself gets the default handlers back.
trap : TERM INT HUP
[ -e cancelled ] && exit 0

(
  cd work || exit 126
  if [ "$limit" = 0 ]; then exec "$@"; else exec "$timeout" -k "$grace" "$limit" "$@"; fi
) < /dev/null > stdout 2> stderr
code=$?

end="exit $code"
if [ "$limit" != 0 ] && { [ $code -eq 124 ] || [ $code -eq 137 ]; }; then
  read -r now rest < /proc/uptime
  # Hundredths of a second since boot; the limit has three decimals.
  ran=$(( (${now%.*} - ${began%.*}) * 100 + 1${now#*.} - 1${began#*.} ))
  fraction=${limit#*.}
  [ $(( ran + 2 )) -ge $(( ${limit%.*} * 100 + 1${fraction%?} - 100 )) ] && end=timed-out
fi
printf '%-12s\n' "$end" 1<> exit.tmp && "$mv" -f exit.tmp exit
