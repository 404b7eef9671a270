"""Reads what SIPp wrote down of a call, and judges what both ends saw of each other."""

import dataclasses
import re

_SEPARATOR = re.compile(r"^-{20,} .*$", re.MULTILINE)
_TITLE = re.compile(r"\s*(?:UDP|TCP) message (sent|received)[^\n]*:\n\n")


@dataclasses.dataclass
class Message:
    """One SIP message as one end sent or received it."""

    is_sent: bool
    text: str

    @property
    def start(self):
        return self.text.split("\n", 1)[0].strip()

    @property
    def status(self):
        """The status of a response, 0 for a request."""
        return int(self.start.split()[1]) if self.start.startswith("SIP/2.0 ") else 0

    @property
    def method(self):
        """The method of a request, or of the request that a response answers."""
        return (self.header("CSeq") or " ").rsplit(" ", 1)[-1]

    def header(self, name):
        found = re.search(rf"^{re.escape(name)}\s*:[ \t]*(.*?)[ \t\r]*$", self.text, re.MULTILINE | re.IGNORECASE)
        return found.group(1) if found else None

    @property
    def body(self):
        return re.split(r"\r?\n\r?\n", self.text, maxsplit=1)[-1] if self.header("Content-Type") else ""


def read(path):
    """The messages of a file that SIPp wrote with -trace_msg, in order."""
    found = []
    for part in _SEPARATOR.split(path.read_text(errors="replace")) if path.exists() else []:
        title = _TITLE.match(part)
        if title:
            found.append(Message(title.group(1) == "sent", part[title.end():]))
    return found


def received(messages):
    return [message for message in messages if not message.is_sent]


def heard(messages, status):
    """What was received with a status."""
    return [message for message in received(messages) if message.status == status]


def leaks(caller, callee):
    """What identifies one leg and still appears on the other: Call-ID, tags, branches, addresses (RFC 7092 §3.1)."""
    return sorted(
        token
        for own, other in ((caller, callee), (callee, caller))
        for token in _tokens(own)
        if any(token in message.text for message in other)
    )


def _tokens(messages):
    """The identifiers of a leg, and where its peer lives."""
    tokens = set()
    for message in messages:
        tokens |= set(re.findall(r";tag=([^;\s]+)", message.text))
        tokens |= set(re.findall(r"^Call-ID:\s*(\S+)", message.text, re.MULTILINE | re.IGNORECASE))
        tokens |= set(re.findall(r";branch=([^;\s]+)", message.text))
        if message.is_sent:
            tokens |= set(re.findall(r"^Contact:[^<\n]*<sip:[^@>\n]*@([^;>\s]+)", message.text, re.MULTILINE))
    return tokens
