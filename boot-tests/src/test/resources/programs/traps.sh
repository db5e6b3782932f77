# trap: EXIT, INT, TERM, USR1, HUP, ignored signals, reset, inheritance into subshells
trap 'echo "exit trap, status $?"' EXIT
trap 'echo got USR1' USR1
kill -USR1 $$; echo after USR1
trap 'echo got INT' INT; kill -INT $$; echo after INT
trap 'echo got TERM' TERM; kill $$; echo after TERM
trap 'echo got HUP' HUP; kill -HUP $$; echo after HUP
trap '' USR2; kill -USR2 $$; echo USR2 ignored
sh -c 'kill -USR2 $$; echo child inherits ignored'
sh -c 'kill -USR1 $$; echo not reached'; echo "child without trap: $?"
trap - USR1
(kill -USR1 $(exec sh -c 'echo $PPID'); echo not reached); echo "subshell reset: $?"
trap 'echo again' USR1
(trap 'echo sub exit' EXIT; echo in subshell)
(trap 'echo sub usr1; exit 5' USR1; sh -c 'kill -USR1 $PPID'; sleep 1; echo not reached); echo "sub $?"
trap | grep -c trap
f() { trap 'echo set in function' ALRM; }; f; kill -ALRM $$; echo after ALRM
count=0; trap 'count=$((count + 1))' USR1
for i in 1 2 3 4 5; do kill -USR1 $$; done; echo "counted $count"
(sleep 0.1; kill -USR1 $$) & sleep 0.5; wait; echo "counted $count"
await() { tries=0; until "$@"; do tries=$((tries + 1)); [ $tries -lt 600 ] || break; sleep 0.1; done; } # a minute at most
sleeps() { [ "$(cut -d' ' -f3 /proc/$1/stat)" = S ]; }
sleep 5 & p=$!; (await sleeps $$; kill -USR1 $$) & wait $p; echo "wait interrupted: $?"; kill $p
wait 2>/dev/null
sh -c 'trap "exit 33" TERM; kill $$; echo not reached'; echo "trap exit $?"
sh -c 'trap "echo bye" EXIT; exit 12'; echo "exit trap keeps $?"
sh -c 'trap "echo bye; exit 13" EXIT; exit 12'; echo "exit trap changes $?"
sh -c 'trap "echo on kill" EXIT; kill -9 $$'; echo "kill skips it: $?"
trap 'echo kill cannot be trapped' KILL 2>/dev/null; echo "trap KILL $?"
sh -c 'kill -INT $$'; echo "INT $?"
sh -c 'kill -SEGV $$'; echo "SEGV $?"
sh -c 'kill -PIPE $$'; echo "PIPE $?"
kill -l 15; kill -l 137; kill -l HUP
exit 21
