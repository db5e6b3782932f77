# algorithms in nothing but the shell: sieve, eight queens, Towers of Hanoi, sorting, string reversal, a stack machine
sieve() {
    limit=$1; i=2
    while [ $i -le $limit ]; do eval "c$i=0"; i=$((i + 1)); done
    i=2; out=
    while [ $i -le $limit ]; do
        eval "m=\$c$i"
        if [ "$m" = 0 ]; then
            out="$out $i"; j=$((i * i))
            while [ $j -le $limit ]; do eval "c$j=1"; j=$((j + i)); done
        fi
        i=$((i + 1))
    done
    echo $out
}
sieve 200
moves=0
hanoi() { [ $1 -eq 0 ] && return; hanoi $(($1 - 1)) $2 $4 $3; moves=$((moves + 1)); [ $moves -le 4 ] && echo "disc $1 from $2 to $3"; hanoi $(($1 - 1)) $4 $3 $2; }
hanoi 8 left right middle; echo "moves $moves"
solutions=0
place() { # row, columns taken, diagonals up, diagonals down
    if [ $1 -eq 6 ]; then solutions=$((solutions + 1)); return; fi
    local column=0
    while [ $column -lt 6 ]; do
        case "$2 " in *" $column "*) ;; *)
            case "$3 " in *" $(($1 + column)) "*) ;; *)
                case "$4 " in *" $(($1 - column)) "*) ;; *)
                    place $(($1 + 1)) "$2 $column" "$3 $(($1 + column))" "$4 $(($1 - column))" ;;
                esac ;;
            esac ;;
        esac
        column=$((column + 1))
    done
}
place 0 '' '' ''; echo "queens $solutions"
sorted=; for n in 31 4 15 92 65 35 89 79 32 38; do
    new=; done_=
    for s in $sorted; do [ -z "$done_" ] && [ $n -lt $s ] && { new="$new $n"; done_=1; }; new="$new $s"; done
    [ -z "$done_" ] && new="$new $n"; sorted=$new
done; echo "sorted$sorted"
reverse() { s=$1; r=; while [ -n "$s" ]; do rest=${s#?}; r=${s%"$rest"}$r; s=$rest; done; echo "$r"; }
reverse 'stressed desserts'
stack=; push() { stack="$1 $stack"; }; pop() { top=${stack%% *}; stack=${stack#* }; }
for token in 3 4 + 5 '*' 7 - 2 /; do
    case $token in [0-9]*) push $token ;; *) pop; b=$top; pop; a=$top; push $((a $token b)) ;; esac
done; pop; echo "stack machine $top"
gcd() { a=$1; b=$2; while [ $b -ne 0 ]; do t=$((a % b)); a=$b; b=$t; done; echo $a; }; gcd 1071 462; gcd 17 5
x=1; n=0; while [ $n -lt 62 ]; do x=$((x * 2)); n=$((n + 1)); done; echo $x $((x * 2)) $((x * 4))
ackermann() { if [ $1 -eq 0 ]; then a=$(($2 + 1)); elif [ $2 -eq 0 ]; then ackermann $(($1 - 1)) 1; else ackermann $1 $(($2 - 1)); ackermann $(($1 - 1)) $a; fi; }
ackermann 2 5; echo "ackermann $a"
