"""RTP by hand: packets with telephone-events among them, and a count of what comes back (RFC 3550, RFC 4733)."""

import re
import socket
import struct
import threading
import time

from lab import messages, tones

AUDIO, EVENTS = 0, 101


class Party:
    """One side's media: sends to where the SIP messages of its side say, once they do, or to an address.

    What it sends is noise of no frequency unless one is given.
    """

    def __init__(self, port, address="127.0.0.1", frequency=0):
        self.frequency = frequency
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self.socket = socket.socket(family, socket.SOCK_DGRAM)
        self.socket.bind((address, port))
        self.socket.settimeout(0.05)
        self.received = []
        self.sent = 0
        self.stopping = threading.Event()
        self.threads = []

    def start(self, place, count=50, events=()):
        """Sends `count` packets of 20 ms and then the events, to the address in the messages that SIPp writes at `place`, or
        to `place` itself."""
        for target, arguments in ((self._listen, ()), (self._talk, (place, count, events))):
            thread = threading.Thread(target=target, args=arguments, daemon=True)
            thread.start()
            self.threads.append(thread)

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join(5)
        self.socket.close()

    def events(self):
        """The digits that came: one for each distinct start, with the longest duration that was seen of it."""
        found = {}
        for packet in self.received:
            if packet[1] & 0x7F == EVENTS and len(packet) >= 16:
                start = struct.unpack("!I", packet[4:8])[0]
                event, _, duration = struct.unpack("!BBH", packet[12:16])
                found[start] = (event, max(duration, found.get(start, (0, 0))[1]))
        return list(found.values())

    def heard(self):
        """The frequency in the middle of what came, or 0."""
        return self._frequency(self.received)

    def hears(self):
        """The frequency of the last second, or 0."""
        return self._frequency(self.received[-50:])

    @staticmethod
    def _frequency(packets):
        return tones.frequency(b"".join(packet[12:] for packet in packets if packet[1] & 0x7F == AUDIO))

    def audio(self):
        return sum(1 for packet in self.received if packet[1] & 0x7F == AUDIO)

    def _listen(self):
        while not self.stopping.is_set():
            try:
                packet = self.socket.recv(2048)
            except (TimeoutError, ConnectionError):
                continue
            # osmo-mgw sends one octet to open the way through translators.
            if len(packet) >= 12:
                self.received.append(packet)

    def _talk(self, place, count, events):
        while not (target := place if isinstance(place, tuple) else self._target(place)):
            if self.stopping.wait(0.02):
                return
        sequence, stamp = 1000, 16000
        for number in range(count):
            payload = tones.packet(self.frequency, number) if self.frequency else b"\xd5" * 160
            self._send(target, AUDIO, sequence, stamp, payload, number == 0)
            sequence, stamp = sequence + 1, stamp + 160
            if self.stopping.wait(0.02):
                return
        for event in events:
            for step in range(1, 8):
                is_end = step > 5
                duration = 160 * min(step, 6)
                payload = struct.pack("!BBH", event, (0x80 if is_end else 0) | 10, duration)
                self._send(target, EVENTS, sequence, stamp, payload, step == 1)
                sequence += 1
                time.sleep(0.02)
            stamp += 8000

    def _send(self, target, kind, sequence, stamp, payload, is_first):
        header = struct.pack("!BBHII", 0x80, kind | (0x80 if is_first else 0), sequence, stamp, 0x7A0D)
        self.socket.sendto(header + payload, target)
        self.sent += 1

    @staticmethod
    def _target(path):
        for message in reversed(messages.received(messages.read(path))):
            line = re.search(r"^m=audio (\d+) ", message.body, re.MULTILINE)
            host = re.search(r"^c=IN IP[46] (\S+)", message.body, re.MULTILINE)
            if line and host:
                return host.group(1), int(line.group(1))
        return None
