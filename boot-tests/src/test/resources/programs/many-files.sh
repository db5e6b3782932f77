# hundreds of files and deep folders: create, list, rename, link, copy, compare, remove; names with odd characters
mkdir -p /tmp/w && cd /tmp/w
i=0; while [ $i -lt 300 ]; do echo "file $i" > f$i; i=$((i + 1)); done
ls | wc -l; cat f* | sort | uniq | wc -l; ls f1? | tr '\n' ' '; echo
for f in f*; do mv $f g${f#f}; done; ls | head -n 3; ls g* | wc -l
p=.; i=0; while [ $i -lt 60 ]; do p=$p/d$i; i=$((i + 1)); done; mkdir -p $p; echo deep > $p/leaf; find . -name leaf | wc -c; cat $p/leaf; (cd $p && pwd | wc -c && cat ../../$(basename $(dirname $p))/$(basename $p)/leaf)
mkdir copies; cp g1* copies; ls copies | wc -l; for f in copies/*; do cmp $f ${f#copies/} || echo differs; done
cp -r d0 e0; diff -r d0 e0 && echo trees equal; echo changed > e0${p#./d0}/leaf; diff -rq d0 e0 | sed 's/d[0-9]*\///g'; rm -r e0
mkdir 'a b' 'c	d'; touch -- 'a b/e f' "quote'd" 'double"d' 'back\slash' '-dash' '*' '?' ' lead' 'trail ' 'new
line' ünïcode
ls -A | grep -v '^[gd]' | cat -v; find . -maxdepth 1 -name '* *' | sort; rm -- -dash '*' '?'; ls | grep -c .; find . -type f -name 'new*' -exec rm {} +; [ -e 'new
line' ] || echo newline gone
x=$(printf 'n%.0s' $(seq 255)); touch $x && ls | grep -c nnnnnn; touch ${x}n 2>&1 | sed 's/n*n:/NAME:/'; rm $x
i=0; while [ $i -lt 100 ]; do ln g0 l$i; i=$((i + 1)); done; stat -c %h g0; rm l?; stat -c %h g0; rm l??; stat -c %h g0
ln -s g0 s0; i=0; while [ $i -lt 20 ]; do ln -s s$i s$((i + 1)); i=$((i + 1)); done; cat s20; rm g0; cat s20 2>&1; readlink -f s19
echo new > g0; cat s20; rm s*; mkdir x y; mv x y; ls y; mv y/x .; rmdir x y; touch -d @1000 g1; ls -t g1 g2 | tail -n 1
(i=0; while [ $i -lt 100 ]; do echo a > shared$i; rm shared$i; i=$((i + 1)); done) & (i=0; while [ $i -lt 100 ]; do echo b > other$i; mv other$i kept$i; i=$((i + 1)); done); wait; ls | grep -c kept; ls | grep -c shared
du -s . | awk '{print ($1 > 500) ? "large" : "small"}'; find . -type f | wc -l; find . -type d | wc -l; find . -type f -size -2 -name 'g*' | wc -l
chmod 000 g5; cat g5; chmod 644 g5; mkdir locked; echo in > locked/in; chmod 0 locked; cat locked/in; ls -ld locked | cut -c1-10; chmod 755 locked; rm -rf /tmp/w; ls -A /tmp | wc -l
