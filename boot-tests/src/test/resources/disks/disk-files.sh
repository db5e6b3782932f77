# Disks as files. vda: 1 MiB, each sector full of its letter; vdb: the same, read-only; vdc: the same in blocks of 4096 bytes, without messages.
# Recorded on Linux 6.1 with the same QEMU.
exec 2>&1
echo "- what they are"
cat /proc/partitions
for disk in vda vdb vdc; do
    test -b /dev/$disk && echo $disk is a block special file
    for question in getsize64 getsz getss getbsz getro; do
        echo $question $(blockdev --$question /dev/$disk)
    done
done
echo "- reading"
for disk in vda vdb vdc; do
    md5sum < /dev/$disk
    dd if=/dev/$disk bs=1000 skip=3 count=5 2> /dev/null | md5sum
    dd if=/dev/$disk bs=7 skip=73 count=2 2> /dev/null; echo
    dd if=/dev/$disk bs=100000 skip=10 2> /dev/null | wc -c
done
cmp /dev/vda /dev/vdb && cmp /dev/vda /dev/vdc && echo all the same
dd if=/dev/vda bs=1 count=1 skip=1048576 2> /dev/null | wc -c
echo "- writing"
for disk in vda vdc; do
    yes 0123456789 | dd of=/dev/$disk bs=4096 seek=3 count=9 iflag=fullblock conv=notrunc 2> /dev/null
    printf middle | dd of=/dev/$disk bs=1 seek=70000 conv=notrunc,fsync 2> /dev/null
    printf xy | dd of=/dev/$disk bs=511 seek=1 conv=notrunc 2> /dev/null
    dd if=/dev/zero of=/dev/$disk bs=64k seek=4 count=5 conv=notrunc 2> /dev/null
    sync
    md5sum < /dev/$disk
    dd if=/dev/$disk bs=1 skip=508 count=10 2> /dev/null; echo
done
cmp /dev/vda /dev/vdc && echo the same again
blockdev --flushbufs /dev/vda && echo flushed
echo "- ends"
printf 123 | dd of=/dev/vda bs=3 seek=349525 conv=notrunc 2>&1 | grep -v seconds
printf 123 | dd of=/dev/vda bs=1048576 seek=1 conv=notrunc 2>&1 | grep -v seconds
dd if=/dev/zero of=/dev/vda bs=1000 seek=1048 count=3 conv=notrunc 2>&1 | grep -v seconds
printf 123 >> /dev/vda
tail -c 5 /dev/vda | od -c
echo "- what cannot be written"
printf 123 > /dev/vdb
dd if=/dev/zero of=/dev/vdb bs=512 count=1 2>&1 | grep -v seconds
md5sum < /dev/vdb
mknod /dev/nothing b 254 255
cat /dev/nothing
