"""The messages of RFC 4475, with the verdicts of the corpora beside this repository."""

import os
import pathlib
import subprocess
import sys

from lab.station import GATEWAY, HERE, Skipped, expect, scenario


@scenario
def messages_of_rfc_4475_get_their_verdicts(station):
    corpora = pathlib.Path(os.environ.get("TANDEM_CORPORA", HERE.parent.parent / "shared/corpora"))
    if "TANDEM_CORPORA" not in os.environ and not corpora.exists():
        raise Skipped("there are no corpora; TANDEM_CORPORA names their folder")
    tool = corpora / "tools/run_sip.py"
    expect(tool.exists(), f"there is no {tool}; TANDEM_CORPORA names the folder of the corpora")
    found = sorted(str(path) for path in corpora.glob("**/rfc4475/**/*.dat"))
    expect(found, "the corpora have no messages of RFC 4475")
    done = subprocess.run([sys.executable, str(tool), "--target", f"127.0.0.1:{GATEWAY}", *found],
                          capture_output=True, text=True, timeout=240)
    (station.folder / "messages.log").write_text(done.stdout + done.stderr)
    total = done.stdout.strip().rsplit("\n", 1)[-1]
    expect(done.returncode == 0 and " miss 0 dead 0 " in total, f"not every message got its verdict: {total}")
    return f"{len(found)} messages"
