# tmpfs, nested mounts, bind, proc, options, busy umount, mount listings, df columns
mkdir -p /tmp/w/m /tmp/w/n && cd /tmp/w
mount -t tmpfs tmpfs m; echo "mount $?"
echo on tmpfs > m/file; cat m/file; ls m
grep ' /tmp/w/m ' /proc/mounts | cut -d' ' -f1-3
mount | grep ' /tmp/w/m ' | awk '{print $1, $3, $5}'
mountpoint -q m 2>/dev/null; [ "$(stat -c %d m)" != "$(stat -c %d .)" ] && echo other device
mkdir m/inner; mount -t tmpfs -o size=1m,mode=700 inner m/inner; stat -c %a m/inner; stat -f -c '%T %s %b' m/inner
dd if=/dev/zero of=m/inner/big bs=1k count=2000 2>/dev/null; echo "full $?"; wc -c < m/inner/big; rm m/inner/big
df -k m/inner | awk 'NR == 2 {print $1, $2, $3, $4, $5, $6}'
umount m 2>/dev/null; echo "busy with mount $?"
umount m/inner; echo "umount $?"; ls m/inner; echo "hidden again $?"
cd m; umount /tmp/w/m 2>/dev/null; echo "busy with directory $?"; cd ..
exec 3< m/file; umount m 2>/dev/null; echo "busy with file $?"; exec 3<&-
mount --bind m n 2>&1; echo "bind $?"; cat n/file; echo more > n/second; cat m/second; umount n; ls n
mv m/file file 2>&1; cat file; ln file m/hard 2>&1 | sed 's/.*: //'; echo "cross-device link $?"
mount -t tmpfs -o ro,remount tmpfs m; echo x 2>/dev/null > m/new; echo "read-only $?"; touch m/new 2>&1; rm m/second 2>&1; mount -o rw,remount m; touch m/new; echo "rw again $?"
umount m; ls m; echo "empty $?"
mount -t tmpfs a m; mount -t tmpfs b m; grep -c ' /tmp/w/m ' /proc/mounts; umount m; umount m; umount m 2>&1; echo "not mounted $?"
mkdir p; mount -t proc proc p; [ -f p/self/status ] && [ -d p/1 ] && echo proc mounted; cat p/self/comm; umount p; ls p
mount -t nosuchfs none m 2>&1; echo "unknown type $?"
mount -t tmpfs tmpfs missing 2>&1; echo "missing point $?"
mount -t tmpfs tmpfs file 2>&1; echo "not a directory $?"
umount missing 2>&1; echo "umount missing $?"
mount -t tmpfs tmpfs m; mkdir -p m/a/b; cd m/a/b; cd ../../..; pwd; readlink -f m/a/..; cd /tmp/w; umount m
mount -t tmpfs tmpfs m; mkdir m/bin; cp /bin/busybox m/bin; ln -s busybox m/bin/sh; chroot m /bin/sh -c 'echo inside $PWD; ls /; pwd'; umount m
mount -t tmpfs -o nr_inodes=10 t m; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do : > m/$i; done 2>/dev/null; ls m | wc -l; umount m
mount -t tmpfs t m; sleep 5 < m & cd /; umount -l /tmp/w/m; echo "lazy $?"; kill $!; wait $! 2>/dev/null; ls /tmp/w/m; rm -rf /tmp/w; echo done
