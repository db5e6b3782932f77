# env, exec, shebang scripts, PATH search, chroot, argument lists, exit codes of failed execution
mkdir -p /tmp/w && cd /tmp/w
env -i sh -c 'echo "[$HOME] [$PATH]" | sed "s|\[/.*\]|[path]|"; export -p | grep -v PWD | wc -l'
env -i A=1 B='two words' env | sort; env -u HOME sh -c 'echo [$HOME]'; A=1 env A=2 sh -c 'echo $A'; env nosuchprogram 2>/dev/null; echo "env $?"
printf '#!/bin/sh\necho "script $0 $*"\nexit 31\n' > script; chmod +x script; ./script one 'two three'; echo "code $?"
printf '#!/bin/sh -e\nfalse\necho not reached\n' > strict; chmod +x strict; ./strict; echo "code $?"
printf '#!/usr/bin/env -S sh\n' > /dev/null; printf '#!/bin/awk -f\nBEGIN { print "awk script", ARGC, ARGV[1] }\n' > a.awk; chmod +x a.awk; ./a.awk arg
printf '#! /bin/cat\ntext of the script\n' > self; chmod +x self; ./self
printf '#!/nonexistent/interpreter\n' > bad; chmod +x bad; ./bad 2>/dev/null; echo "bad interpreter $?"
printf '#!./script\nnested\n' > nested; chmod +x nested; ./nested x; echo "nested $?"
printf 'echo no shebang $1\n' > plain; chmod +x plain; ./plain arg; echo "plain $?"
printf '\177ELF garbage' > elf; chmod +x elf; ./elf 2>/dev/null; echo "garbage $?"; : > nothing; chmod +x nothing; ./nothing; echo "empty $?"
chmod -x script; ./script 2>/dev/null; echo "not executable $?"; chmod +x script; mkdir bin; mv script bin/tool; PATH=/tmp/w/bin:$PATH; tool from path; (PATH=/nowhere; nosuch 2>/dev/null; echo "no path $?")
ln -s bin/tool alias; ./alias x; ln -s /bin/busybox echo; ./echo applet by name; cp /bin/busybox mybox; ./mybox echo direct; ./mybox nosuchapplet 2>/dev/null; echo "applet $?"; (exec -a custom sh -c 'echo $0') 2>/dev/null; exec 3>&1; (exec ./bin/tool replaced >&3); echo "exec $?"
mkdir -p root/bin root/etc; cp /bin/busybox root/bin; ln -s busybox root/bin/sh; ln -s busybox root/bin/ls; ln -s busybox root/bin/cat; echo inside > root/etc/file; ln -s /etc/file root/absolute
chroot root /bin/sh -c 'cat /etc/file; ls /; pwd; cat /absolute; cd ..; pwd; ls ../../..; ls /tmp'; echo "chroot $?"
chroot root /bin/nosuch 2>/dev/null; echo "chroot missing $?"; chroot /nonexistent 2>/dev/null; echo "chroot nowhere $?"; chroot root /bin/sh -c 'exit 9'; echo "chroot exit $?"
args=$(seq 1 5000); sh -c 'echo $#' zero $args; sh -c 'echo ${#1}' zero "$args"; big=$(head -c 100000 /dev/zero | tr '\0' x); BIG=$big sh -c 'echo ${#BIG}'; huge=$(head -c 200000 /dev/zero | tr '\0' x); sh -c 'echo ${#1}' zero "$huge" 2>/dev/null; echo "too long $?"
sh -c 'echo $0 $1 $2' name first second; sh -c 'echo "$#" "$@"' sh; echo 'echo from stdin $1' | sh -s argument; sh nosuchscript 2>/dev/null; echo "sh $?"; echo 'exit 14' > e; sh e; echo $?; . ./plain; sh -c ') bad syntax' 2>/dev/null; echo "syntax $?"
export X=1; Y=2; sh -c 'echo "$X [$Y]"'; export Y; sh -c 'echo $Y'; unset X; sh -c 'echo "[$X]"'; export -n Y 2>/dev/null; env | grep -c ^HOME=
which sh; run-parts bin | head -n 2; mkdir -p deep/er/est; cd deep/er/est; ../../../bin/tool relative; cd /tmp/w; rm -rf deep; mkdir gone; cd gone; rmdir ../gone; pwd; ls; echo "in a deleted directory $?"; : > file 2>/dev/null; echo "create there $?"; cd ..; pwd 2>/dev/null | tail -n 1; cd /tmp; rm -r w
