# &, wait, wait PID, $!, exit codes through wait, jobs in parallel, kill of a background job
# (job messages on stderr depend on the moment the shell looks, so they are dropped)
exec 2> /dev/null
await() { tries=0; until "$@"; do tries=$((tries + 1)); [ $tries -lt 600 ] || break; sleep 0.1; done; } # a minute at most
mkdir -p /tmp/w && cd /tmp/w
(exit 3) & wait $!; echo "wait gives $?"
sleep 0.2 & a=$!
(sleep 0.1; exit 7) & b=$!
wait $b; echo "second $?"
wait $a; echo "first $?"
for i in 1 2 3 4 5; do (sleep 0.0$i; echo done > job$i) & done
wait; echo "all: $?"; cat job? | sort | uniq -c | sed 's/^ *//'
sleep 100 & p=$!
kill $p; wait $p; echo "terminated $?"
sleep 100 & p=$!
kill -9 $p; wait $p; echo "killed $?"
sleep 100 & p=$!
kill -USR1 $p; wait $p; echo "user signal $?"
wait 999999 2>/dev/null; echo "no such child $?"
kill -0 999999 2>/dev/null; echo "no such process $?"
cat < /dev/null & wait $!; echo "cat $?"
{ echo in background; } & wait
read x & wait $!; echo "background stdin is empty: $?"
(echo parent; (echo child) & wait) | sort
f() { sleep 0.05; return 11; }; f & wait $!; echo "function $?"
n=0; for i in 1 2 3 4 5 6 7 8 9 10; do : & n=$((n + 1)); done; wait; echo "reaped $n"
mkfifo pipe; (echo through fifo > pipe) & cat pipe; wait
(sleep 0.1; echo late) > late & wait; cat late
seq 1 20000 > numbers & wait; tail -n 1 numbers
(trap 'echo caught; exit 8' TERM; : > ready; while :; do sleep 0.05; done) & p=$!
await [ -e ready ]; kill -TERM $p; wait $p; echo "trapped $?"
sleep 0 & sleep 0 & wait; echo "both $?"
[ -d /proc/$$ ] && echo "shell is in /proc"
sleep 30 & p=$!; [ -d /proc/$p ] && echo "job is in /proc"; kill $p; wait $p 2>/dev/null; [ -d /proc/$p ] || echo "job is gone"
