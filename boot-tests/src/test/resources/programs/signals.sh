# exit codes 128+n, every catchable signal, stop and continue
# (job messages on stderr depend on the moment the shell looks, so they are dropped)
exec 2> /dev/null
for s in HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT XCPU XFSZ VTALRM PROF IO PWR SYS; do
    sh -c "ulimit -c 0; kill -$s \$\$" 2> /dev/null; echo "$s $?"
done
for s in CHLD CONT URG WINCH; do sh -c "kill -$s \$\$; exit 50"; echo "$s $?"; done
for n in 34 40 64; do sh -c "kill -$n \$\$"; echo "realtime $n $?"; done
for s in 1 2 3 10 12 13 14 15; do sh -c "trap 'echo caught $s; exit 60' $s; kill -$s \$\$; sleep 1"; echo $?; done
await() { tries=0; until "$@"; do tries=$((tries + 1)); [ $tries -lt 600 ] || break; sleep 0.1; done; } # a minute at most
named() { [ "$(cat /proc/$1/comm)" = $2 ]; }
stopped() { [ "$(cut -d' ' -f3 /proc/$1/stat)" = T ]; }
sleep 20 & p=$!
kill -STOP $p; await stopped $p; awk '{print $3}' /proc/$p/stat; kill -TERM $p; sleep 0.1; awk '{print $3}' /proc/$p/stat; kill -CONT $p; wait $p; echo "pending TERM after CONT $?"
sleep 20 & p=$!; kill -STOP $p; kill -KILL $p; wait $p; echo "KILL while stopped $?"
set -m 2> /dev/null; echo "job control without a terminal $?"
set +m
sh -c 'sleep 0.3 & sleep 0.3 & wait; echo both' 
trap 'echo parent got TERM' TERM
sh -c 'trap "" TERM; kill -TERM $$; echo ignored it'
kill -0 $$ && echo alive; kill -0 1 && echo init alive; kill -99 $$ 2>/dev/null; echo "bad signal $?"; kill abc 2>/dev/null; echo "bad pid $?"
kill -l | wc -w | awk '{print ($1 > 30)}'; kill -l 9; kill -l TERM
yes > /dev/null & p=$!; await named $p yes; kill -INT $p; sleep 0.2; kill -0 $p 2>/dev/null && echo "background ignores INT"; kill $p; wait $p; echo "yes $?"
(trap 'echo quit; exit 3' QUIT; : > /tmp/ready; sleep 0.3) & await [ -e /tmp/ready ]; kill -QUIT $!; wait $!; echo "QUIT $?"
cat /dev/zero | head -c 10 > /dev/null; echo "pipe ok $?"; (set -o pipefail; yes | head -n 1); echo "SIGPIPE seen $?"
sh -c 'trap "" PIPE; sh -c "yes 2>/dev/null; echo code \$? >&2" | head -n 1' 2>&1
sh -c 'kill -ABRT $$' 2>/dev/null || sh -c 'exit 255'; echo $?
sh -c 'exit 256'; echo $?; sh -c 'exit 300' ; echo $?; sh -c 'exit -1' 2>/dev/null; echo $?
/nonexistent 2>/dev/null; echo "127: $?"; touch /tmp/noexec; /tmp/noexec 2>/dev/null; echo "126: $?"; /tmp 2>/dev/null; echo "directory: $?"; rm /tmp/noexec
sleep 1 & wait $!; kill -9 $$
