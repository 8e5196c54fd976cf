# Shared by ./groundplan and ./test: finds a JDK and Maven. Sourced by bash, with $ROOT set.
# Nothing is installed outside the cache folder.

say() { printf '%s\n' "groundplan: $*" >&2; }
die() { say "$*"; exit 2; }

CACHE="$ROOT/.cache"
MAVEN_VERSION=3.9.16

# major_of JDK: the major version in $MAJOR, from the file every JDK carries; fails when it is no JDK
major_of() {
    local line version=
    MAJOR=
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    if [ -r "$1/release" ]; then
        while IFS= read -r line; do
            case $line in JAVA_VERSION=*) version=${line#JAVA_VERSION=}; version=${version//\"/} ;; esac
        done <"$1/release"
    fi
    [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9.]*\).*/\1/p')
    MAJOR=${version%%[!0-9]*}
    [ -n "$MAJOR" ] || return 1
}

# find_jdk: the folder of a JDK >= 21 in $JDK, its major version in $MAJOR.
# JAVA_HOME and PATH come first; else the highest of the long-term ones known to work, else the highest.
find_jdk() {
    local folder java best= best_major=0
    if [ -n "${JAVA_HOME:-}" ] && major_of "$JAVA_HOME" && [ "$MAJOR" -ge 21 ]; then
        JDK=$JAVA_HOME
        return
    fi
    java=$(command -v java || true)
    if [ -n "$java" ]; then
        java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
        folder=${java%/bin/java}
        if major_of "$folder" && [ "$MAJOR" -ge 21 ]; then
            JDK=$folder
            return
        fi
    fi
    for folder in /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if major_of "$folder" && [ "$MAJOR" -ge 21 ]; then
            if [ "$best_major" -eq 0 ] || { [ "$best_major" -lt 25 ] && [ "$MAJOR" -gt "$best_major" ]; } \
                || { [ "$best_major" -gt 25 ] && [ "$MAJOR" -eq 25 ]; }; then
                best=$folder
                best_major=$MAJOR
            fi
        fi
    done
    [ -n "$best" ] || die "needs a JDK of version 21 or later and found none; install one (Debian 13: apt-get install openjdk-21-jdk-headless; elsewhere a Temurin JDK 21 or 25), or set JAVA_HOME"
    JDK=$best
    MAJOR=$best_major
}

# at_least HAVE WANTED: compares dotted versions
at_least() {
    local have=${1%%-*} want=$2 h w
    while [ -n "$want" ]; do
        h=${have%%.*} w=${want%%.*}
        [ "${h:-0}" -gt "$w" ] && return 0
        [ "${h:-0}" -lt "$w" ] && return 1
        case $have in *.*) have=${have#*.} ;; *) have= ;; esac
        case $want in *.*) want=${want#*.} ;; *) want= ;; esac
    done
    return 0
}

# find_maven: a Maven >= 3.9.9 in $MVN; an older one fetches it by its coordinates, once
find_maven() {
    local installed version= home="$CACHE/apache-maven-$MAVEN_VERSION" temporary
    installed=$(command -v mvn || true)
    if [ -n "$installed" ]; then
        version=$(JAVA_HOME=$JDK "$installed" -version 2>/dev/null | sed -n 's/^[^A]*Apache Maven \([0-9.]*\).*/\1/p')
        if at_least "${version:-0}" 3.9.9 && ! at_least "$version" 4.0.0; then
            MVN=$installed
            return
        fi
    fi
    MVN="$home/bin/mvn"
    [ -x "$MVN" ] && return
    [ -n "$installed" ] || die "needs Maven and found none; install it (Debian: apt-get install maven) – any version from 3.6.3 will do, it fetches the one the build wants"
    say "Maven ${version:-of unknown version} is too old for the build; fetching $MAVEN_VERSION into ${CACHE#"$PWD"/}"
    mkdir -p "$CACHE"
    temporary=$(mktemp -d "$CACHE/maven.XXXXXX")
    (cd "$temporary" && JAVA_HOME=$JDK "$installed" -B -q -Dstyle.color=never \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
        -Dartifact="org.apache.maven:apache-maven:$MAVEN_VERSION:zip:bin" \
        -DoutputDirectory="$temporary/out" -Dmdep.unpack.markersDirectory="$temporary/markers" -DmarkersDirectory="$temporary/markers") >&2 \
        || { rm -rf "$temporary"; die "could not fetch Maven $MAVEN_VERSION; install Maven 3.9.9 or later and put it on the PATH"; }
    chmod +x "$temporary/out/apache-maven-$MAVEN_VERSION/bin/mvn"
    # another start may have been faster; either copy will do
    mv "$temporary/out/apache-maven-$MAVEN_VERSION" "$home" 2>/dev/null || [ -x "$MVN" ]
    rm -rf "$temporary"
}

# maven ARGUMENTS: quiet about terminals and colours, with the JDK found
maven() {
    (cd "$ROOT" && JAVA_HOME=$JDK PATH="$JDK/bin:$PATH" "$MVN" -B -ntp "$@")
}

# locked COMMAND: one build at a time; a second one waits for the first
locked() {
    mkdir -p "$CACHE"
    if command -v flock >/dev/null 2>&1; then
        (
            flock -n 9 || { say "another build is running; waiting for it"; flock 9; }
            "$@" 9>&-
        ) 9>"$CACHE/lock"
    else
        "$@"
    fi
}
