# tar, gzip, bzip2, xz, cpio, ar: round trips, listings, checksums, corrupt input
mkdir -p /tmp/w/src/sub && cd /tmp/w
seq 1 500 > src/numbers; echo hello > src/sub/greeting; ln -s numbers src/symlink; ln src/numbers src/hardlink
chmod 640 src/sub/greeting; : > src/empty; touch -d '2021-03-04 05:06:07' src/* src/sub/*; touch -h -d '2021-03-04 05:06:07' src/symlink
tar cf - src | gzip | gunzip | tar tf - | sort
tar czf archive.tgz src; tar tzf archive.tgz | wc -l
mkdir out; tar xzf archive.tgz -C out; diff -r src out/src && echo identical
stat -c '%a %s %h %F' out/src/sub/greeting out/src/hardlink out/src/symlink out/src/empty
tar tvf archive.tgz src/sub/greeting | awk '{print $1, $2, $3, $4, $5, $6}'
echo src/sub > not; tar cf sel.tar -X not src 2>&1 | head -n 1; tar tf sel.tar | sort; tar cf - -C src empty numbers | tar tf -
tar xOf archive.tgz src/sub/greeting
gzip -c src/numbers > n.gz; gunzip -t n.gz && echo intact; zcat n.gz | md5sum
cp src/numbers g; gzip g; ls g*; gunzip g.gz; cmp g src/numbers && echo round trip
seq 1 20000 | gzip -9 | gunzip | md5sum
seq 1 20000 | md5sum
bzip2 -c src/numbers | bunzip2 | cmp - src/numbers && echo bzip2 round trip
head -c 20 n.gz > corrupt.gz; gunzip -c corrupt.gz > /dev/null 2>&1; echo "corrupt $?"
echo nonsense | gunzip 2>/dev/null; echo "not gzip $?"
printf '\375\067\172\130\132\000\000\004\346\326\264\106\002\000\041\001\026\000\000\000\164\057\345\243\001\000\002\170\172\012\000\000\000\000\000\000\160\022\262\123\027\114\353\250\000\001\033\003\013\057\271\020\037\266\363\175\001\000\000\000\000\004\131\132' > f.xz
xz -dc f.xz 2>/dev/null; echo "xz $?"
find src | sort | cpio -o -H newc 2>/dev/null > a.cpio; cpio -t < a.cpio 2>/dev/null
mkdir c; (cd c; cpio -id < ../a.cpio 2>/dev/null; find . | sort; cmp src/numbers ../src/numbers && echo cpio round trip; readlink src/symlink)
printf '!<arch>\n%-16s%-12s%-6s%-6s%-8s%-10s`\nhi\n\n' member.txt/ 1600000000 0 0 100644 3 > lib.a; ar t lib.a; ar p lib.a member.txt
rm -r out; mkdir out; tar cf - -C src . | tar xf - -C out; ls -A out
tar xf nonexistent.tar 2>/dev/null; echo "missing archive $?"
tar cf bad.tar nothing 2>/dev/null; echo "missing member $?"
dd if=/dev/zero bs=1k count=2000 2>/dev/null | gzip | wc -c
dd if=/dev/zero of=m bs=1k count=700 2>/dev/null; tar czf m.tgz m; rm m; tar xzf m.tgz; sha256sum m
echo text | uuencode name | uudecode -o /dev/stdout; echo base | base64 | base64 -d
