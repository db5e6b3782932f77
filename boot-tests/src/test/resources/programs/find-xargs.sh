# find with its tests and actions, xargs with its options, sort and uniq at the end
mkdir -p /tmp/w && cd /tmp/w
for d in a b c; do
    mkdir -p tree/$d/deep
    for n in 1 2 3; do echo "content $d $n" > tree/$d/file$n.txt; done
    echo 'int main;' > tree/$d/deep/main.c
done
ln -s file1.txt tree/a/link; dd if=/dev/zero of=tree/big bs=1k count=100 2>/dev/null; chmod 755 tree/b/file2.txt; : > tree/c/empty
find tree | sort
find tree -type d | wc -l
find tree -type f | sed 's/.*\.//' | sort | uniq -c | sort -rn
find tree -type l -exec readlink {} \;
find tree -name 'file[12].txt' | sort
find tree -size +50k
find tree -empty
find tree -perm 755 -type f
find tree -maxdepth 1 -mindepth 1 | sort
find tree -path '*deep*' -type f | sort
find tree -type f -name '*.c' -exec grep -l main {} + | sort
find tree -name '*.txt' ! -name 'file1*' -a \( -path 'tree/a/*' -o -path 'tree/c/*' \) | sort
find tree -name '*.txt' -print0 | sort -z | xargs -0 cat | sort | uniq -c | sed 's/^ *//'
find tree -name '*.txt' | sort | xargs -n 4 echo batch
find tree -name main.c | sort | xargs -I {} echo "found {} here"
echo 'a b  c' | xargs -n 1 echo
printf '%s\n' '"quoted arg"' plain | xargs -n 1 echo arg:
echo | xargs -r echo not run
seq 1 10 | xargs -P 2 -n 5 echo | sort
seq 200 | xargs | wc -w
echo x | xargs false; echo "xargs $?"
echo x | xargs sh -c 'exit 255' 2>/dev/null; echo "xargs $?"
echo x | xargs /nonexistent 2>/dev/null; echo "xargs $?"
find tree -name 'file3.txt' -delete 2>&1 | head -n 1; find tree -name '*.txt' | wc -l
find tree -depth -name deep -exec rm -r {} \;; find tree -name main.c | wc -l
find /nonexistent; echo "find $?"
touch -d '2020-01-02 03:04:05' tree/old; find tree -mtime +100; find tree -newer tree/old -type d | wc -l
find tree -links +2 -type d | sort
find tree -user root -maxdepth 0; find tree -inum $(stat -c %i tree/big)
du -a tree | wc -l; rm -r tree; ls | wc -l
