# modes, umask, chmod symbolic and octal, chown, hard and symbolic links, touch, truncate, stat formats
mkdir -p /tmp/w && cd /tmp/w
umask 022; : > f; mkdir d; stat -c '%a %F %s %h %n' f d
umask 077; : > g; mkdir e; stat -c '%a %n' g e; umask 022
chmod 4755 f; stat -c '%a %A' f; chmod u-s,g+w,o=r f; stat -c '%a %A' f; chmod a=rwx f; stat -c %A f; chmod 1777 d; stat -c '%a %A' d
chown 12:34 f; stat -c '%u %g' f; chgrp 56 f; stat -c '%u:%g' f; chown root:root f; stat -c '%U %G' f
ln f hard; stat -c %h f; [ f -ef hard ] && echo same file; rm f; cat hard; stat -c %h hard
echo text > target; ln -s target soft; readlink soft; cat soft; stat -c '%F %s' soft; stat -L -c '%F %s' soft
ln -s nowhere dangling; cat dangling; echo "dangling $?"; [ -L dangling ] && echo is link; [ -e dangling ] || echo does not exist
ln -s loop1 loop2; ln -s loop2 loop1; cat loop1; echo "loop $?"
ln target soft; echo "ln $?"; ln -sf other soft; readlink soft; ln -s /tmp/w/d dirlink; touch dirlink/inside; ls d; readlink -f dirlink/inside; realpath dirlink/../target
mkdir d 2>&1; echo "mkdir $?"; mkdir -p d/x/y/z && find d | sort; rmdir d/x 2>&1; echo "rmdir $?"; rmdir d/x/y/z; rmdir target 2>&1; rm d 2>&1; rm -r d; ls d 2>&1; rm missing 2>&1; rm -f missing; echo "rm -f $?"
mv target moved; cat moved; mkdir dest; mv moved hard dest; ls dest; mv dest renamed; ls; mv missing x 2>&1; mv renamed renamed/inside 2>&1; echo "mv $?"
touch -d '2001-02-03 04:05:06' stamp; stat -c '%y' stamp; date -u -r stamp +%s; touch -r stamp copy; stat -c %Y copy; [ stamp -ot g ] && echo older; [ g -nt stamp ] && echo newer; touch -c absent; ls absent 2>&1
truncate -s 10000 sparse; stat -c '%s %b' sparse; md5sum sparse; truncate -s 5 sparse; od -An -tx1 sparse; truncate -s 9 sparse; od -An -tx1 sparse
for t in b c d e f g h k L p r s S u w x O G; do [ -$t renamed ] && printf '%s ' $t; done; echo
for t in e f s r w x; do [ -$t stamp ] && printf '%s ' $t; done; echo
mkfifo fifo; mknod node c 1 3; stat -c '%F %t %T %a' fifo node; [ -p fifo ] && echo fifo; [ -c node ] && echo character; echo gone > node; ls -l node | awk '{print $1, $5, $6}'
cp -a renamed kept; diff -r renamed kept && echo copied; echo one > one; cp one two; cp one three -f; cp -r kept again; ls again; cp missing x 2>&1; cp renamed x 2>&1; echo "cp $?"
cp -l one linked; stat -c %h one; cp -s /tmp/w/one sym; readlink sym; cp -p stamp preserved; stat -c %Y preserved; cp soft followed 2>&1; cp -d soft kept-link; readlink kept-link
ls -ld renamed | cut -c1-10; ls -l one | awk '{print $1, $2, $3, $4, $5}'; ls -1F; ls -A | wc -l; ls -R renamed; ls -1t stamp one | head -n 1; ls -1S sparse one; ls -a | head -n 2; ls -i one | awk '{print NF}'
basename /a/b.c .c; dirname /a/b/c; cd renamed/..; pwd; cd -P /tmp/w/dirlink 2>/dev/null || echo no directory; cd /tmp/w; mktemp -d /tmp/w/tmpXXXXXX | wc -c; cd /; rm -rf /tmp/w; ls /tmp/w 2>&1; echo "last $?"
