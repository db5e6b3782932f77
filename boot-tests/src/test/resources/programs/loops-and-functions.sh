# for, while, until, break, continue, functions, recursion, local, return codes
fib() {
    if [ "$1" -lt 2 ]; then
        echo "$1"
    else
        local a b
        a=$(fib $(($1 - 1)))
        b=$(fib $(($1 - 2)))
        echo $((a + b))
    fi
}

for i in 0 1 2 3 4 5 6 7 8; do
    printf '%s ' "$(fib $i)"
done
echo

count=0
while :; do
    count=$((count + 1))
    [ $count -eq 3 ] && continue
    [ $count -gt 6 ] && break
    echo "while $count"
done

until [ $count -le 4 ]; do
    count=$((count - 1))
done
echo "until ended at $count"

for outer in a b c; do
    for inner in 1 2 3; do
        [ $inner = 2 ] && continue 2
        [ $outer = c ] && break 2
        echo "$outer$inner"
    done
done

fails() { return 42; }
fails
echo "return code $?"
fails || echo "or-list taken"
! fails && echo "negation taken"
args() { echo "$# arguments: $*"; shift 2; echo "after shift: $@"; for a; do echo "<$a>"; done; }
args one 'two words' three "four  spaces" five
set -- x y z; echo "$1-$2-$3 $#"; shift; echo "$1 $#"
exit 3
