# Calls to telephones behind a media gateway, and ten thousand of these. The gateway is tandem-lab, on the load's processor.

gateway_ip=127.0.9.6 gateway_port=2427
agent_ip=127.0.9.1 agent_port=2727
lines_for_calls=100

# start_telephones COUNT OPTION...: the gateway; its pid is in $telephones_pid, what it reads in $work/telephones.in.
start_telephones() {
    local count=$1
    shift
    rm -f "$work/telephones.in" && mkfifo "$work/telephones.in"
    $on_load "$lab" mgcp-gateway --listen $gateway_ip:$gateway_port --call-agent $agent_ip:$agent_port --domain house \
        --lines "$count" --media $gateway_ip:20000-59999 --no-media --quiet "$@" \
        <"$work/telephones.in" >"$work/telephones.log" 2>&1 &
    telephones_pid=$!
    started+=("$telephones_pid")
    # Held open, because the gateway ends with its input.
    exec 9>"$work/telephones.in"
    await_port $gateway_ip $gateway_port
}

# start_call_agent COUNT [QUARANTINE]: Tandem with that many lines; other calls go to the callee with the media anchored as well.
start_call_agent() {
    mkdir -p "$work/tandem"
    sed "s/CONTEXT/lines/" "$here/peers/tandem.yaml" >"$work/tandem/tandem.yaml"
    python3 "$here/mgcp/lines.py" "$1" $agent_ip:$agent_port $gateway_ip "${2:-step}" >>"$work/tandem/tandem.yaml"
    cp "$here/peers/bench.xml" "$work/tandem/"
    start tandem-lines "$tandem" run --config "$work/tandem/tandem.yaml"
    await_port $peer_ip $peer_port
    await_port $agent_ip $agent_port
}

# audited COUNT SECONDS: waits until so many endpoints are audited; sets $audited_after in milliseconds, or to "".
audited() {
    local begin now
    begin=$(date +%s%3N)
    audited_after=
    for _ in $(seq $(($2 * 4))); do
        if [ "$(cd "$work/tandem" && "$tandem" endpoints --json --config tandem.yaml 2>/dev/null \
            | python3 "$here/mgcp/audited.py")" -ge "$1" ]; then
            now=$(date +%s%3N)
            audited_after=$((now - begin))
            return 0
        fi
        sleep 0.25
    done
    return 1
}

stop_telephones() {
    exec 9>&-
    stop "$telephones_pid"
}

# cpu_per_answered_call NAME CALLER: the same process, once with calls to the SIP callee and once with calls to lines.
cpu_per_answered_call() {
    caller_scenario=$2 plateau "$agent_pid" 100 "$seconds"
    if held; then
        note "cpu-us-per-anchored-call@100:$1" $((cpu_ms * 1000 / calls_ok))
    else
        echo "  $1: $calls_failed calls failed, $repeats retransmissions at 100 calls/s" >&2
    fi
}

# start_house QUARANTINE: a call agent and the telephones that are called. SIPp acts every 10 ms, so their people do, too.
start_house() {
    start_call_agent $lines_for_calls "$1"
    agent_pid=$started_pid
    start_telephones $lines_for_calls --answer-after 20 --rhythm 10 --piggyback
    audited $lines_for_calls 60 || echo "  the lines are not in service; see $work" >&2
}

stop_house() {
    stop_telephones
    stop "$agent_pid"
}

# calls_to_lines NAME QUARANTINE: turns of both kinds of calls through one process, in changing order.
calls_to_lines() {
    local turn
    start_house "$2"
    # Whoever came first would pay for the ports, which are opened once and then kept.
    plateau "$agent_pid" 100 12
    caller_scenario=$work/caller-of-lines.xml plateau "$agent_pid" 100 3
    for turn in $(seq $((repeat * 3))); do
        [ $((turn % 2)) = 0 ] || cpu_per_answered_call sip-sip "$here/signaling/caller.xml"
        cpu_per_answered_call "$1" "$work/caller-of-lines.xml"
        [ $((turn % 2)) = 1 ] || cpu_per_answered_call sip-sip "$here/signaling/caller.xml"
    done
    stop_house
}

bench_calls_to_lines() {
    # Each line is called once a second, so that it is on the hook again before it is called the next time.
    sed 's/\[service\]/1000[call_number]/g' "$here/signaling/caller.xml" >"$work/caller-of-lines.xml"
    calls_to_lines sip-line loop
    calls_to_lines sip-line-steps step
}

bench_endpoints() {
    local count=10000 idle busy line
    start_call_agent $count
    agent_pid=$started_pid
    start_telephones $count --no-restart
    for line in $(seq $count); do
        echo "restart restart aaln/$line"
        [ $((line % 200)) != 0 ] || echo "wait 20ms"
    done >&9
    if audited $count 120; then
        note "seconds-to-audit-10000:tandem" "$(awk "BEGIN { printf \"%.1f\", $audited_after / 1000 }")"
    else
        echo "  not all endpoints are audited; see $work" >&2
    fi
    busy=$(memory_of "$agent_pid")
    stop_telephones
    stop "$agent_pid"
    # What they are configured by is theirs as well: the same program with one line shows what it holds without them.
    start_call_agent 1
    sleep 1
    idle=$(memory_of "$started_pid")
    stop "$started_pid"
    note "mib-of-10000-endpoints-on-wire:tandem" "$(awk "BEGIN { printf \"%.1f\", ($busy - $idle) / 1024 }")"
}

bench_mgcp() {
    local turn
    bench_calls_to_lines
    for turn in $(seq $repeat); do
        bench_endpoints
    done
}
