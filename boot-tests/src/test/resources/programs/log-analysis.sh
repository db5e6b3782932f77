# a day's access log is generated, split, summarised, joined and reported by the usual tools
mkdir -p /tmp/logs && cd /tmp/logs || exit 1
awk 'BEGIN {
    seed = 42
    for (i = 0; i < 4000; i++) {
        seed = (seed * 1103515245 + 12345) % 2147483648; host = seed % 17
        seed = (seed * 1103515245 + 12345) % 2147483648; page = seed % 29
        seed = (seed * 1103515245 + 12345) % 2147483648; code = (seed % 10 == 0) ? 404 : (seed % 23 == 0) ? 500 : 200
        seed = (seed * 1103515245 + 12345) % 2147483648; size = seed % 5000
        printf "10.0.0.%d - - [%02d:%02d] \"GET /page%d.html\" %d %d\n", host, i / 167, i % 60, page, code, size
    }
}' > access.log
wc access.log; md5sum access.log
report() {
    title=$1; shift
    printf '== %-12s %s\n' "$title" '======'
    "$@"
}
top_hosts() { cut -d' ' -f1 access.log | sort | uniq -c | sort -k1,1nr -k2,2 | head -n 5; }
codes() { awk '{n[$(NF-1)]++} END {for (c in n) print c, n[c]}' access.log | sort; }
bytes() { awk '{b[$1] += $NF} END {for (h in b) printf "%s %d\n", h, b[h]}' access.log | sort -k2,2nr | head -n 3; }
errors() { grep ' 500 ' access.log | sed 's/.*"GET \([^"]*\)".*/\1/' | sort | uniq -c | sort -k1,1nr -k2,2 | head -n 4; }
report hosts top_hosts
report codes codes
report bytes bytes
report errors errors
hour=0
while [ $hour -lt 24 ]; do
    h=$(printf '%02d' $hour)
    grep "\[$h:" access.log > hour-$h.log || :
    hour=$((hour + 6))
done
wc -l hour-*.log
cat hour-*.log | awk '{print $4}' | tr -d '[]' | cut -d: -f1 | sort -u | tr '\n' ' '; echo
mkfifo results
for code in 200 404 500; do
    (grep -c " $code " access.log | sed "s/^/$code=/" > count.$code) &
done
wait
cat count.*
(sort count.* | tr '\n' ';' > results) & read summary < results; wait; echo "summary $summary"
tar cf - *.log | gzip -c > logs.tgz && tar tzf logs.tgz | wc -l
gunzip -c logs.tgz | tar xOf - access.log | md5sum
sed -n 's/.*page\([0-9]*\)\.html" 404 .*/\1/p' access.log | sort -n | uniq | paste -s -d, -
cd /; rm -r /tmp/logs; [ -d /tmp/logs ] || echo cleaned
