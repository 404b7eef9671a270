# Both directions of many G.711 calls through one relay: time for each packet, loss, latency.

# How many calls make a rate: each has 100 packets a second.
calls_for() { echo $(($1 / 100)); }

# open_relay PEER COUNT: starts a peer with calls set up; its pid is in $relay, its targets in $targets.
open_relay() {
    local line
    targets=$work/$1.targets
    case $1 in
    forwarder)
        start_forwarder "$2"
        relay=$started_pid
        return
        ;;
    rtpengine)
        start_rtpengine
        coproc keeper { exec python3 "$here/media/sessions.py" "$2" "$targets"; }
        ;;
    tandem)
        start_tandem relay
        coproc keeper { exec python3 "$here/media/calls.py" "$2" "$targets"; }
        ;;
    esac
    relay=$started_pid
    keeper_input=${keeper[1]} keeper_process=$keeper_PID
    read -r -t 180 -u "${keeper[0]}" line
    [ "$line" = "ready $2" ] || echo "  $1: ${line:-no calls}" >&2
    if grep -qv '^127\.0\.9\.4 [0-9]* 127\.0\.9\.4 ' "$targets"; then
        echo "$1 does not carry the media of every call; see $targets" >&2
        exit 1
    fi
}

close_relay() {
    if [ "$1" != forwarder ]; then
        exec {keeper_input}>&-
        wait "$keeper_process" 2>/dev/null
    fi
    stop "$relay"
}

# load PEER RATE OPTIONS: one window; prints the generator's figures.
load() {
    local count=$(calls_for "$2")
    shift 2
    $on_load $(urgently) "$work/load" -t "$targets" -A $media_a -B $media_b -n "$count" -s "$media_seconds" -p "$relay" "$@"
}

# figure NAME LINE: the value of name=value.
figure() { sed -n "s/.*\b$1=\([^ ]*\).*/\1/p" <<<"$2"; }

# Real-time priority for both sides, where it is allowed: other work on the machine is then not in the figures.
urgent() { chrt -a -f -p 1 "$1" >/dev/null 2>&1; }
urgently() { chrt -f 1 true 2>/dev/null && echo chrt -f 1; }

# The rates rise, and a pause lets queues empty: what one window leaves behind would be the next one's latency.
measure_relay() {
    local line
    open_relay "$1" 1000
    urgent "$relay"
    line=$(load "$1" 25000 -b 4 -l)
    note "us-per-packet@25000:$1" "$(figure cpu_us_per_packet "$line")"
    note "latency-us-p50@25000:$1" "$(figure p50_us "$line")"
    note "latency-us-p99@25000:$1" "$(figure p99_us "$line")"
    sleep 1
    line=$(load "$1" 80000 -b 16 -l)
    note "us-per-packet@80000:$1" "$(figure cpu_us_per_packet "$line")"
    sleep 1
    line=$(load "$1" 100000 -b 16 -l)
    note "lost-of-100000-per-second:$1" "$(figure lost "$line")"
    close_relay "$1"
}

# Strangers send 100,000 packets a second to every media port of Tandem: what reaches them or the parties was forwarded.
spray() {
    local line listener forwarded
    open_relay tandem 1000
    python3 "$here/media/listen.py" $((media_seconds + 4)) >"$work/forwarded" &
    listener=$!
    urgent "$relay"
    line=$(media_a=127.0.9.66:40000 media_b=127.0.9.67:42000 load tandem 100000 -b 16 -l)
    wait $listener
    forwarded=$(($(figure sent "$line") - $(figure lost "$line") + $(cat "$work/forwarded")))
    note "foreign-forwarded-at-100000-per-second:tandem" $forwarded
    close_relay tandem
}

bench_media() {
    local turn peer
    media_seconds=$((seconds < 10 ? seconds / 2 : 8))
    gcc -O2 -o "$work/forwarder" "$here/media/forwarder.c" && gcc -O2 -o "$work/load" "$here/media/load.c" || exit 1
    for turn in $(seq $repeat); do
        for peer in ${MEDIA_PEERS:-forwarder rtpengine tandem}; do
            measure_relay $peer
        done
    done
    case " ${MEDIA_PEERS:-tandem} " in *" tandem "*) spray ;; esac
}
