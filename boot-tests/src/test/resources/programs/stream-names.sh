# Streams named through /dev and /proc: process substitution, /dev/stdin, /dev/fd, descriptors of finished writers.
cd /tmp
cat <(echo first)
diff <(printf 'a\nb\n') <(printf 'a\nc\n') | grep '^[-+][a-z]'
echo hi | cat /dev/stdin
echo hi | cat /dev/fd/0
echo late | (sleep 0.2; cat /proc/self/fd/0)
cat <(seq 3) <(seq 4 6) | tr '\n' ' '
echo
printf 'x\ny\n' | (sleep 0.2; while read -r line; do echo "late $line"; done < /proc/self/fd/0)
while read -r line; do echo "read $line"; done < <(printf 'x\ny\n')
exec 3< <(echo three)
read -r word <&3
echo "$word"
exec 3<&-
echo done
