"""A name server for one zone, small enough to be read."""

import socket
import struct
import threading

TYPES = {"A": 1, "AAAA": 28, "SRV": 33, "NAPTR": 35}


class NameServer:
    """Answers from a table of (name, type) to records; what is not in it does not exist."""

    def __init__(self, port, zone):
        self.zone = {(name.lower(), TYPES[kind]): records for (name, kind), records in zone.items()}
        self.names = {name for name, _ in self.zone}
        self.asked = []
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", port))
        self.thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.socket.sendto(b"", self.socket.getsockname())
        self.thread.join(5)
        self.socket.close()

    def _serve(self):
        while True:
            query, peer = self.socket.recvfrom(4096)
            if not query:
                return
            self.socket.sendto(self._answer(query), peer)

    def _answer(self, query):
        name, end = self._name(query, 12)
        kind = struct.unpack("!H", query[end:end + 2])[0]
        self.asked.append((name, kind))
        records = self.zone.get((name, kind), [])
        status = 0 if records or name in self.names else 3
        answers = b"".join(b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(record)) + record for record in records)
        return query[:2] + struct.pack("!HHHHH", 0x8580 | status, 1, len(records), 0, 0) + query[12:end + 4] + answers

    @staticmethod
    def _name(message, place):
        labels = []
        while message[place]:
            labels.append(message[place + 1:place + 1 + message[place]].decode().lower())
            place += message[place] + 1
        return ".".join(labels), place + 1


def address(text):
    family = socket.AF_INET6 if ":" in text else socket.AF_INET
    return socket.inet_pton(family, text)


def service(priority, weight, port, target):
    """An SRV record's data (RFC 2782)."""
    labels = b"".join(bytes([len(label)]) + label.encode() for label in target.split("."))
    return struct.pack("!HHH", priority, weight, port) + labels + b"\0"
