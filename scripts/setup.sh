#!/bin/sh
# Makes .venv with exactly what a lock file names, checked by hash, and the project itself in place.
# A second run takes no time. What goes wrong is said in one line.
set -eu
lock=$1
cd "$(dirname "$0")/.."
venv=$PWD/.venv
log=$venv/install.log

fail() {
    echo "setup: $1" >&2
    exit 1
}

# What is installed: this lock (or the larger one), this pyproject, at this place.
marks() {
    echo "$PWD"
    cksum "$1" requirements-build.lock pyproject.toml
}
is_done() {
    [ "$(cat "$venv/$1.done" 2>/dev/null)" = "$(marks "$1")" ] && "$venv/bin/python" -c '' 2>/dev/null
}
# The page for people. Where it cannot be built the rest works without it, and the server says so.
build_explorer() {
    "$venv/bin/python" scripts/explorer.py || {
        echo "setup: gkg works, but its explorer page is not built; mend that and run make again" >&2
        [ "${CI:-}" != true ] || exit 1
    }
}
if is_done "$lock" || is_done requirements-dev.lock; then build_explorer; exit 0; fi

usable='import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))'
python=
for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
    if "$candidate" -c "$usable" 2>/dev/null; then python=$candidate && break; fi
done
[ -n "$python" ] || fail "no Python 3.11, 3.12 or 3.13 with venv found; install one (Debian: apt install python3-venv) or say make PYTHON=/path/to/python"

# A full disk may have no room for the line that says so.
is_full() {
    grep -q 'No space left on device\|Disk quota exceeded' "$log" 2>/dev/null ||
        [ "$(df -Pk "$venv" 2>/dev/null | awk 'NR == 2 { print $4 }')" = 0 ]
}

explain() {
    if is_full; then
        fail "the disk is full; make 1 GB of room, then run make again"
    elif grep -q 'Failed to establish a new connection\|NameResolutionError\|Name or service not known\|Temporary failure in name resolution\|Network is unreachable\|ConnectTimeout\|ReadTimeout\|ProxyError\|Connection refused\|Connection reset' "$log" 2>/dev/null; then
        fail "the package index cannot be reached; go online or point PIP_INDEX_URL at a mirror, then run make again"
    elif grep -q 'DO NOT MATCH THE HASHES' "$log" 2>/dev/null; then
        fail "a downloaded package differs from $lock; try again, and if it stays so, do not install it ($log)"
    elif grep -q 'No matching distribution found' "$log" 2>/dev/null; then
        fail "$("$python" -V) on this machine has no ready-made package of $(sed -n 's/.*No matching distribution found for \([^ ]*\).*/\1/p' "$log" | head -n 1); try another with make PYTHON=python3.12"
    fi
    fail "installing failed; $log says why: $(grep -i 'error' "$log" 2>/dev/null | tail -n 1)"
}

echo "setup: installing $(grep -c '^[a-zA-Z]' "$lock") packages with $("$python" -V) into .venv; this takes a minute or two" >&2
if ! is_done requirements.lock; then # else the larger lock only adds to it
    made=$("$python" -m venv --clear "$venv" 2>&1) || {
        mkdir -p "$venv" 2>/dev/null && echo "$made" 2>/dev/null >"$log" || fail "cannot write $venv: $(echo "$made" | tail -n 1)"
        explain
    }
fi
quiet="--quiet --progress-bar off"
if [ -t 1 ]; then quiet=; fi
install() {
    # shellcheck disable=SC2086
    "$venv/bin/python" -m pip --disable-pip-version-check --log "$log" --retries 2 install $quiet "$@" 2>"$venv/stderr" || explain
}
# Only what the lock names, only ready-made wheels: nothing that is not pinned is fetched or run.
install --require-hashes --no-deps --only-binary :all: -r "$lock"
install --require-hashes --no-deps --only-binary :all: -r requirements-build.lock
install --no-deps --no-build-isolation --no-index -e .
marks "$lock" >"$venv/$lock.done"
build_explorer
