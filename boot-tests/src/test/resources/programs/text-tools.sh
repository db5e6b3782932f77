# awk, sed, cut, tr, sort, paste, nl, fold, expand, rev, tac, head, tail, wc, od, hexdump, strings
mkdir -p /tmp/w && cd /tmp/w
cat > people <<END
ann:34:paris:1200
bob:27:london:950
carl:45:berlin:2100
dora:34:paris:1750
END
awk -F: '{s[$3] += $4} END {for (c in s) print c, s[c]}' people | sort
awk -F: 'NR > 1 && $2 > 30 {printf "%-6s|%5d|\n", $1, $4}' people
awk -F: '{a[NR] = $1} END {for (i = NR; i > 0; i--) printf "%s ", a[i]; print ""}' people
awk 'BEGIN {s = "hello world"; gsub(/o/, "0", s); print toupper(s), length(s), substr(s, 3, 4), index(s, "w"); n = split("a,b,c", p, ","); print n, p[2]; print match("foobar", /o+/), RSTART, RLENGTH}'
awk 'BEGIN {while (("echo x; echo y" | getline line) > 0) print "got", line; "echo one" | getline v; print v; system("echo sys"); exit 4}'; echo "awk $?"
sed -n '2,3p' people; sed '/paris/d' people; sed 's/:/ | /2' people | head -n 2
sed -e '1i\inserted' -e '$a\appended' -e '2c\changed' people
sed -n '/bob/,/carl/{s/^/> /;p}' people; sed 'N;s/\n/+/' people; sed -n '$=' people
sed -E 's/([a-z]+):([0-9]+)/\2-\1/' people | head -n 1; cp people p2; sed -i 's/ann/ANN/' p2; head -n 1 p2
sed ':a;s/^\(.\{1,9\}\)$/ \1/;ta' <<END
pad
END
cut -d: -f1,3 people; cut -c1-4 people | head -n 2; tr a-z A-Z < people | tail -n 1; echo aabbcc | tr -s a-c; echo h3llo | tr -d 0-9; echo abc | tr -c 'a\n' -
sort -t: -k2n -k1r people; sort -t: -k3,3 -u people; sort -rn -t: -k4 people | head -n 1; printf '10\n9\n2\n1\n' | sort; printf 'b\na\n' | sort -c 2>/dev/null; echo "sort -c $?"
uniq -c <<END | sed 's/^ *//'
a
a
b
a
END
printf 'a\na\nb\n' | uniq -d; printf 'a\na\nb\n' | uniq -u
paste -d, people people | head -n 1; nl people | head -n 2; fold -w 10 people | head -n 3; printf 'a\tb\n' | expand; printf '        x\n' | unexpand | od -c | head -n 1
rev people | head -n 1; tac people | head -n 1; head -c 10 people; echo; tail -n 1 people; tail -c 5 people; tail -n +4 people; wc people; wc -L people
od -c people | head -n 2; od -An -tx1 -N 8 people; hexdump -C people | head -n 2; xxd people | head -n 2; head -c 64 /bin/busybox | strings -n 3
grep -n paris people; grep -c a people; grep -v a people; grep -E '^(a|b)' people; grep -o '[0-9]*' people | head -n 2; grep -i ANN people; grep -q zzz people; echo "grep $?"; grep x /nonexistent; echo "grep $?"
printf '%5d|%-5s|%05.1f|%x|%o|%c|%e|%%|%b\n' 42 ab 3.14159 255 8 z 12345.678 'tab\there'; printf '%s-%s\n' a b c; printf 'no newline'; echo; printf '%d\n' 0x1f 010 "'A"
echo -e 'a\tb\\c\0101'; echo -n no; echo -n ' newline'; echo; tee t1 t2 < people | wc -l; cmp t1 t2 && echo tee
date -u -d @1000000000 '+%Y-%m-%d %H:%M:%S %a %b %j %s'; date -u -d '2024-02-29 12:00:00' +%s; TZ=UTC-2 date -d @0 '+%H:%M %z'; cal 2 2024 | tr -s ' '
