#!/usr/bin/env python3
"""lines.py COUNT CALL-AGENT GATEWAY QUARANTINE: the part of Tandem's configuration for a gateway with that many telephones."""

import sys

count, agent, gateway, quarantine = int(sys.argv[1]), *sys.argv[2:]
house = f"{{name: house, domain: house, addresses: {gateway}, quarantine: {quarantine}}}"
print(f"mgcp:\n  address: {agent}\ngateways:\n  - {house}\nlines:")
for line in range(count):
    print(f"  - {{name: l{line:02}, gateway: house, endpoint: aaln/{line + 1}, number: \"1{line:05}\", context: telephones}}")
