# every redirection operator of the shell, noclobber, descriptor duplication and closing
mkdir -p /tmp/w && cd /tmp/w
echo first > a; echo second >> a; cat a
cat < a > b; cmp a b && echo same
echo overwritten >| b; cat b
set -C
(echo x > b) 2>/dev/null; echo "noclobber $?"; cat b
set +C
exec 3> c; echo three >&3; echo again >&3; exec 3>&-; cat c
(echo closed >&3) 2>/dev/null; echo "closed descriptor $?"
exec 4< a; read first <&4; read second <&4; exec 4<&-; echo "$first/$second"
exec 5<> c; read line <&5; echo "read: $line"; echo REPLACED >&5; exec 5>&-; cat c
{ echo to-out; echo to-err >&2; } > out 2> err; echo "$(cat out) $(cat err)"
{ echo to-out; echo to-err >&2; } > both 2>&1; cat both
{ echo swapped-out; echo swapped-err >&2; } 3>&1 1>&2 2>&3 3>&- | sed 's/^/pipe: /'
ls /nonexistent 2> err; echo "ls $?"; cat err
cat < /nonexistent; echo "missing input $?"
echo x > /nonexistent/file; echo "missing directory $?"
echo x > /tmp; echo "directory $?"
: > empty; wc -c < empty
> truncated; stat -c '%s' truncated
echo data > /dev/null; echo "null $?"
echo data > /dev/full; echo "full $?"
head -c 4 /dev/zero | od -An -tx1
for i in 1 2 3; do echo $i; done > loop; cat loop
while read l; do echo "[$l]"; done < loop
if true; then echo inside; fi > cond; cat cond
f() { echo function; echo error >&2; }; f > fout 2>&1; cat fout
exec 6>&1; exec > saved; echo hidden; exec >&6 6>&-; echo visible; cat saved
cat a - < b
echo 'to stderr at last' >&2
exit 4
