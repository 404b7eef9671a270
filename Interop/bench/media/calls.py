#!/usr/bin/env python3
"""Sets up calls through a B2BUA, whose both parties it plays, and keeps them until its input ends.

calls.py COUNT TARGETS: prints "ready N" when the calls are up; TARGETS then has a line for each call with the relay's
addresses, first the one that the caller sends to, then the callee's. The parties' media addresses are those of `load`.
"""

import re
import select
import socket
import sys
import time

GATEWAY = ("127.0.9.1", 15060)
CALLER = ("127.0.9.2", 15070)
CALLEE = ("127.0.9.3", 15080)
CALLER_MEDIA = ("127.0.9.20", 40000)
CALLEE_MEDIA = ("127.0.9.21", 42000)
RATE = 100


def bound(address):
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
    made.bind(address)
    made.setblocking(False)
    return made


def description(name, media):
    return (
        f"v=0\r\no={name} 1 1 IN IP4 {media[0]}\r\ns=-\r\nc=IN IP4 {media[0]}\r\nt=0 0\r\n"
        f"m=audio {media[1]} RTP/AVP 0 101\r\na=rtpmap:0 PCMU/8000\r\n"
        "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=ptime:20\r\na=sendrecv\r\n"
    )


def media_address(body):
    host = re.search(r"^c=IN IP4 (\S+)", body, re.M)
    port = re.search(r"^m=audio (\d+)", body, re.M)
    return (host[1], int(port[1])) if host and port else None


class Message:
    def __init__(self, octets):
        head, _, self.body = octets.decode("utf-8", "replace").partition("\r\n\r\n")
        self.start, *lines = head.split("\r\n")
        self.headers = {}
        for line in lines:
            name, _, value = line.partition(":")
            self.headers.setdefault(name.strip().lower(), []).append(value.strip())

    def first(self, name):
        return self.headers.get(name, [""])[0]

    def method(self):
        return self.first("cseq").split()[-1]


def render(start, headers, body=""):
    lines = [start] + [f"{name}: {value}" for name, value in headers]
    if body:
        lines.append("Content-Type: application/sdp")
    return ("\r\n".join(lines + [f"Content-Length: {len(body)}", "", body])).encode()


class Calls:
    def __init__(self, count):
        self.caller, self.callee = bound(CALLER), bound(CALLEE)
        self.count = count
        self.up, self.refused, self.ended = {}, {}, set()
        self.sent, self.caller_side, self.callee_side = {}, {}, {}

    def common(self, number, method, branch, to):
        return [
            ("Via", f"SIP/2.0/UDP {CALLER[0]}:{CALLER[1]};branch=z9hG4bK-{branch}-{number}"),
            ("Max-Forwards", "70"),
            ("From", f"<sip:caller@{CALLER[0]}:{CALLER[1]}>;tag=from{number}"),
            ("To", to),
            ("Call-ID", f"bench-{number}@{CALLER[0]}"),
            ("CSeq", f"{2 if method == 'BYE' else 1} {method}"),
            ("Contact", f"<sip:caller@{CALLER[0]}:{CALLER[1]}>"),
        ]

    def invite(self, number):
        uri = f"sip:c{number}@{GATEWAY[0]}:{GATEWAY[1]}"
        headers = self.common(number, "INVITE", "invite", f"<{uri}>")
        self.caller.sendto(render(f"INVITE {uri} SIP/2.0", headers, description("a", CALLER_MEDIA)), GATEWAY)
        self.sent[number] = time.monotonic()

    def in_dialog(self, number, method):
        uri, to, routes = self.up[number]
        headers = self.common(number, method, method.lower(), to) + [("Route", route) for route in routes]
        self.caller.sendto(render(f"{method} {uri} SIP/2.0", headers), GATEWAY)

    def hear_caller(self, message):
        found = re.match(r"bench-(\d+)@", message.first("call-id"))
        if not found or not message.start.startswith("SIP/2.0 "):
            return
        number, status = int(found[1]), int(message.start.split()[1])
        if message.method() == "BYE" and status >= 200:
            self.ended.add(number)
        if message.method() != "INVITE" or status < 200:
            return
        if status >= 300:
            self.refused[number] = status
            headers = self.common(number, "ACK", "invite", message.first("to"))
            self.caller.sendto(render(f"ACK sip:c{number}@{GATEWAY[0]}:{GATEWAY[1]} SIP/2.0", headers), GATEWAY)
            return
        contact = re.search(r"<([^>]+)>", message.first("contact"))
        routes = list(reversed(message.headers.get("record-route", [])))
        self.up[number] = (contact[1] if contact else f"sip:{GATEWAY[0]}:{GATEWAY[1]}", message.first("to"), routes)
        self.caller_side[number] = media_address(message.body)
        self.in_dialog(number, "ACK")

    def hear_callee(self, message, source):
        if message.start.startswith("SIP/2.0 ") or message.method() == "ACK":
            return
        found = re.match(r"\w+ sip:c(\d+)@", message.start)
        headers = [("Via", via) for via in message.headers["via"]]
        headers += [("Record-Route", route) for route in message.headers.get("record-route", [])]
        to = message.first("to")
        to += "" if "tag=" in to else f";tag=to{found[1] if found else 0}"
        headers += [("From", message.first("from")), ("To", to), ("Call-ID", message.first("call-id"))]
        headers += [("CSeq", message.first("cseq")), ("Contact", f"<sip:{self.contact(found)}>")]
        is_invite = message.method() == "INVITE"
        if is_invite and found and media_address(message.body):
            self.callee_side[int(found[1])] = media_address(message.body)
        body = description("b", CALLEE_MEDIA) if is_invite else ""
        self.callee.sendto(render("SIP/2.0 200 OK", headers, body), source)

    @staticmethod
    def contact(found):
        return f"{'c' + found[1] if found else 'callee'}@{CALLEE[0]}:{CALLEE[1]}"

    def pump(self, seconds, also=()):
        ready, _, _ = select.select([self.caller, self.callee, *also], [], [], seconds)
        for made in ready:
            for _ in range(64 if made in (self.caller, self.callee) else 0):
                try:
                    octets, source = made.recvfrom(65535)
                except BlockingIOError:
                    break
                if made is self.caller:
                    self.hear_caller(Message(octets))
                else:
                    self.hear_callee(Message(octets), source)
        return ready

    def set_up(self):
        start = time.monotonic()
        placed = 0
        while len(self.up) + len(self.refused) < self.count and time.monotonic() - start < self.count / RATE + 60:
            while placed < min(self.count, int((time.monotonic() - start) * RATE) + 1):
                self.invite(placed)
                placed += 1
            self.pump(0.01)
            for number in range(placed):
                silent = number not in self.up and number not in self.refused
                if silent and time.monotonic() - self.sent[number] > 2:
                    self.invite(number)

    def write(self, path):
        with open(path, "w") as file:
            for number in sorted(self.up):
                sides = (self.caller_side.get(number), self.callee_side.get(number))
                if all(sides):
                    print(*sides[0], *sides[1], file=file)

    def keep(self):
        while sys.stdin not in self.pump(1, [sys.stdin]):
            pass

    def tear_down(self):
        for number in self.up:
            self.in_dialog(number, "BYE")
            self.pump(0.005)
        deadline = time.monotonic() + 5
        while len(self.ended) < len(self.up) and time.monotonic() < deadline:
            self.pump(0.1)


def main():
    calls = Calls(int(sys.argv[1]))
    calls.set_up()
    calls.write(sys.argv[2])
    print("ready", len(calls.up), *(f"refused:{status}" for status in set(calls.refused.values())), flush=True)
    calls.keep()
    calls.tear_down()


main()
