# mkfifo, tee, tail -f bounded, head closing early, concurrent readers and writers, /dev/fd, large pipes
await() { tries=0; until "$@"; do tries=$((tries + 1)); [ $tries -lt 600 ] || break; sleep 0.1; done; } # a minute at most
mkdir -p /tmp/w && cd /tmp/w
mkfifo f; stat -c '%F %a' f
(sleep 0.1; echo one; echo two) > f & cat f; wait
cat < f > got & seq 1 10000 > f; wait; md5sum < got
mkfifo request reply
(while read n < request; do [ "$n" = stop ] && break; echo $((n * n)) > reply; done) & server=$!
for n in 3 7 12; do echo $n > request; read answer < reply; echo "$n squared is $answer"; done
echo stop > request; wait $server; echo "server $?"
seq 1 5 > log; (tail -f log > followed) & t=$!; await [ -s followed ]; echo appended >> log; await grep -q appended followed; kill $t; wait $t 2>/dev/null; cat followed
timeout 3 tail -n 1 -f log | head -n 1
seq 100000 | head -n 1; seq 100000 | tee copy | head -n 1 > /dev/null; echo "tee $?"
seq 10 | tee >/dev/null a b c; cat a b c | wc -l; seq 3 | tee -a a | wc -l; wc -l < a
echo direct | cat /dev/fd/0; echo stdin | cat /dev/stdin; echo to stdout > /dev/stdout; echo to stderr 2>&1 >&2 > /dev/stderr 2>/dev/null
(echo left; sleep 0.2; echo right) | while read l; do echo "line $l"; done
(exec 3<> f; echo both ends >&3; read l <&3; echo "read-write fifo: $l")
(: < f; : > closed) & (trap '' PIPE; exec > f; await [ -e closed ]; echo nobody) 2>&1; wait; echo "writer after reader left"
seq 1 3 | { head -n 1 > /dev/null; cat | wc -c | awk '{print ($1 < 6) ? "buffered by head" : "left"}'; }
seq 1 3 > lines; { read a; read b; cat; } < lines; { head -c 2; cat; } < lines
yes 0123456789 | head -c 500000 > p1; cat p1 | (sleep 0.2; cat) | (sleep 0.1; md5sum); md5sum < p1
dd if=/dev/zero bs=1 count=70000 2>/dev/null | (sleep 0.2; wc -c)
for i in 1 2 3 4; do (seq $((i * 1000)) $((i * 1000 + 500)) >> shared) & done; wait; sort -n shared | uniq | wc -l
(echo 1; exec >&-; sleep 0.1) | cat; (echo x; kill -PIPE $(exec sh -c 'echo $PPID')) | cat; cat < /dev/null; cat /dev/null /dev/null | wc -c
while read -r l; do echo "$l" | tr a-z A-Z; done <<END
loop body
uses its own pipe
END
split -l 3000 got part 2>/dev/null; sort -n got | awk 'NR % 2500 == 0'; sort -rn got -o sorted; head -n 1 sorted; cat got | sort -R 2>/dev/null | sort -n | cmp - got && echo shuffled and sorted
shuf -i 1-10 | sort -n | tr '\n' ' '; echo; seq 5 | shuf | wc -l; seq 20 | sed -n '5,7p;7q'; cat got | sed 3q; awk 'NR == 3 {exit 2} {print}' got; echo "awk $?"
rm f; [ -e f ] || echo fifo removed; cat f 2>&1; nc -h > /dev/null 2>&1; rm -r /tmp/w; echo end
