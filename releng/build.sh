# What ./groundplan builds, sourced by it after start.sh, when its files are older than the sources.
# Everything lands in a new folder of the cache and is then named in one file: a start that runs
# meanwhile keeps the folder it began with.

# progress: Maven's log -> one line on stderr, renewed on a terminal
progress() {
    local line where
    while IFS= read -r line; do
        printf '%s\n' "$line" >&3
        case $line in
            *"] Building "*"["*/*"]")
                where=${line##*[}
                line=${line#*Building }
                if [ -t 2 ]; then printf '\r\033[K  [%s %s' "$where" "${line%% *}" >&2; else printf '  [%s %s\n' "$where" "${line%% *}" >&2; fi
                ;;
        esac
    done 3>"$1"
    [ ! -t 2 ] || printf '\r\033[K' >&2
}

# make_with_maven MODULE: its artifact and everything it needs
make_with_maven() {
    local log="$CACHE/build.log" room
    find_maven
    # the compiler takes only files newer than their classes; a changed signature wants all of them
    for room in "$ROOT"/bundles/* "$ROOT"/dsl/*; do rm -rf "$room/target/classes"; done
    if ! (set -o pipefail; maven -T2 -pl "$1" -am package -Dspotless.check.skip=true 2>&1 | progress "$log"); then
        grep -E '^\[ERROR\]|BUILD FAILURE' "$log" | head -n 20 >&2 || tail -n 20 "$log" >&2
        die "the build failed; all of it is in $log"
    fi
}

# build: $NAME (cli or workbench) into a folder of its own, for the JDK found
build() {
    local folder="$CACHE/$NAME.$$.$(date +%s)" begun="$CACHE/$NAME.stamp.$$" old
    FOLDER=
    [ ! -f "$CACHE/$NAME.folder" ] || FOLDER=$(cat "$CACHE/$NAME.folder")
    if [ ! -d "$FOLDER" ] || ! up_to_date; then
        : >"$begun"
        # shellcheck disable=SC2064 # the names as they are now
        trap "rm -rf '$folder' '$begun'" EXIT
        [ -d "$FOLDER" ] && say "a source changed; building" || say "building on first use; this takes one to four minutes"
        mkdir -p "$folder"
        if [ "$NAME" = cli ]; then
            make_with_maven releng/dev.groundplan.fatjar
            cp "$ROOT/releng/dev.groundplan.fatjar/target/groundplan.jar" "$folder/"
        else
            make_with_maven releng/dev.groundplan.product
            cp -R "$ROOT/releng/dev.groundplan.product/target/products/groundplan/linux/gtk/x86_64/." "$folder/"
        fi
        # the build before this one may still be starting somewhere; those before it are not
        for old in "$CACHE/$NAME".*.*[0-9]/; do
            case $old in "$FOLDER"/ | "$folder"/) ;; *) rm -rf "$old" ;; esac
        done
        printf '%s\n' "$folder" >"$folder.new"
        mv "$folder.new" "$CACHE/$NAME.folder"
        mv "$begun" "$CACHE/$NAME.stamp"
        trap - EXIT
        FOLDER=$folder
    fi
    if [ "$NAME" = cli ]; then cli_options; else workbench_options; fi
    printf 'JDK=%q FOLDER=%q FOR=%q OPTIONS=%q\n' "$JDK" "$FOLDER" "${JAVA_HOME:-}" "$OPTIONS" >"$CACHE/$NAME.env.$$"
    mv "$CACHE/$NAME.env.$$" "$CACHE/$NAME.env"
}

# cli_options: what makes a short run short, most of it measured by releng/bench/start-up; the archive of loaded
# classes belongs to one JDK and one jar
cli_options() {
    local archive plain example="$ROOT/examples/support-assistant.genai"
    archive="$FOLDER/$(printf '%s' "$JDK" | cksum | cut -d' ' -f1)-$MAJOR"
    plain="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -XX:-UsePerfData -Xlog:disable -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
    # Guice and reflection generate no classes for the few calls that there are
    plain="$plain -Dguice_bytecode_gen_option=DISABLED -Dguice_include_stack_traces=OFF -Djdk.reflect.useNativeAccessorOnly=true"
    # nothing is printed for a locale, and EMF asks for a calendar all the same
    plain="$plain -Djava.locale.providers=HOST"
    # the archive where it was made for, if that is free, instead of moved on purpose
    plain="$plain -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
    [ "$MAJOR" -lt 24 ] || plain="$plain --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
    # replaying the profile of the rehearsal compiles more than so short a run gets back
    [ "$MAJOR" -lt 25 ] || plain="$plain -XX:+IgnoreUnrecognizedVMOptions -XX:-AOTReplayTraining"
    if [ "$MAJOR" -ge 25 ]; then
        OPTIONS="-XX:AOTCache=$archive.aot"
        set -- "-XX:AOTCacheOutput=$archive.aot"
    else
        OPTIONS="-XX:SharedArchiveFile=$archive.jsa"
        set -- "-XX:ArchiveClassesAtExit=$archive.jsa"
    fi
    archive=${OPTIONS#*=}
    if [ ! -f "$archive" ] || [ "$JDK/release" -nt "$archive" ]; then
        say "preparing for a quick start"
        rm -f "$archive"
        # without an archive it starts all the same
        # shellcheck disable=SC2086
        "$JDK/bin/java" $plain "$@" -cp "$FOLDER/groundplan.jar" dev.groundplan.cli.Rehearsal "$example" >"$CACHE/archive.log" 2>&1 </dev/null || true
    fi
    if [ -f "$archive" ]; then OPTIONS="$OPTIONS $plain"; else OPTIONS=$plain; fi
}

workbench_options() {
    OPTIONS="-Dosgi.requiredJavaVersion=21 -Xmx1g --enable-native-access=ALL-UNNAMED"
    [ "$MAJOR" -lt 24 ] || OPTIONS="$OPTIONS --sun-misc-unsafe-memory-access=allow"
}

# has_gtk: GTK 3 is on the loader's path
has_gtk() {
    { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -q 'libgtk-3\.so\.0' \
        || ls /usr/lib/*/libgtk-3.so.0 /usr/lib64/libgtk-3.so.0 /usr/lib/libgtk-3.so.0 >/dev/null 2>&1
}

# need_gtk: what a window needs, or one line about it
need_gtk() {
    case $(uname -s)-$(uname -m) in
        Linux-x86_64) ;;
        *) die "this script starts the workbench on Linux x86_64; elsewhere build it with the profile all-platforms" ;;
    esac
    has_gtk || die "the workbench needs GTK 3; install it (Debian: apt-get install libgtk-3-0 adwaita-icon-theme)"
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || die "the workbench needs a display, and neither DISPLAY nor WAYLAND_DISPLAY is set"
}
