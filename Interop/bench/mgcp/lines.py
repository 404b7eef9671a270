#!/usr/bin/env python3
"""lines.py COUNT CALL-AGENT GATEWAY: the part of Tandem's configuration for a gateway with that many telephones."""

import sys

count, agent, gateway = int(sys.argv[1]), sys.argv[2], sys.argv[3]
print(f"mgcp:\n  address: {agent}\ngateways:\n  - {{name: house, domain: house, addresses: {gateway}}}\nlines:")
for line in range(count):
    print(f"  - {{name: l{line:02}, gateway: house, endpoint: aaln/{line + 1}, number: \"1{line:05}\", context: telephones}}")
