#!/bin/bash
# Builds the image, runs it with the limits of compose.yaml, measures in it, stops it in mid-run and looks for what is
# left behind. Exit code 0 if all of it went well. It takes about three minutes, and removes its container and volume.
#
#   src/test/docker/try-image.sh [options of the build]
#
# The image it builds on (eclipse-temurin:25-jdk) is pulled, or the one of that name that the engine has. By environment:
#   ENGINE   docker, or podman with its options: ENGINE="podman --runtime runc --cgroup-manager=cgroupfs"
#   IMAGE    an image that was built before; nothing is built then
#   INIT     "no" runs the server as process 1, as compose.yaml does not
#   PORT     on this machine, 18080 if not set
set -euo pipefail
cd "$(dirname "$0")/../../.."

read -r -a engine <<< "${ENGINE:-docker}"
port=${PORT:-18080}
name=lanes-trial-$$
site=http://localhost:$port
failures=0

container() { "${engine[@]}" "$@"; }

clean() {
    container rm -f "$name" > /dev/null 2>&1 || true
    container volume rm -f "$name" > /dev/null 2>&1 || true
}
trap clean EXIT

# Says how a check went: check "what is asked" command...
check() {
    local what=$1
    shift
    if "$@" > /dev/null; then
        echo "ok      $what"
    else
        echo "FAILED  $what"
        failures=$((failures + 1))
    fi
}

# Waits for a command to succeed, so many seconds at most: within seconds command...
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@" > /dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.5
    done
}

ask() { curl --silent --fail --max-time 20 "$@"; }
ready() { container exec "$name" healthy; }

# Starts a run and prints its id: start experiment effort
start() {
    ask "$site/api/runs" -H 'Content-Type: application/json' -d "{\"experiment\": \"$1\", \"effort\": \"$2\"}" \
        | grep -o '[0-9a-f]\{8\}-[0-9a-f-]*' | head -n 1
}

# Whether a run is in a state: in_state id STATE
in_state() { ask "$site/api/runs/$1" | grep -q "\"state\":\"$2\""; }

sampled() { ask "$site/api/runs/$1" | grep -q '"samples":\[[0-9]'; }
no_zombie() { container exec "$name" bash -c '! grep -l "^State:.Z" /proc/[0-9]*/status'; }
# One Java process, the server, besides zombies.
alone() { [ "$(container exec "$name" bash -c 'grep -L "^State:.Z" $(grep -l "^Name:.java" /proc/[0-9]*/status) | wc -l')" = 1 ]; }
no_run_folder() { container exec "$name" bash -c '! compgen -G "/tmp/lanes-run-*"'; }
told_of() { ask "$site/api/machine" | grep -q "$1"; }
stopped_by_signal() { [ "$(container inspect --format '{{.State.ExitCode}}' "$name")" = 143 ]; }
not_root() { [ "$(container exec "$name" id -u)" != 0 ]; }
quietly_stored() { ! container logs "$name" 2>&1 | grep -q 'cannot be stored'; }

image=${IMAGE:-lanes-trial}
if [ -z "${IMAGE:-}" ]; then
    container build "$@" -f src/main/docker/Dockerfile.jvm -t "$image" .
fi

init=(--init)
[ "${INIT:-yes}" != no ] || init=()
container run --detach --name "$name" "${init[@]}" --read-only --tmpfs /tmp:size=512m,mode=1777,exec \
    --volume "$name:/data" --cap-drop ALL --security-opt no-new-privileges --pids-limit 1024 \
    --memory 4g --memory-swap 4g --stop-timeout 30 --publish "127.0.0.1:$port:8080" \
    --env LANES_CEILINGS=asked "$image" > /dev/null

check "the server is ready within a minute" within 60 ready
check "it is not root" not_root
check "the page is there" ask "$site/"
check "the machine card knows that this is a container" told_of '"container":true'
check "the machine card tells the memory of the container" told_of '"memoryBytes":4294967296'
check "the OpenBLAS of the image can be opened" told_of '"noBlasBecause":null'

measured=$(start row-vs-column quick)
check "a quick run is measured" within 120 in_state "$measured" FINISHED
check "its result can be stored" quietly_stored

for _ in 1 2 3; do
    cancelled=$(start row-vs-column quick)
    within 60 in_state "$cancelled" RUNNING || true
    sleep 4
    ask -X DELETE "$site/api/runs/$cancelled" || true
    check "a run is cancelled" within 10 in_state "$cancelled" CANCELLED
done
check "a cancelled run leaves no process" within 10 alone
check "and no zombie" within 10 no_zombie
check "and no folder" within 10 no_run_folder

interrupted=$(start matmul standard)
check "a run is measured when the container is stopped" within 60 sampled "$interrupted"
before=$SECONDS
container stop "$name" > /dev/null
check "it stops within ten seconds" test $((SECONDS - before)) -le 10
check "by itself" stopped_by_signal

container start "$name" > /dev/null
check "it is ready again within a minute" within 60 ready
check "the run is known as interrupted" in_state "$interrupted" INTERRUPTED
check "the run before is still known" in_state "$measured" FINISHED

interrupted=$(start matmul standard)
check "a run is measured when the server is killed" within 60 sampled "$interrupted"
container kill "$name" > /dev/null
container start "$name" > /dev/null
check "it is ready again within a minute" within 60 ready
check "the run is known as interrupted" in_state "$interrupted" INTERRUPTED
check "no folder of it is left" no_run_folder

[ "$failures" = 0 ] || container logs --tail 30 "$name"
echo "$failures failed"
[ "$failures" = 0 ]
