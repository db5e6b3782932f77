# /proc/self/* and the system-wide files that procps-like applets read; shapes, not values
cat /proc/self/comm; tr '\0' ' ' < /proc/self/cmdline; echo
readlink /proc/self/exe; cd /tmp; readlink /proc/self/cwd; cd /; readlink /proc/self/root
[ "$(readlink /proc/self)" -gt 1 ] && echo self is a number
sh -c '[ /proc/self -ef /proc/$$ ] || echo applet has its own; [ "$(cut -d" " -f4 /proc/self/stat)" = $$ ] && echo parent is shell'
X=visible sh -c 'tr "\0" "\n" < /proc/self/environ | grep ^X='
env -i A=1 B=2 cat /proc/self/environ | tr '\0' '\n'
grep -E '^(Name|State|Uid|Gid|Threads):' /proc/self/status
grep -oE '^(Pid|PPid|VmSize|VmRSS|SigPnd|SigBlk|SigIgn|SigCgt|FDSize|Groups|Tgid):' /proc/self/status
(trap '' USR1; grep SigIgn /proc/self/status)
awk '{print NF, $2, $3}' /proc/self/stat; awk '{print NF}' /proc/self/statm
ls /proc/self/fd | tr '\n' ' ' < /dev/null; echo; ls /proc/self/fd 7< /etc/passwd | wc -l; readlink /proc/self/fd/8 8< /etc/passwd
sh -c 'exec 5> /tmp/five; echo via fd > /proc/self/fd/5; cat /tmp/five; rm /tmp/five; ls -l /proc/self/fd/5' | sed 's/.*-> //'
cat /proc/self/maps | awk '{print $2, $6}' | grep -E 'busybox|heap|stack' | sort -u
grep -c . /proc/self/maps | awk '{print ($1 > 4) ? "maps has lines" : "short"}'
cat /proc/self/limits | head -n 1; grep 'Max open files' /proc/self/limits | awk '{print NF}'
for f in cmdline environ maps stat status statm comm mounts mountinfo limits; do [ -r /proc/self/$f ] && printf '%s ' $f; done; echo
[ -d /proc/self/task ] && ls /proc/self/task | wc -l
grep -oE '^(MemTotal|MemFree|MemAvailable|Buffers|Cached|SwapTotal|SwapFree):' /proc/meminfo
awk '/MemTotal/ {print $3, ($2 > 10000) ? "plausible" : "small"}' /proc/meminfo
awk '{print NF}' /proc/uptime /proc/loadavg; head -n 1 /proc/stat | awk '{print $1, NF}'; grep -oE '^(cpu0|intr|ctxt|btime|processes|procs_running) ' /proc/stat
grep -c '^processor' /proc/cpuinfo; cut -d' ' -f1 /proc/version; cat /proc/sys/kernel/ostype; cat /proc/sys/kernel/pid_max | awk '{print ($1 >= 32768)}'
grep -E 'nodev.(proc|tmpfs)$' /proc/filesystems | sort; grep -c ' /proc proc ' /proc/mounts
await() { tries=0; until "$@"; do tries=$((tries + 1)); [ $tries -lt 600 ] || break; sleep 0.1; done; } # a minute at most
is() { [ "$(cut -d' ' -f2,3 /proc/$1/stat)" = "$2" ]; } # whether a process has a name and a state
sleep 10 & p=$!; await is $p '(sleep) S'; cat /proc/$p/comm; tr '\0' ' ' < /proc/$p/cmdline; echo; awk '{print $3}' /proc/$p/stat; awk '{print $4}' /proc/$p/stat | grep -qx $$ && echo ppid ok; kill $p; wait $p 2>/dev/null; cat /proc/$p/comm 2>&1 | sed 's/[0-9][0-9]*/N/'
echo x > /proc/self/comm 2>/dev/null; echo "comm writable $?"; echo x 2>/dev/null > /proc/uptime; echo "uptime writable $?"; mkdir /proc/dir 2>&1 | sed 's/.*: //'; rm /proc/uptime 2>&1 | sed 's/.*: //'; ls -ld /proc /proc/self/fd | awk '{print $1}'
(exec 9< /etc/passwd; rm -f /tmp/gone; : > /tmp/gone; exec 8< /tmp/gone; rm /tmp/gone; readlink /proc/self/fd/8); cat /proc/self/fd/0 < /etc/group; ls -l /proc/self/exe | awk '{print $1, $NF}'
stat -c '%F' /proc /proc/self /proc/self/status /proc/self/fd; stat -f -c %T /proc; [ -d /proc/1 ] && tr '\0' '\n' < /proc/1/cmdline | wc -l | awk '{print ($1 >= 0) ? "init has a command line" : ""}'
