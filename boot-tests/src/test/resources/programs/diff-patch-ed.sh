# diff in its formats, patch forwards and backwards, cmp, ed scripts, comm-like joins
mkdir -p /tmp/w/old /tmp/w/new && cd /tmp/w
seq 1 20 > old/numbers; sed -e '5s/.*/five/' -e '12d' -e '18a\inserted' old/numbers > new/numbers
echo same > old/same; echo same > new/same; echo only > old/removed; echo fresh > new/added
touch -d '2020-01-01 00:00:00' old/* new/*
diff old/numbers new/numbers | tail -n +3; echo "diff $?"
diff -q old/numbers new/numbers; diff old/same new/same; echo "same $?"
diff -rq old new; diff -U 1 old/numbers new/numbers | tail -n +3
diff -u -L a -L b old/numbers new/numbers > change.patch; cp old/numbers work; patch work < change.patch; cmp work new/numbers && echo patched
patch -R work < change.patch; cmp work old/numbers && echo reverted
patch --dry-run work < change.patch; cmp work old/numbers && echo dry
diff -ruN old new > tree.patch; cp -r old copy; (cd copy; patch -p1 < ../tree.patch | sort; ls; cat added; cmp numbers ../new/numbers && echo tree patched)
echo conflicting > work; patch work < change.patch; echo "reject $?"; ls work*
diff -b <<A - new/same; echo "blanks $?"
same  
A
printf 'a\nb\n' > x; printf 'a\nb' > y; diff x y; cmp x y; echo "cmp $?"; cmp -s x x; echo "cmp $?"; cmp -l x change.patch | head -n 2; cmp x /nonexistent; echo "cmp $?"
diff x /nonexistent; echo "diff missing $?"; diff old /dev/null; diff -i <<A - old/same; echo "case $?"
SAME
A
ed -s edited <<'END' 2>/dev/null
a
alpha
beta
gamma
.
2s/beta/BETA/
1,$p
3d
$a
delta
.
w
/BETA/p
.=
q
END
echo "ed $?"; cat edited
ed edited <<'END'
1i
top
.
1,2m$
%p
w
Q
END
cat edited; printf '1\n2\n3\n' > n; ed -s n <<'END' 2>&1 | head -n 1
2c
two
.
wq
END
cat n; sed = n | sed 'N;s/\n/\t/'; rm -r /tmp/w; ls /tmp
