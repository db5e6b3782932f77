# Builds the tool and the bundles when their sources have changed. Sourced by the launcher, which sets home and JAVA_HOME.

# Every file that the tool and the bundles are made of. A module's build folder is at most three deep; packages may be
# called target, too.
sources() {
    (cd "$home" && find . -regex '\./\([^/]*/\)?\([^/]*/\)?target' -prune -o -name .git -prune -o \
        \( -name pom.xml -o -name bnd.bnd -o -path '*/src/main/*' \) -type f -print | LC_ALL=C sort)
}

# Each with the sum of its content.
source_sums() {
    sources | (cd "$home" && tr '\n' '\0' | xargs -0 sha256sum)
}

# Whether a command needs more than the tool and the bundles of the project: what outside authors use, or an example.
wants_extras() {
    case "${1:-}" in install | new | test) return 0 ;; esac
    local argument
    for argument; do
        case "$(readlink -m -- "${argument#--*=}")" in "$home"/examples/*) return 0 ;; esac
    done
    return 1
}

# Maven's option that leaves those modules out; the others' tests are on top of the test kit.
without_extras() {
    sed -n 's#.*<module>\(asterism-maven-plugin\|bundle-parent\|archetypes/.*\|examples/.*\)</module>.*#!\1#p' "$home/pom.xml" | paste -sd,
}

# The files that are others than those of the build kept in FOLDER, sorted; one that has another content stands there twice.
changes_since() {
    local kept=$1
    LC_ALL=C comm -3 --output-delimiter= "$kept/sources" <(LC_ALL=C sort <<<"$sums") | sed 's#^[^.]*  \./##' | LC_ALL=C sort
}

# The modules whose sources are others than those of the build kept in FOLDER, if they are all that has to be built: no
# project file changed, and no module is compiled against one of them. Else nothing.
changed_leaves() {
    local kept=$1 changed module used
    [ -e "$kept/sources" ] || return 0
    changed=$(changes_since "$kept")
    ! grep -q '\(pom\.xml\|bnd\.bnd\)$' <<<"$changed" || return 0
    changed=$(sed 's#/src/main/.*##' <<<"$changed" | sort -u)
    # the artifacts that some module has as a dependency, for more than its tests
    used=$(awk 'BEGIN { RS = "</dependency>" } /<dependency>/ && !/<scope>test</ { sub(/.*<artifactId>/, ""); sub(/<.*/, ""); print }' \
        "$home"/{ostd-*,service-*,drivers/*,host-shell,test-kit,assembly,asterism-maven-plugin}/pom.xml)
    for module in $changed; do
        case $module in host-shell | archetypes/* | examples/*) return 0 ;; esac
        ! grep -qxF "${module##*/}" <<<"$used" || return 0
    done
    [ -z "$changed" ] || echo "$changed"
}

# The files that are others than those of the build kept in FOLDER, if all are classes of bundles. Else nothing.
changed_classes() {
    local kept=$1 changed
    [ -e "$kept/sources" ] || return 0
    changed=$(changes_since "$kept" | uniq)
    if [ -n "$changed" ] && ! grep -qvE '^(ostd-[^/]*|service-[^/]*|drivers/[^/]*)/src/main/java/' <<<"$changed"; then
        echo "$changed"
    fi
}

# Makes KEPT without Maven: puts changed classes into a copy of the jars of the last build. Fails if there is more to do.
rebuild_classes() {
    local kept=$1 last classes tool
    last=$(last_build)
    mapfile -t classes < <(changed_classes "$last")
    tool=$(tool_of "$last")
    [ ${#classes[@]} != 0 ] && [ -d "$tool" ] && [ ! -d "$kept" ] || return 1
    say "compiling ${classes[*]##*/}"
    keep_last "$kept.part"
    # shellcheck disable=SC2046
    "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC $(class_archive "$tool/rebuild.jsa") -cp "$(class_path_of "$tool" "$last")" \
        org.asterism.rebuild.Rebuild "$home" "$kept.part" "${classes[@]}" >"$home/target/rebuild.log" 2>&1 || return 1
    keep "$kept"
}

# Makes KEPT with Maven, the extras too if told so.
build_modules() {
    local kept=$1 extras=$2 log selection=() leaves=() module
    if [ "$extras" = no ]; then
        mapfile -t leaves < <(changed_leaves "$(last_build)")
        selection=(--projects "$(without_extras)")
    fi
    if [ ${#leaves[@]} = 0 ]; then
        say "building the modules"
    else
        say "building ${leaves[*]}"
        selection=(--also-make --projects "$(IFS=,; echo "${leaves[*]}")")
    fi
    log=$(mktemp)
    # Maven builds on what it finds; classes whose sources are gone must not get into a bundle
    if [ ! -e "$home/target/.sources" ] || [ -n "$(LC_ALL=C comm -23 "$home/target/.sources" <(sources))" ]; then
        rm -rf "$home"/{,drivers/,archetypes/,examples/}*/target/{classes,*.jar}
    fi
    if ! (cd "$home" && MAVEN_OPTS="${MAVEN_OPTS:-} $(class_archive target/maven.jsa)" mvn --batch-mode --no-transfer-progress --quiet --threads 1C \
            -Dmaven.test.skip=true "${selection[@]}" package) >"$log" 2>&1 </dev/null; then
        what_failed "$log" >&2
        rm -f "$log"
        die "the modules do not build"
    fi
    rm -f "$log"
    sources >"$home/target/.sources"
    if [ ! -d "$kept" ]; then
        if [ ${#leaves[@]} = 0 ]; then
            keep_all "$kept.part"
        else
            keep_last "$kept.part"
            for module in "${leaves[@]}"; do
                cp "$home/$module"/target/*-[0-9]*.jar "$kept.part"
            done
        fi
        keep "$kept"
    fi
    if [ "$extras" = yes ]; then
        mkdir -p "$kept/extras"
        cp "$home"/{test-kit,asterism-maven-plugin,archetypes/*}/target/*-[0-9]*.jar "$kept/extras"
    fi
}

# What Maven's LOG says went wrong. Maven tells errors of the compiler twice, and ends with advice on its own options.
what_failed() {
    local log=$1
    if grep -q 'COMPILATION ERROR' "$log"; then
        sed -n '/COMPILATION ERROR/,/Failed to execute goal/p' "$log" | sed '1d;$d'
    else
        sed '/^\[ERROR\] *$/,$d' "$log"
    fi
}

# Builds what has changed and keeps the jars in a folder named by the sources' hash, so that a running tool never sees its
# own files change. The file that says how much was built is made last.
build() {
    local kept=$1 built=$2 extras=no
    [ "$built" != "$kept/.extras" ] || extras=yes
    mkdir -p "$home/target" 2>/dev/null && [ -w "$home/target" ] || die "$(id -un) cannot build the tool, for want of the right to write to" \
        "$home/target; have its owner build it, or do so in a copy of $home of your own"
    exec 9>"$home/target/.build-lock"
    flock 9
    if [ ! -e "$built" ]; then
        if [ $extras = yes ] || ! rebuild_classes "$kept"; then
            build_modules "$kept" $extras
        fi
        touch "$kept/.modules" "$built" # what has the extras has the modules
        basename "$kept" >"$home/target/.last"
        # what no one has made for two weeks is not worth its disk space
        find "$home"/target/{build,kernels,tool} -mindepth 1 -maxdepth 1 -mtime +14 -exec rm -rf {} + 2>/dev/null || true
    fi
    flock -u 9
    exec 9>&-
}

# The folder that the last build has filled.
last_build() {
    echo "$home/target/build/$(cat "$home/target/.last" 2>/dev/null || true)"
}

# An option for a JVM: the first to run with it leaves an archive of the classes that it has loaded, later ones start with
# that (class data sharing). The JVM itself ignores one of another JDK or class path.
class_archive() {
    local archive=$1
    if (cd "$home" && [ -e "$archive" ]); then
        echo "-XX:SharedArchiveFile=$archive"
    else
        echo "-XX:ArchiveClassesAtExit=$archive -Xlog:cds=off -Xlog:cds+dynamic=off"
    fi
}

# Copies all that Maven made for the tool into a new folder.
keep_all() {
    local folder=$1
    rm -rf "$folder"
    mkdir -p "$folder"
    cp "$home"/{,drivers/}*/target/*-[0-9]*.jar "$folder"
    # what runs a kernel's bundles on this JVM is no part of any kernel
    cp -r "$home/host-shell/target/framework" "$folder/framework"
    mv "$folder"/host-shell-*.jar "$folder/framework"
    tr ':' '\n' <"$home/assembly/target/cli.classpath" | grep -v "^$home/" | paste -sd: >"$folder/classpath"
}

# Copies the jars of the last build into a new folder.
keep_last() {
    local folder=$1
    rm -rf "$folder"
    cp -r "$(last_build)" "$folder"
    rm -rf "$folder"/{.modules,.extras,extras}
}

# Gives the finished folder KEPT.part its name.
keep() {
    local kept=$1
    LC_ALL=C sort <<<"$sums" >"$kept.part/sources"
    mv "$kept.part" "$kept"
}

# The folder of the tool's jars, as a build has them. It is named by their content, for with them lies what the JVM makes of their
# classes to start fast, and that holds for jars of the same path and date alone.
tool_of() {
    local kept=$1
    echo "$home/target/tool/$(cat "$kept"/{assembly,aot,ostd-api}-[0-9]*.jar "$kept/classpath" "$JAVA_HOME/release" 2>/dev/null | sha256sum | cut -c1-24)"
}

# Ends the launcher if there is a file on a class path that this user cannot read: libraries are in the repository of the one who built.
readable() {
    local entries entry
    IFS=: read -ra entries <<<"$1"
    for entry in "${entries[@]}"; do
        [ -r "$entry" ] || die "$(id -un) cannot read $entry, which the tool was built with; have it made readable," \
            "or build the tool in a copy of $home of your own"
    done
}

# The class path of the tool in a folder.
class_path_of() {
    local tool=$1 kept=$2
    echo "$(ls "$tool"/*.jar | paste -sd:):$(cat "$kept/classpath")"
}
