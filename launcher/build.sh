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

# The modules whose sources are others than those of the build kept in FOLDER, if they are all that has to be built: no
# project file changed, and no module is compiled against one of them. Else nothing.
changed_leaves() {
    local kept=$1 changed module used
    [ -e "$kept/sources" ] || return 0
    changed=$(LC_ALL=C comm -3 --output-delimiter= "$kept/sources" <(LC_ALL=C sort <<<"$sums") | sed 's#^[^.]*  \./##')
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

# Builds the modules and keeps their jars in a folder named by the sources' hash, so that a running tool never sees its
# own files change. The file that says how much was built is made last.
build() {
    local kept=$1 built=$2 log selection=() leaves=() last module
    mkdir -p "$home/target"
    exec 9>"$home/target/.build-lock"
    flock 9
    if [ ! -e "$built" ]; then
        last=$home/target/build/$(cat "$home/target/.last" 2>/dev/null || true)
        if [ "$built" != "$kept/.extras" ]; then
            mapfile -t leaves < <(changed_leaves "$last")
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
        if ! (cd "$home" && MAVEN_OPTS=$(maven_classes) mvn --batch-mode --no-transfer-progress --quiet --threads 1C -Dmaven.test.skip=true \
                "${selection[@]}" package) >"$log" 2>&1 </dev/null; then
            cat "$log" >&2
            rm -f "$log"
            die "the modules do not build"
        fi
        rm -f "$log"
        sources >"$home/target/.sources"
        if [ ! -d "$kept" ]; then
            rm -rf "$kept.part"
            if [ ${#leaves[@]} = 0 ]; then
                keep_all "$kept.part"
            else
                cp -r "$last" "$kept.part"
                rm -rf "$kept.part"/{.modules,.extras,extras}
                for module in "${leaves[@]}"; do
                    cp "$home/$module"/target/*-[0-9]*.jar "$kept.part"
                done
            fi
            LC_ALL=C sort <<<"$sums" >"$kept.part/sources"
            mv "$kept.part" "$kept"
        fi
        if [ "$built" = "$kept/.extras" ]; then
            mkdir -p "$kept/extras"
            cp "$home"/{test-kit,asterism-maven-plugin,archetypes/*}/target/*-[0-9]*.jar "$kept/extras"
        fi
        touch "$built"
        basename "$kept" >"$home/target/.last"
        # what no one has made for two weeks is not worth its disk space
        find "$home"/target/{build,kernels,tool} -mindepth 1 -maxdepth 1 -mtime +14 -exec rm -rf {} + 2>/dev/null || true
    fi
    flock -u 9
    exec 9>&-
}

# Options for a JVM that runs Maven: the first build leaves an archive of the classes of Maven's launcher and of javac, later
# ones start with it (class data sharing). The JVM itself ignores one of another JDK. Maven runs in the project's folder.
maven_classes() {
    local archive=target/maven.jsa
    if [ -e "$home/$archive" ]; then
        echo "${MAVEN_OPTS:-} -XX:SharedArchiveFile=$archive"
    else
        echo "${MAVEN_OPTS:-} -XX:ArchiveClassesAtExit=$archive -Xlog:cds=off -Xlog:cds+dynamic=off"
    fi
}

# Copies all that Maven made for the tool into a new folder.
keep_all() {
    local folder=$1
    mkdir -p "$folder"
    cp "$home"/{,drivers/}*/target/*-[0-9]*.jar "$folder"
    # what runs a kernel's bundles on this JVM is no part of any kernel
    cp -r "$home/host-shell/target/framework" "$folder/framework"
    mv "$folder"/host-shell-*.jar "$folder/framework"
    tr ':' '\n' <"$home/assembly/target/cli.classpath" | grep -v "^$home/" | paste -sd: >"$folder/classpath"
}
