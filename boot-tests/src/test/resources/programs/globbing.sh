# pathname expansion, hidden files, classes, quoting, no match, case patterns, parameter trimming
mkdir -p /tmp/w/dir/sub && cd /tmp/w
touch a.txt b.txt c.log .hidden 'with space.txt' dir/x.c dir/y.c dir/sub/z.c '[brackets]' 'star*'
echo *
echo *.txt
for f in *.txt; do echo "<$f>"; done
echo [ab].txt
echo [!a].txt
echo [a-c].*
echo ?.???
echo .h*
echo dir/*.c */*.c */*/*.c
echo */
echo nomatch*
echo '*.txt' "*.txt" \*.txt
echo \[*
echo 'star*'
x='*.log'; echo $x "$x"
set -f; echo *.txt; set +f
set -- *; echo "$# entries"
case file.tar.gz in *.gz) echo gz ;; *) echo other ;; esac
case abc in a?c) echo question ;; esac
case b in [a-c]) echo range ;; esac
case 5 in [[:alpha:]]) echo alpha ;; [[:digit:]]) echo digit ;; esac
case '*' in '*') echo literal star ;; esac
case x in y|x) echo alternatives ;; esac
case abc in '') echo empty ;; *) echo default ;; esac
p=/usr/local/lib/libx.so.1
echo ${p#*/} ${p##*/} ${p%.*} ${p%%.*} ${p%/*}
echo ${#p} ${p:0:4} ${p: -2} ${p/local/share} ${p//\//:}
echo ${nothing:-fallback} ${nothing:=assigned} $nothing ${nothing:+set}
rm -- *.txt; echo *
cd dir; echo ../*.log; echo $PWD/*.c | sed 's/ /\n/g'
find . -name '*.c' | sort
ls -A .. | wc -l
ls -d ../.h*
