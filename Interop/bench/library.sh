# Shared by the benchmarks: where things are, how a process is started, measured and stopped.

root=$(cd "$here/../.." && pwd)
work=${BENCH_WORK:-$root/.build/bench}
results=$work/results
tandem=${TANDEM:-$root/.build/release/tandem}
lab=${TANDEM_LAB:-$root/.build/release/tandem-lab}
if [ -n "${QUICK:-}" ]; then
    repeat=1 seconds=6 held_calls=200
else
    repeat=${REPEAT:-3} seconds=${SECONDS_EACH:-15} held_calls=800
fi

# Addresses: the peer under test, the caller, the callee, the two ends of the media.
peer_ip=127.0.9.1 peer_port=15060
caller_ip=127.0.9.2 caller_port=15070
callee_ip=127.0.9.3 callee_port=15080
media_a=127.0.9.20:40000 media_b=127.0.9.21:42000

# The load runs on the first processor, the peer on the second.
on_load="taskset -c ${LOAD_CPU:-0}"
on_peer="taskset -c ${PEER_CPU:-1}"
started=()

ulimit -n 100000 2>/dev/null || ulimit -n "$(ulimit -Hn)"

missing_tools() {
    local tool
    for tool in python3 taskset ss; do
        command -v $tool >/dev/null || echo -n "$tool "
    done
    case " $* " in *" signaling "* | *" mgcp "* | *" media "*)
        [ -x "$tandem" ] || echo -n "$tandem (.ci/build tandem) " ;;
    esac
    case " $* " in *" dialplans "*)
        [ -x "${DIALPLAN_COST:-$root/.build/release/DialplanCost}" ] \
            || echo -n "DialplanCost (.ci/build DialplanCost) " ;;
    esac
    case " $* " in *" messages "*)
        [ -x "${MESSAGE_COST:-$root/.build/release/MessageCost}" ] \
            || echo -n "MessageCost (.ci/build MessageCost) " ;;
    esac
    case " $* " in *" signaling "*)
        for tool in sipp kamailio; do command -v $tool >/dev/null || echo -n "$tool "; done ;;
    esac
    case " $* " in *" mgcp "*)
        command -v sipp >/dev/null || echo -n "sipp "
        [ -x "$lab" ] || echo -n "$lab (.ci/build tandem-lab) " ;;
    esac
    case " $* " in *" media "*)
        for tool in gcc rtpengine; do command -v $tool >/dev/null || echo -n "$tool "; done ;;
    esac
}

# Notes one figure: a name and its value.
note() {
    echo "$1 $2" >>"$results"
    echo "  $1 $2" >&2
}

# Ends the run when somebody else already has one of the addresses: the figures would be theirs.
need_free() {
    local taken
    taken=$(ss -Huln | awk '{ print $4 }' | grep -E '^127\.0\.9\.(1:15060|1:2727|6:2427|2:15070|3:15080|5:12223|20:40000|21:42000)$')
    [ -z "$taken" ] || { echo "in use by another program: $taken" >&2 && exit 3; }
}

# start LOG PROGRAM...: a peer that runs until `stop PID`; the pid is in $started_pid.
start() {
    local log=$1
    shift
    need_free
    $on_peer "$@" >"$work/$log.log" 2>&1 </dev/null &
    started_pid=$!
    started+=("$started_pid")
}

stop() {
    local tries
    kill "$1" 2>/dev/null || return 0
    for tries in $(seq 50); do
        kill -0 "$1" 2>/dev/null || break
        sleep 0.1
    done
    kill -9 "$1" 2>/dev/null
    wait "$1" 2>/dev/null
}

stop_all() {
    local pid
    for pid in "${started[@]}"; do
        stop "$pid"
    done
}

# Waits until something is bound to a UDP address and port.
await_port() {
    local tries
    for tries in $(seq 100); do
        ss -Huln "src $1:$2" | grep -q . && return 0
        sleep 0.1
    done
    echo "nothing came up on $1:$2; see $work" >&2
    exit 1
}

# The process and all that descend from it.
family() {
    local child
    echo "$1"
    for child in $(cat /proc/"$1"/task/*/children 2>/dev/null); do
        family "$child"
    done
}

# User and system time of a family in milliseconds.
cpu_of() {
    local pid
    for pid in $(family "$1"); do
        sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null
    done | awk -v hertz="$(getconf CLK_TCK)" '{ ticks += $12 + $13 } END { printf "%.0f", ticks * 1000 / hertz }'
}

# Proportional share of memory of a family in KiB.
memory_of() {
    local pid
    for pid in $(family "$1"); do
        cat "/proc/$pid/smaps_rollup" 2>/dev/null
    done | awk '/^Pss:/ { kib += $2 } END { print kib + 0 }'
}
