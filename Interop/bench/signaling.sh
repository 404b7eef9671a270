# The basic call (INVITE with SDP, 100, 180, 20 ms, 200 with SDP, ACK, 20 ms, BYE, 200) over UDP through one peer.

# plateau PID RATE SECONDS: sets $calls_ok, $calls_failed, $repeats, $cpu_ms.
plateau() {
    local pid=$1 rate=$2 count=$(($2 * $3)) limit=$(($3 + 20)) callee before
    rm -f "$work"/caller.csv "$work"/callee.csv
    $on_load sipp -sf "$here/signaling/callee.xml" -i $callee_ip -p $callee_port -nostdin -buff_size 4194304 \
        -trace_stat -stf "$work/callee.csv" -fd 1 -timer_resol 10 -timeout $limit \
        $peer_ip:$peer_port >"$work/callee.log" 2>&1 &
    callee=$!
    started+=("$callee")
    await_port $callee_ip $callee_port
    before=$(cpu_of "$pid")
    $on_load sipp -sf "${caller_scenario:-$here/signaling/caller.xml}" -s bench -i $caller_ip -p $caller_port -m $count -r "$rate" \
        -l 100000 -d "${hold:-20}" -nostdin -buff_size 4194304 -trace_stat -stf "$work/caller.csv" -fd 1 \
        -timer_resol 10 -timeout $limit $peer_ip:$peer_port >"$work/caller.log" 2>&1
    cpu_ms=$(($(cpu_of "$pid") - before))
    sleep 1.2
    kill $callee 2>/dev/null
    wait $callee 2>/dev/null
    read -r calls_ok calls_failed repeats < <(python3 "$here/signaling/totals.py" $count "$work/caller.csv" "$work/callee.csv")
}

# Whether the last plateau held: less than 1 in 1000 calls failed, less than 1 in 100 retransmissions.
held() {
    [ $((calls_failed * 1000)) -le $((calls_ok + calls_failed)) ] && [ $((repeats * 100)) -lt $((calls_ok + 1)) ]
}

with_peer() {
    case $1 in
    kamailio) start_kamailio ;;
    tandem) start_tandem direct ;;
    tandem-relay) start_tandem relay ;;
    esac
}

cpu_per_call() {
    with_peer "$1"
    local pid=$started_pid
    plateau "$pid" 20 2
    plateau "$pid" 100 "$seconds"
    if held; then
        note "cpu-us-per-call@100:$1" $((cpu_ms * 1000 / calls_ok))
    else
        echo "  $1: $calls_failed calls failed, $repeats retransmissions at 100 calls/s" >&2
    fi
    stop "$pid"
}

# The highest rate that holds: doubled until it does not, then halved in between.
highest_plateau() {
    local good=0 bad=0 rate=${START_RATE:-800} window=$((seconds / 2)) middle
    while [ $bad = 0 ] && [ $rate -le 6400 ]; do
        if try_rate "$1" $rate $window; then good=$rate; else bad=$rate; fi
        rate=$((rate * 2))
    done
    while [ $bad -gt 0 ] && [ $(((bad - good) * 12)) -gt "$bad" ]; do
        middle=$(((good + bad) / 2))
        if try_rate "$1" $middle $window; then good=$middle; else bad=$middle; fi
    done
    note "calls-per-second:$1" $good
}

try_rate() {
    with_peer "$1"
    local pid=$started_pid
    plateau "$pid" 20 1
    plateau "$pid" "$2" "$3"
    stop "$pid"
    echo "  $1 $2 calls/s: $calls_failed failed, $repeats retransmissions, $((cpu_ms * 1000 / (calls_ok + 1))) us" >&2
    held
}

memory_per_call() {
    with_peer "$1"
    local pid=$started_pid idle busy
    plateau "$pid" 50 2
    sleep 1
    idle=$(memory_of "$pid")
    (
        sleep $((held_calls / 100 + 3))
        memory_of "$pid" >"$work/held"
    ) &
    hold=$(((held_calls / 100 + 6) * 1000)) plateau "$pid" 100 $((held_calls / 100))
    busy=$(cat "$work/held")
    note "kib-per-held-call:$1" "$(awk "BEGIN { printf \"%.1f\", ($busy - $idle) / $held_calls }")"
    stop "$pid"
}

# CPU per call at a low rate differs by half from one minute to the next on a virtual machine, for all peers alike: three
# times as many turns, in which the peers stand next to each other.
bench_signaling() {
    local turn peer
    for turn in $(seq $((repeat * 3))); do
        for peer in ${SIGNALING_PEERS:-kamailio tandem tandem-relay}; do
            cpu_per_call $peer
        done
    done
    for turn in $(seq $repeat); do
        for peer in ${SIGNALING_PEERS:-kamailio tandem tandem-relay}; do
            memory_per_call $peer
            highest_plateau $peer
        done
    done
}
