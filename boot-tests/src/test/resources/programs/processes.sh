# ps, pidof, top, free, uptime, kill, killall, nice, time; pids and figures filtered
ps | head -n 1; ps -o pid,ppid,comm,args | head -n 1; ps -o comm | grep -c '^ps$'
ps -o pid,comm | awk '$2 == "ps" {print ($1 > 1) ? "ps sees itself" : "?"}'
await() { tries=0; until "$@"; do tries=$((tries + 1)); [ $tries -lt 600 ] || break; sleep 0.1; done; } # a minute at most
is() { [ "$(cut -d' ' -f2,3 /proc/$1/stat)" = "$2" ]; } # whether a process has a name and a state
sleep 33 & p=$!; sleep 44 & q=$!; await is $p '(sleep) S'; await is $q '(sleep) S'
ps -o pid,ppid,args | awk -v p=$p -v s=$$ '$1 == p {print ($2 == s) ? "child of the shell" : "?", $3, $4}'
ps -o stat,args | awk '$2 == "sleep" && $3 == 33 {print substr($1, 1, 1)}'
ps -o user,args | awk '$2 == "sleep" {print}' | sort
pidof sleep | wc -w; pidof nosuchprogram; echo "pidof $?"
kill -STOP $p; await is $p '(sleep) T'; ps -o stat,args | awk '$2 == "sleep" && $3 == 33 {print substr($1, 1, 1)}'
kill -CONT $p; await is $p '(sleep) S'; awk '{print $3}' /proc/$p/stat
killall sleep; { wait $p; } 2> /dev/null; echo "killed by killall $?"; { wait $q; } 2> /dev/null; echo "and $?"; killall sleep 2>&1; echo "none left $?"
free | awk 'NR == 1 {print $1, $2, $3, $NF} NR == 2 {print $1, NF, ($2 > 0 && $3 > 0 && $4 > 0)} NR == 3 {print $1}'
free -m | awk 'NR == 2 {print $1, ($2 > 30)}'
uptime | sed 's/^ *[0-9:]* up .* load average: .*/shape of uptime/' | grep -c 'shape'
top -b -n 1 | head -n 4 | sed -e 's/[0-9.]\{1,\}/N/g' -e 's/  */ /g' | head -n 1
top -b -n 1 | sed -n '4p' | awk '{print $1, $2, $3}'
mkfifo /tmp/listing; grep -c 'top -b' /tmp/listing & top -b -n 1 > /tmp/listing; wait $!; rm /tmp/listing # grep runs before top begins, and is listed
(time -p true) 2>&1 | awk '{print $1, NF}'; time -f '%x' false 2>&1 | tail -n 1
renice -n 5 $$ > /dev/null; sh -c 'awk "{print \$19}" /proc/self/stat'; renice -n 0 $$ > /dev/null 2>&1; echo "renice $?"
timeout 5 echo in time; timeout 0.2 sleep 5; echo "timeout $?"; timeout -s KILL 0.2 sleep 5; echo "timeout kill $?"; timeout 5 sh -c 'exit 6'; echo "code passed $?"
sh -c 'sleep 0.1; echo $PPID' | awk '{print ($1 > 1)}'; (sh -c 'echo $PPID') | awk -v s=$$ '{print ($1 != 0)}'
sh -c 'sh -c "sleep 0.2; cat /proc/self/stat | cut -d\" \" -f4" & exit' | wc -l
id -u; id -g; whoami; id | cut -d' ' -f1; groups; hostname | wc -l; uname -s -m; uname -a | awk '{print $1, $NF}'; tty; echo "tty $?"; nproc; arch; logname > /dev/null 2>&1; who | wc -l; hostid | wc -c; [ "$(date +%s)" -gt 0 ] && echo clock
start=$(date +%s); sleep 1; end=$(date +%s); [ $((end - start)) -ge 1 ] && [ $((end - start)) -le 3 ] && echo slept a second; usleep 1000; sleep 0.01; sleep 0; echo slept
setsid sh -c '[ "$(cut -d" " -f6 /proc/self/stat)" = $$ ] && echo own session'; sh -c 'cut -d" " -f5 /proc/self/stat' | wc -l; watch -n 1 -t true < /dev/null > /dev/null 2>&1 & w=$!; sleep 0.2; kill $w; { wait $w; } 2> /dev/null; echo "watch $?"
flag=$(sh -c 'echo $-'); echo "flags ${flag:-none}"; yes | head -n 1; seq 100000 | tail -n 1; taskset -p $$ > /dev/null 2>&1; echo "taskset $?"; echo "last $?"
