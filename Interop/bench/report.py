#!/usr/bin/env python3
"""report.py RESULTS: one table of medians, with the ratio to the yardstick of each row and what is asked for."""

import statistics
import sys

# Measure, what it is called, yardstick, and the goal for each of ours: ("<=", factor) of the yardstick or a number.
ROWS = [
    ("ns-per-parse", "ns to parse an ordinary INVITE", "", {"tandem": "<= 5000"}),
    ("allocations-per-parse", "allocations to parse it", "", {"tandem": "<= 1"}),
    ("ns-per-mgcp-parse", "ns to parse an ordinary CRCX", "", {"tandem": "<= 4000"}),
    ("allocations-per-mgcp-parse", "allocations to parse it", "", {"tandem": "<= 1"}),
    ("ms-of-worst-message", "ms for the worst 64 KB message", "", {"tandem": "<= 10"}),
    ("kib-of-worst-message", "KiB for the worst 64 KB message", "", {"tandem": "<= 2048"}),
    ("us-of-median-decision-strict", "µs to decide over 5,000 extensions", "pcre2", {"tandem": "<= 20"}),
    ("us-of-worst-decision-strict", "µs for the worst number", "pcre2", {"tandem": "<= 100"}),
    ("us-of-median-decision-fs", "µs over 5,000, fs mode", "pcre2", {"tandem": "<= 20"}),
    ("us-of-worst-decision-fs", "µs for the worst number", "pcre2", {"tandem": "<= 100"}),
    ("allocations-per-decision-strict", "allocations of a decision", "", {}),
    ("allocations-per-decision-fs", "allocations of one, fs mode", "", {}),
    ("ms-to-prepare-5000-strict", "ms to prepare 5,000 extensions", "", {}),
    ("ms-to-prepare-5000-fs", "ms to prepare 5,000, fs mode", "", {}),
    ("kib-to-prepare-5000-strict", "KiB to prepare 5,000 extensions", "", {}),
    ("kib-to-prepare-5000-fs", "KiB to prepare 5,000, fs mode", "", {}),
    ("ms-of-hostile-number-strict", "ms for 64 KB against 1,000", "", {"tandem": "<= 50"}),
    ("ms-of-hostile-number-fs", "ms for 64 KB against 1,000, fs", "", {"tandem": "<= 50"}),
    ("cpu-us-per-call@100", "CPU µs per call at 100 calls/s", "kamailio", {"tandem": "<= 0.90x", "tandem-relay": "<= 1.30x"}),
    ("calls-per-second", "calls/s without failures", "kamailio", {"tandem": ">= 1.10x"}),
    ("kib-per-held-call", "KiB per held call", "kamailio", {"tandem": "<= 24", "tandem-relay": "<= 32"}),
    ("cpu-us-per-anchored-call@100", "CPU µs per anchored call", "sip-sip", {"sip-line": "<= 1.00x"}),
    ("ns-per-replayed-call", "ns per anchored call, replayed", "sip-sip", {"sip-line": "<= 1.00x"}),
    ("allocations-per-replayed-call", "allocations of it", "sip-sip", {}),
    ("mib-of-10000-endpoints", "MiB of 10,000 endpoints", "", {"tandem": "<= 64"}),
    ("mib-of-10000-endpoints-on-wire", "MiB of 10,000 endpoints, process", "", {"tandem": "<= 64"}),
    ("seconds-to-audit-10000", "seconds to audit 10,000 endpoints", "", {"tandem": "<= 60"}),
    ("us-per-packet@25000", "CPU µs per packet at 25,000/s", "forwarder", {"tandem": "<= 1.15x"}),
    ("us-per-packet@80000", "CPU µs per packet at 80,000/s", "forwarder", {"tandem": "<= 1.15x"}),
    ("latency-us-p50@25000", "latency p50 µs at 25,000/s", "forwarder", {"tandem": "<= +5"}),
    ("latency-us-p99@25000", "latency p99 µs at 25,000/s", "forwarder", {}),
    ("lost-of-100000-per-second", "packets lost at 100,000/s", "forwarder", {"tandem": "<= +0"}),
    ("foreign-forwarded-at-100000-per-second", "foreign packets forwarded", "forwarder", {"tandem": "<= 0"}),
]


def read(path):
    figures = {}
    with open(path) as file:
        for line in file:
            name, value = line.split()
            measure, peer = name.rsplit(":", 1)
            figures.setdefault(measure, {}).setdefault(peer, []).append(float(value))
    return figures


def is_met(goal, value, yardstick):
    comparison, bound = goal.split()
    if bound.endswith("x"):
        bound = float(bound[:-1]) * yardstick
    elif bound.startswith("+"):
        bound = yardstick + float(bound)
    else:
        bound = float(bound)
    return value <= bound if comparison == "<=" else value >= bound


def main():
    figures = read(sys.argv[1])
    print(f"{'':34} {'peer':14} {'median':>10} {'min':>10} {'max':>10} {'ratio':>7}  goal")
    for measure, title, yardstick, goals in ROWS:
        peers = figures.get(measure, {})
        base = statistics.median(peers[yardstick]) if yardstick in peers else None
        for peer, values in peers.items():
            median = statistics.median(values)
            ratio = f"{median / base:.2f}" if base else "-"
            goal, verdict = goals.get(peer, ""), ""
            if goal and (base is not None or goal[-1] not in "x" and "+" not in goal):
                verdict = "met" if is_met(goal, median, base or 0) else "MISSED"
            print(f"{title:34} {peer:14} {median:10.2f} {min(values):10.2f} {max(values):10.2f} {ratio:>7}  {goal} {verdict}")
            title = ""


main()
