# subshells: isolation of variables, directory, options, traps, descriptors; groups; exec
x=outer
(x=inner; echo $x); echo $x
{ x=grouped; }; echo $x
(cd /tmp; pwd); pwd
(set -f; echo /e*); echo /e*
(exit 9); echo "code $?"
(f() { echo local function; }; f); f 2>/dev/null; echo "undefined $?"
(umask 077; umask); umask 022; umask
(exec echo replaced; echo not reached)
(readonly r=1; r=2; echo not reached) 2>/dev/null; echo "readonly $?"
r=3; echo $r
(set -e; false; echo not reached); echo "errexit $?"
(set -u; echo $undefined; echo not reached) 2>/dev/null; echo "nounset $?"
(: ${undefined?message}) 2>/dev/null; echo "question mark $?"
((echo double); echo nested) | cat
(echo a; (echo b; (echo c; (echo d))))
a=$(x=sub; echo $x); echo "$a $x"
export E=exported; sh -c 'echo $E'; (E=changed; sh -c 'echo $E'); sh -c 'echo $E'
V=temporary sh -c 'echo $V'; echo "[${V:-unset}]"
unset E; sh -c 'echo "[${E:-unset}]"'
(unset x; echo "[${x:-unset}]"); echo $x
set -- 1 2 3; (shift; echo $#); echo $#
(trap 'echo leaving' EXIT); echo back
exec 7> /tmp/fd7; (echo via seven >&7); exec 7>&-; cat /tmp/fd7; rm /tmp/fd7
(kill -TERM $(exec sh -c 'echo $PPID')); echo "self kill $?"
depth() { [ $1 -eq 0 ] && { echo bottom; return; }; (depth $(($1 - 1))); }; depth 30
(sleep 0.05; exit 4) & (wait $! 2>/dev/null; echo "not my child $?"); wait $!; echo "my child $?"
set -x; : traced 2>/dev/null; set +x
eval 'y=evaluated; echo $y'
. /dev/stdin <<END
sourced=yes
END
echo "sourced ${sourced:-no}"
command -v cd; type cd; command echo plain
alias ll='echo alias'; eval ll works
