# read, printf, test, case, getopts, shift, eval, set, unset, export, readonly, ulimit, umask, hash, type
echo 'one two three four' | { read a b c; echo "$a|$b|$c"; }
printf 'a:b:c\n' | { IFS=: read x y z; echo "$z$y$x"; }
printf 'back\\slash\n' | { read l; echo "$l"; }; printf 'back\\slash\n' | { read -r l; echo "$l"; }
printf 'partial' | { read l; echo "$? [$l]"; }; read l < /dev/null; echo "eof $?"
printf 'abcdef' | { read -n 3 l; echo "$l"; }; printf 'x;y' | { read -d ';' l; echo "$l"; }; read -t 0.1 l < /dev/zero; echo "timeout $?"
printf ' lead and trail  \n' | { read l; echo "[$l]"; }; printf ' kept  \n' | { IFS= read -r l; echo "[$l]"; }
parse() { OPTIND=1; while getopts ab:c: o; do case $o in a) echo flag a ;; b) echo "b=$OPTARG" ;; c) echo "c=$OPTARG" ;; *) echo "bad $o" ;; esac; done; shift $((OPTIND - 1)); echo "rest: $*"; }
parse -a -b value rest1 rest2; parse -abjoined -- -a; parse -x 2>/dev/null; parse -b 2>/dev/null
quiet() { OPTIND=1; while getopts :a:b o; do echo "$o ${OPTARG:-}"; done; }; quiet -z -a; getopt -o ab: -l long,arg: -- -a --arg=x -b y z
[ 1 -lt 2 -a 2 -gt 1 ] && echo and; [ 1 -gt 2 -o 2 -gt 1 ] && echo or; [ ! -e /nonexistent ] && echo not; [ -n x ] && [ -z '' ] && echo strings; [ a \< b ] && echo less; [[ abc == a* ]] && echo pattern; [[ abc =~ ^a.c$ ]] && echo regex; [ x = ] 2>/dev/null; echo "bad test $?"; test 1 -eq a 2>/dev/null; echo "bad number $?"; [ 010 -eq 10 ] && echo decimal; [ -t 1 ] || echo no terminal
eval 'i=7; eval "echo \$i"'; v=name; eval "$v=indirect"; echo $name; set -- "a b" c; eval "set -- $(printf '"%s" ' "$@")"; echo $#
unset name; echo "[${name-unset}]" "[${name+set}]"; name=; echo "[${name-unset}]" "[${name+set}]" "[${name:-empty}]"
f() { local v=local; g; echo "f $v"; }; g() { echo "g sees $v"; v=changed; }; v=global; f; echo "$v"
unset -f g; g 2>/dev/null; echo "unset function $?"; readonly R=1; (R=2) 2>/dev/null; echo "readonly $?"; export -p | grep -c HOME; set | grep -c '^IFS='
ulimit -n | awk '{print ($1 >= 256)}'; (ulimit -n 50; ulimit -n); (ulimit -c 0; ulimit -c); (ulimit -f 1; dd if=/dev/zero of=/tmp/limited bs=1k count=2 2>/dev/null; echo "file size $?"); rm -f /tmp/limited; (ulimit -s 1024; ulimit -s); ulimit -H -n | awk '{print ($1 >= 256)}'; (ulimit -n 5; exec 3< /etc/passwd 4< /etc/passwd 5< /etc/passwd) 2>/dev/null; echo "descriptors $?"
(ulimit -t 1; while :; do :; done) 2>/dev/null; echo "cpu time $?"; (ulimit -v 20000; ulimit -v); (ulimit -u 5000; ulimit -u)
umask; umask -S; umask u=rwx,g=rx,o=; umask; umask 022; pwd; cd /tmp; cd - ; cd /nonexistent 2>/dev/null; echo "cd $?"; cd; pwd; cd /; hash; type echo sh nosuch 2>/dev/null; command -v ls; which cat
true && false || echo chain; ! true; echo $?; : ; . /nonexistent 2>/dev/null || echo dot; [ $# -eq 2 ] && shift 2; shift 2>/dev/null; echo "shift $?"
IFS=,; set -- $(echo a,b,,c); echo "$# $*"; unset IFS; echo "$*"; for x in "$@"; do printf '<%s>' "$x"; done; echo; echo "${#1} ${#*}"; a='x y'; b=$a; echo "$b"; echo ${a# *} ${a%y}; echo "${a/x/z}"; printf '%q\n' 'a b' 2>/dev/null
set -e; false || true; if false; then :; fi; echo errexit survived conditions; set +e; set -u; (echo $nope) 2>/dev/null; echo "nounset $?"; set +u; set -n 2>/dev/null; set +n; set -o | head -n 1; set -v; set +v; times | wc -l
case "x" in [!a-w]) echo class ;; esac; case a in b) ;; esac; echo "case $?"; while read l; do case $l in \#*) continue ;; '') break ;; *) echo "line $l" ;; esac; done <<END
# comment
data

never
END
echo $LINENO; echo "$0" | sed 's|.*/||'; echo ${PPID:+ppid} ${RANDOM:+random} $?; x=$(sh -c 'echo $0 $1' zero first); echo $x; printf '%s\n' ~ ~root; echo a{b,c}d; echo "\$"'"'"'"; exec sh -c 'exit 19'
