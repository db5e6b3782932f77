# here-documents: expansion, quoting, tab stripping, several on one command, large ones
name=world
cat <<END
hello $name
sum $((2 + 3)) and $(echo substituted)
escaped \$name and \\ and \`
END
cat <<'END'
verbatim $name $((2 + 3)) `echo no`
END
cat <<-END
	one tab stripped
		two tabs stripped
    spaces kept
	END
cat <<A; cat <<B
first
A
second
B
while read key value; do
    echo "$value=$key"
done <<END
k1 v1
k2 v2 with spaces
END
f() {
    cat <<END
in function: $1
END
}
f argument
x=$(cat <<END
captured
lines
END
)
echo "$x"
cat <<END | tr a-z A-Z | rev
piped
document
END
big=$(seq 1 3000)
cat <<END | wc -c
$big
$big
$big
$big
$big
END
sh <<'END'
echo "shell from a document: $((6 * 7))"
exit 9
END
echo "code $?"
cat /dev/fd/3 3<<END
on descriptor three
END
