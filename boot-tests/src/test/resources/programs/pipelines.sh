# pipes of five stages and more, pipeline exit codes, SIGPIPE towards an endless writer
mkdir -p /tmp/w && cd /tmp/w
seq 1 1000 | grep 7 | sed 's/7/seven/g' | sort -r | head -n 5
echo "status $?"
yes abc | head -n 3 | tr a-c A-C | cat -n | sed 's/^ *//'
false | true
echo "last wins: $?"
true | false
echo "last wins: $?"
set -o pipefail
false | true
echo "pipefail: $?"
(exit 5) | (exit 0) | (exit 7) | cat
echo "rightmost failure: $?"
set +o pipefail
printf 'delta\nalpha\ncharlie\nbravo\nalpha\n' | tee copy | sort | uniq -c | awk '{print $2 ":" $1}'
wc -l < copy
echo one two three | { read a b c; echo "$c $b $a"; }
seq 100 | while read n; do [ $((n % 25)) -eq 0 ] && echo "quarter $n"; done
echo nested | (cat | (cat | (cat | (cat | (cat | rev)))))
dd if=/dev/zero bs=1024 count=300 2>/dev/null | cat | cat | cat | wc -c
seq 1 50000 | awk '{s += $1} END {print s}' 
cat /dev/zero | head -c 1000000 | md5sum
{ echo out; echo err >&2; } 2>&1 | sort
{ echo out; echo err >&2; } 2>/dev/null | cat
echo a | cat - /dev/null | cat | cat | cat | cat | cat | cat | cat
for i in 1 2 3; do echo $i; done | { sum=0; while read v; do sum=$((sum + v)); done; echo "sum $sum"; }
! echo negated | grep -q absent
echo "negated pipeline: $?"
seq 3 | xargs -n 1 echo item | tac
(sleep 0; echo slow) | (read line; echo "got $line")
printf 'x%.0s' 1 2 3 4 5 | fold -w 2; echo
