# $((...)): 64-bit wrap, bases, precedence, assignment, comparison, division by zero; expr, bc, dc, seq
echo $((1 + 2 * 3)) $(((1 + 2) * 3)) $((7 / 2)) $((-7 / 2)) $((7 % 3)) $((-7 % 3)) $((2 ** 10))
echo $((0x1f)) $((017)) $((1 << 40)) $((-1 >> 1)) $((5 & 3)) $((5 | 3)) $((5 ^ 3)) $((~5)) $((!5))
echo $((3 < 4)) $((3 >= 4)) $((3 == 3)) $((3 != 3)) $((1 && 0)) $((1 || 0)) $((1 ? 10 : 20))
x=5; echo $((x += 3)) $((x -= 1)) $((x *= 2)) $((x /= 3)) $((x %= 3)) $x
i=1; echo $((i++)) $((++i)) $((i--)) $((--i)) $i
echo $((9223372036854775807 + 1))
echo $((9223372036854775807 * 2)) $((-9223372036854775807 - 2))
(echo $((1 / 0))) 2>/dev/null; echo "division by zero $?"
(echo $((1 % 0))) 2>/dev/null; echo "modulo by zero $?"
(echo $((1 +))) 2>/dev/null; echo "syntax $?"
echo $((undefined + 1)) $((x = 3, y = 4, x * y))
let z=6*7; echo $z
expr 6 \* 7; expr 10 / 3; expr 10 % 3; expr length hello; expr substr hello 2 3
expr abc : 'a\(.\)c'; expr 5 \> 3; expr 0; echo "expr zero $?"
expr 1 / 0 2>/dev/null; echo "expr division $?"
seq 5 | tr '\n' ' '; seq 2 3 11 | tr '\n' ' '; seq 5 -2 1 | tr '\n' ' '; seq -w 8 11 | tr '\n' ' '; echo
echo '2^64' | bc; echo 'scale=10; 22/7' | bc; echo 'sqrt(2)' | bc -l
echo '5 3 + p 2 ^ p' | dc; echo '10k 2 v p' | dc
echo '1.5 * 2.25' | bc; echo 'ibase=16; FF' | bc; echo 'obase=2; 10' | bc
factor 12 97 1001 1234567890
collatz() { n=$1; s=0; while [ $n -ne 1 ]; do if [ $((n % 2)) -eq 0 ]; then n=$((n / 2)); else n=$((3 * n + 1)); fi; s=$((s + 1)); done; echo $s; }
collatz 27
primes=; n=2
while [ $n -lt 60 ]; do
    d=2; p=1
    while [ $((d * d)) -le $n ]; do [ $((n % d)) -eq 0 ] && { p=0; break; }; d=$((d + 1)); done
    [ $p = 1 ] && primes="$primes $n"; n=$((n + 1))
done
echo $primes
a=1; b=1; for k in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do c=$((a + b)); a=$b; b=$c; done; echo $b
awk 'BEGIN { printf "%d %.6f %.3e %x %s\n", 2^31, 1 / 7, 2 ^ 40, 255, 1 / 3 }'
