# $(...), backquotes, nesting, newlines trimmed, exit status, big results, quoting inside
echo "today is $(echo a fixed day)"
echo `echo back \`echo quoted\``
echo "$(echo "$(echo "$(echo deep)")")"
x=$(printf 'trailing\n\n\n'); echo "[$x]"
x=$(false); echo "status $?"
x=$(exit 17); echo "status $?"
x=$(echo out; echo err >&2); echo "only $x"
y=$(echo captured 2>&1; ls /nonexistent 2>&1); echo "$y"
big=$(seq 1 20000); echo ${#big}
echo "$big" | tail -n 1
words=$(echo '  a   b  '); echo [$words] "[$words]"
IFS=:; list=$(echo x:y:z); set -- $list; echo "$# $2"; unset IFS
echo $(echo '*' | sed 's/\*/star/')
echo "$(cat <<END
document inside
END
)"
f() { echo "function $1"; return 6; }
r=$(f arg); echo "$r $?"
n=$(( $(echo 3) * $(echo 4) )); echo $n
case $(uname -s) in Linux) echo kernel name ok ;; *) echo other ;; esac
for w in $(echo one two three); do printf '%s;' $w; done; echo
a=1; b=$(a=2; echo $a); echo "$a $b"
cd /tmp; d=$(cd /; pwd); echo "$d $PWD"
echo "$(printf 'no newline')"
echo ${unset:-$(echo default)} ${a:+$(echo alternative)}
v=$(trap 'echo from trap' EXIT; echo body); echo "$v"
echo $(set -- 1 2 3; shift; echo $@)
test "$(echo equal)" = equal && echo compared
printf '%s\n' "$(seq 3 | tr '\n' ' ')"
$(echo echo) indirect command
echo "pid same: $([ "$$" = "$(echo $$)" ] && echo yes)"
