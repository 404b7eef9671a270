#!/usr/bin/env python3
"""Sets up sessions in rtpengine over its ng protocol and keeps them until its input ends.

sessions.py COUNT TARGETS: as calls.py, for a relay that has no signaling of its own.
"""

import re
import socket
import sys

CONTROL = ("127.0.9.5", 12223)
CALLER_MEDIA = ("127.0.9.20", 40000)
CALLEE_MEDIA = ("127.0.9.21", 42000)


def encode(value):
    if isinstance(value, dict):
        return b"d" + b"".join(encode(key) + encode(value[key]) for key in sorted(value)) + b"e"
    if isinstance(value, list):
        return b"l" + b"".join(map(encode, value)) + b"e"
    octets = value.encode()
    return b"%d:%s" % (len(octets), octets)


def description(media):
    return (
        f"v=0\r\no=- 1 1 IN IP4 {media[0]}\r\ns=-\r\nc=IN IP4 {media[0]}\r\nt=0 0\r\n"
        f"m=audio {media[1]} RTP/AVP 0 101\r\na=rtpmap:0 PCMU/8000\r\n"
        "a=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n"
    )


class Control:
    def __init__(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.settimeout(1)
        self.cookie = 0

    def ask(self, **command):
        self.cookie += 1
        mark = b"bench%d " % self.cookie
        for _ in range(5):
            self.socket.sendto(mark + encode(command), CONTROL)
            try:
                answer = self.socket.recv(65535)
                while not answer.startswith(mark):
                    answer = self.socket.recv(65535)
                return answer.decode("utf-8", "replace")
            except TimeoutError:
                continue
        sys.exit("rtpengine does not answer")


def media_address(answer):
    host = re.search(r"c=IN IP4 (\S+)", answer)
    port = re.search(r"m=audio (\d+)", answer)
    return (host[1], int(port[1])) if host and port else sys.exit(f"rtpengine refuses: {answer}")


def main():
    control, count = Control(), int(sys.argv[1])
    with open(sys.argv[2], "w") as file:
        for number in range(count):
            names = {"call-id": f"bench-{number}", "from-tag": "a", "replace": ["origin", "session-connection"]}
            options = {"ICE": "remove", "rtcp-mux": ["demux"]}
            offer = control.ask(command="offer", sdp=description(CALLER_MEDIA), **names, **options)
            names["to-tag"] = "b"
            answer = control.ask(command="answer", sdp=description(CALLEE_MEDIA), **names, **options)
            print(*media_address(answer), *media_address(offer), file=file)
    print("ready", count, flush=True)
    sys.stdin.read()


main()
