# What `--arch riscv64` needs besides, read by the launcher: packages, and Debian's busybox built for RISC-V. Nothing of this machine's
# apt configuration is changed: the source package is fetched with a private one.

riscv_packages() {
    command -v riscv64-linux-gnu-gcc >/dev/null || echo gcc-riscv64-linux-gnu
    command -v riscv64-linux-gnu-ld >/dev/null || echo binutils-riscv64-linux-gnu
    # busybox's build makes tools for this machine, too
    [ -e /usr/include/stdio.h ] || echo libc6-dev
    [ -e /usr/riscv64-linux-gnu/lib/libc.a ] || echo libc6-dev-riscv64-cross
    command -v qemu-system-riscv64 >/dev/null || echo qemu-system-misc
    command -v opensbi >/dev/null || [ -e /usr/share/qemu/opensbi-riscv64-generic-fw_dynamic.bin ] || echo opensbi
    command -v dpkg-source >/dev/null || echo dpkg-dev
    command -v make >/dev/null || echo make
    command -v bzip2 >/dev/null || echo bzip2
    command -v xz >/dev/null || echo xz-utils
}

# Prints the path of a static busybox for RISC-V, and builds it first if it is not in the user's cache.
riscv_busybox() {
    local cache=${XDG_CACHE_HOME:-$HOME/.cache}/asterism/busybox-riscv64 log
    if [ ! -x "$cache/busybox" ]; then
        mkdir -p "$cache"
        exec 8>"$cache/.lock"
        flock 8
        if [ ! -x "$cache/busybox" ]; then
            log=$(mktemp)
            say "building busybox for riscv64 from Debian's source package (once, a minute or two)" >&2
            if ! build_riscv_busybox "$cache" >"$log" 2>&1 </dev/null; then
                tail -20 "$log" >&2
                rm -f "$log"
                die "busybox for riscv64 could not be built; check that the mirror that apt uses has source packages, and try again"
            fi
            rm -f "$log"
        fi
        exec 8>&-
    fi
    echo "$cache/busybox"
}

build_riscv_busybox() {
    local cache=$1 work tool=riscv64-linux-gnu- suite mirror
    work=$(mktemp -d "$cache/work.XXXXXX")
    # the suite and the mirror of this machine, as apt understands its lists of sources
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    mirror=$(apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' \
        | sed -n "s/^$suite main //p" | sort -u | head -n 1)
    [ -n "$mirror" ] || { echo "apt knows no mirror of Debian's $suite"; return 1; }
    echo "deb-src $mirror $suite main" >"$work/sources.list"
    mkdir -p "$work/lists/partial" "$work/archives/partial"
    local options=(-o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$work/lists"
        -o "Dir::Cache=$work" -o APT::Sandbox::User=)
    (cd "$work" && apt-get "${options[@]}" update && apt-get "${options[@]}" source busybox) || return 1
    (cd "$work"/busybox-*/ && cp debian/config/pkg/static .config \
        && make ARCH=riscv CROSS_COMPILE=$tool silentoldconfig </dev/null \
        && make -j"$(nproc)" ARCH=riscv CROSS_COMPILE=$tool KBUILD_BUILD_TIMESTAMP='1970-01-01' busybox busybox.links \
        && cp busybox.links "$cache/busybox.links" && cp busybox "$cache/busybox.part") || return 1
    rm -rf "$work"
    mv "$cache/busybox.part" "$cache/busybox"
}
