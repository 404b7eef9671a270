#!/usr/bin/env python3
"""Of `tandem endpoints --json`: how many endpoints were audited."""

import json
import sys

try:
    endpoints = json.load(sys.stdin)
except ValueError:
    endpoints = []
print(sum(1 for endpoint in endpoints if endpoint.get("audit_seconds_ago") is not None))
