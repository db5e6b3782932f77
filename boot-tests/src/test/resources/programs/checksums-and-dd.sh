# dd with its operands, megabytes through every checksum, cmp, od, split reads, sparse copies
mkdir -p /tmp/w && cd /tmp/w
seq 1 100000 > numbers; wc -c numbers
md5sum numbers; sha1sum numbers; sha256sum numbers; sha512sum numbers; sha3sum numbers; crc32 numbers
md5sum numbers > sums; md5sum -c sums; echo x >> numbers; md5sum -c sums 2>/dev/null; echo "check $?"
dd if=/dev/zero of=zeros bs=64k count=48 2>/dev/null; sha256sum zeros
dd if=numbers of=part bs=1000 skip=3 count=2 2>/dev/null; wc -c part; head -n 2 part
dd if=part of=copy bs=7 2>/dev/null; cmp part copy && echo equal
printf 'XYZ' | dd of=copy bs=1 seek=100 conv=notrunc 2>/dev/null; cmp part copy; echo "cmp $?"; dd if=copy bs=1 skip=98 count=7 2>/dev/null | od -An -c
printf 'end' | dd of=hole bs=1 seek=70000 2>/dev/null; stat -c '%s' hole; od hole | tail -n 3; md5sum hole
printf 'abcd' | dd conv=swab 2>/dev/null; echo; printf 'upper' | dd conv=ucase 2>/dev/null; echo
dd if=/dev/zero bs=512 count=3 2>&1 of=/dev/null | sed 's/,.*//' | head -n 2
dd if=/nonexistent of=x 2>&1; echo "dd $?"
dd if=/dev/zero of=/dev/full bs=10 count=1 2>/dev/null; echo "full $?"
head -c 3000000 /dev/zero | tr '\0' 'a' | md5sum
cat numbers numbers numbers | sha256sum
head -c 100000 /dev/urandom > random; cp random random2; cmp random random2 && echo copies agree; head -c 100000 /dev/urandom | cmp -s - random || echo random differs
gzip -c random | wc -c | awk '{print ($1 > 95000) ? "incompressible" : "compressible"}'
cat random | wc -c; tail -c 10 numbers; tail -n 2 numbers; head -n 70000 numbers | tail -n 1
sort -rn numbers | head -n 2; sort numbers | md5sum; grep -c 99 numbers; sed -n '50000p' numbers; awk '{s += $1} END {printf "%.0f\n", s}' numbers
tac numbers | md5sum; rev numbers | md5sum; cut -c1-3 numbers | sort | uniq | wc -l; tr 0-9 a-j < numbers | md5sum; od -v numbers | md5sum; xxd numbers | tail -n 1; base64 numbers | md5sum; fold -w 77 numbers | md5sum
cp numbers n2; cat numbers >> n2; wc -l n2; truncate -s 1034567 n2; md5sum n2; diff numbers n2 | head -n 3; shred -u -n 1 random2; ls
