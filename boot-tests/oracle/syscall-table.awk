# Reads `strace -f -o` logs, one a program, and prints a Markdown table of the system calls with the symbolic
# arguments seen, the errors returned and how many programs and calls need them.

# The text of a call with strings, comments and structure contents that carry no flags taken out.
function withoutStrings(text) {
    gsub(/\\"/, "", text)
    gsub(/"[^"]*"(\.\.\.)?/, "", text)
    gsub(/\/\*[^*]*\*\//, "", text)
    return text
}

function remember(name, symbol) {
    if (symbol ~ /^(NULL|ERESTART.*|HUP|E[A-Z]+|LC_.*|POSIX|PATH|HOME)$/) return
    if (!((name, symbol) in seen)) { seen[name, symbol] = 1; symbols[name] = symbols[name] " " symbol; howMany[name]++ }
}

# The tracer starts before chroot(1) enters the guest tree; what precedes the shell is not ours.
FNR == 1 { started = 0 }
/execve\("\/bin\/sh"/ { started = 1 }

started {
    sub(/^[0-9]+ +/, "")
    resumed = match($0, /^<\.\.\. [a-z0-9_]+ resumed>/)
    if (resumed) { name = $2 }
    else if (match($0, /^[a-z0-9_]+\(/)) { name = substr($0, 1, RLENGTH - 1) }
    else next
    if (!resumed) {
        calls[name]++
        if (!((name, FILENAME) in usedBy)) { usedBy[name, FILENAME] = 1; programs[name]++ }
    }
    text = withoutStrings($0)
    result = ""
    if (match(text, / = -?[0-9x?].*$/)) { result = substr(text, RSTART); text = substr(text, 1, RSTART) }
    if (match(result, /-1 E[A-Z0-9]+/)) {
        error = substr(result, RSTART + 3, RLENGTH - 3)
        if (!((name, error) in failed)) { failed[name, error] = 1; errors[name] = errors[name] " " error }
    }
    if (name == "wait4" || name == "rt_sigaction" || name == "kill") gsub(/WIF[A-Z]*|WEXITSTATUS|WTERMSIG|WSTOPSIG|WCOREDUMP/, "", text)
    if (name == "execve") next
    while (match(text, /[A-Z][A-Z0-9_]+/)) {
        remember(name, substr(text, RSTART, RLENGTH))
        text = substr(text, RSTART + RLENGTH)
    }
}

END {
    print "| system call | programs | calls | flags, commands and options seen | errors seen |"
    print "|---|---|---|---|---|"
    for (name in calls) order[++total] = name
    for (i = 2; i <= total; i++) for (j = i; j > 1 && order[j - 1] > order[j]; j--) { t = order[j]; order[j] = order[j - 1]; order[j - 1] = t }
    for (i = 1; i <= total; i++) {
        name = order[i]
        printf "| `%s` | %d | %d |%s |%s |\n", name, programs[name], calls[name], symbols[name], errors[name]
    }
}
