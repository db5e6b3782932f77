# a small build tool in shell: dependency rules, time stamps, incremental rebuilds, failure propagation, parallel jobs
mkdir -p /tmp/build/src && cd /tmp/build
for m in main list text; do echo "source of $m" > src/$m.src; done
echo 'common header' > src/common.h
cat > rules <<'END'
app: main.o list.o text.o
main.o: src/main.src src/common.h
list.o: src/list.src src/common.h
text.o: src/text.src
END
cat > compile <<'END'
#!/bin/sh
# compile TARGET SOURCE... : objects are upper-cased sources, applications are concatenations
target=$1; shift
case $target in
    *.o) grep -q ERROR "$1" && { echo "$1: syntax error" >&2; exit 3; }; tr a-z A-Z < "$1" > "$target" ;;
    *) cat "$@" > "$target" && chmod +x "$target" ;;
esac
END
chmod +x compile
clock=1000000000
stamp() { clock=$((clock + 10)); touch -d @$clock "$@"; }
stamp src/*
build() {
    local target=$1 line deps stale dep
    line=$(grep "^$target:" rules) || { [ -e "$target" ] && return 0; echo "no rule for $target"; return 2; }
    deps=${line#*: }; stale=0
    for dep in $deps; do build $dep || return $?; done
    [ -e $target ] || stale=1
    for dep in $deps; do [ $dep -nt $target ] && stale=1; done
    if [ $stale = 1 ]; then
        ./compile $target $deps || { echo "building $target failed"; return 1; }
        stamp $target; echo "built $target"
    fi
}
build app; echo "status $?"; cat app; echo '-- again'; build app; echo "status $?"
echo '-- one source changed'; echo 'new text' > src/text.src; stamp src/text.src; build app; tail -n 1 app
echo '-- header changed'; stamp src/common.h; build app
echo '-- error'; echo ERROR > src/list.src; stamp src/list.src; build app; echo "status $?"
echo '-- repaired'; echo 'list again' > src/list.src; stamp src/list.src; build app; echo "status $?"; sed -n 2p app
echo '-- missing'; rm src/text.src; build app; echo "status $?"
echo '-- parallel'; rm -f *.o; echo x > src/text.src; for o in main list text; do ./compile $o.o src/$o.src & done; wait; ls *.o; cat *.o | wc -l
ls -l app | cut -c1-10; md5sum app; cd /; rm -r /tmp/build
