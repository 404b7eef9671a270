# How each peer is started. Each function leaves its pid in $started_pid.

start_kamailio() {
    start kamailio kamailio -DD -E -f "$here/peers/kamailio.cfg" -m 512 -M 16 -w "$work"
    await_port $peer_ip $peer_port
    sleep 1
}

# The dialplan context is `direct` (signaling only) or `relay` (media anchored).
start_tandem() {
    mkdir -p "$work/tandem"
    sed "s/CONTEXT/$1/" "$here/peers/tandem.yaml" >"$work/tandem/tandem.yaml"
    cp "$here/peers/bench.xml" "$work/tandem/"
    start "tandem-$1" "$tandem" run --config "$work/tandem/tandem.yaml"
    await_port $peer_ip $peer_port
    sleep 0.5
}

start_rtpengine() {
    start rtpengine rtpengine -f -E --table=-1 --interface=127.0.9.4 --listen-ng=127.0.9.5:12223 --port-min=10000 \
        --port-max=59999 --num-threads=1 --timeout=0 --silent-timeout=0 --log-level=3 --delete-delay=0
    await_port 127.0.9.5 12223
    sleep 1
}

# The bare forwarder for a number of calls; its targets are in $work/forwarder.targets.
start_forwarder() {
    start forwarder "$work/forwarder" "$1" 127.0.9.4 10000 $media_a $media_b "$work/forwarder.targets"
    sleep 0.5
}
