#!/usr/bin/env python3
"""totals.py COUNT FILE...: of SIPp's statistics, the caller's first: calls that succeeded, that did not, repeats."""

import csv
import sys


def last_row(path):
    try:
        with open(path) as file:
            return list(csv.DictReader(file, delimiter=";"))[-1]
    except (OSError, IndexError):
        return {}


rows = [last_row(path) for path in sys.argv[2:]]
succeeded = int(rows[0].get("SuccessfulCall(C)") or 0)
print(succeeded, int(sys.argv[1]) - succeeded, sum(int(row.get("Retransmissions(C)") or 0) for row in rows))
