"""The two ends of a call as SIPp plays them, each written from its steps in order."""

from xml.sax.saxutils import quoteattr

METHODS = "INVITE, ACK, BYE, CANCEL, PRACK, UPDATE, INFO"

_DESCRIPTION = """v=0
o=peer 1 {version} IN IP[media_ip_type] [media_ip]
s=-
c=IN IP[media_ip_type] {address}
t=0 0
"""
_AUDIO = """m=audio {port} RTP/AVP {formats}
a=rtpmap:0 PCMU/8000
a=rtpmap:101 telephone-event/8000
a={direction}
"""
_FAX = """m=image {port} udptl t38
a=T38FaxVersion:0
a=T38MaxBitRate:14400
a=T38FaxRateManagement:transferredTCF
a=T38FaxUdpEC:t38UDPRedundancy
"""


def audio(direction="sendrecv", version=1, address="[media_ip]", port=6000, formats="0 101"):
    """A description of one audio stream."""
    head = _DESCRIPTION.format(version=version, address=address)
    return head + _AUDIO.format(port=port, formats=formats, direction=direction)


def fax(version=1, port=6010):
    """A description of one fax stream (ITU-T T.38 annex D)."""
    return _DESCRIPTION.format(version=version, address="[media_ip]") + _FAX.format(port=port)


class End:
    """What both ends can do; a subclass says how its dialog is named."""

    def __init__(self):
        self.steps = []
        self.variables = []
        self.sequence = 0
        self.invite_step = 0
        self.invite_sequence = 0
        self.has_dialog = False
        self.methods = METHODS

    # Requests

    def _dialog_lines(self):
        raise NotImplementedError

    def _request(self, method, sequence, extra=(), body="", branch="[branch]", uri="[next_url]", lines=None):
        text = [
            f"{method} {uri} SIP/2.0",
            f"Via: SIP/2.0/[transport] [local_ip]:[local_port];branch={branch}",
            *(lines or [*self._dialog_lines(), "[routes]"]),
            "Call-ID: [call_id]",
            f"CSeq: {sequence} {method}",
            f"Contact: <sip:{self.user}@[local_ip]:[local_port];transport=[transport]>",
            f"Allow: {self.methods}",
            "Max-Forwards: 70",
            *extra,
        ]
        return self._message(text, body)

    def request(self, method, body="", extra=()):
        """Sends a request within the dialog and repeats it until something comes back."""
        self.sequence += 1
        if method == "INVITE":
            self.invite_step, self.invite_sequence, self.has_dialog = len(self.steps), self.sequence, True
        return self._send(self._request(method, self.sequence, extra, body), True)

    def reinvite(self, body="", extra=()):
        return self.request("INVITE", body, extra)

    def bye(self):
        return self.request("BYE").expect(200)

    def ack(self, body=""):
        """Acknowledges a 2xx."""
        return self._send(self._request("ACK", self.invite_sequence, (), body))

    def ack_refusal(self):
        """Acknowledges another final response, in the transaction of the INVITE (RFC 3261 §17.1.1.3)."""
        branch = f"[branch-{len(self.steps) - self.invite_step}]"
        return self._send(self._request("ACK", self.invite_sequence, (), "", branch))

    # Responses

    def reply(self, status=200, phrase="OK", body="", extra=(), to=None, repeats=False):
        """Answers the latest request, or the one that was saved under a name."""
        if to is None:
            copied = ["[last_Via:]", "[last_From:]", "[last_To:]", "[last_CSeq:]"]
        else:
            copied = [f"{name}:[${to}{name.lower()}]" for name in ("Via", "From", "To", "CSeq")]
        return self._response(status, phrase, copied, body, extra, repeats)

    def _response(self, status, phrase, copied, body, extra, repeats):
        text = [
            f"SIP/2.0 {status} {phrase}",
            *copied,
            "[last_Call-ID:]",
            f"Contact: <sip:{self.user}@[local_ip]:[local_port];transport=[transport]>",
            f"Allow: {self.methods}",
            *extra,
        ]
        return self._send(self._message(text, body), repeats)

    # What is waited for

    def may_get(self, status):
        """A response that need not come, or not every time."""
        return self.expect(status, optional=True)

    def expect(self, status, check=None, optional=False, reads_rseq=False):
        """Waits for a response; `check` is a regular expression that its text must match."""
        actions = self._checks(check)
        if reads_rseq:
            actions += self._read("[0-9]+", "rseq", 'search_in="hdr" header="RSeq:"')
        attributes = (' rrs="true"' if status > 100 else "") + (' optional="true"' if optional else "")
        return self._step(f'<recv response="{status}"{attributes}>{self._action(actions)}</recv>')

    def expect_request(self, method, check=None, saves=None):
        """Waits for a request; `saves` names what is kept of it to answer it later."""
        actions = self._checks(check)
        if saves is not None:
            for name in ("Via", "From", "To", "CSeq"):
                actions += self._read(".*", saves + name.lower(), f'search_in="hdr" header="{name}:"')
        target = ' rrs="true"' if method == "INVITE" else ""
        return self._step(f'<recv request="{method}"{target}>{self._action(actions)}</recv>')

    def pause(self, milliseconds):
        return self._step(f'<pause milliseconds="{milliseconds}"/>')

    def play(self, capture):
        """Sends a capture's RTP packets to where the other side's description says."""
        return self._step(f'<nop><action><exec play_pcap_audio="{capture}"/></action></nop>')

    def xml(self):
        """The scenario as SIPp reads it."""
        reference = f'<Reference variables="{",".join(self.variables)}"/>\n' if self.variables else ""
        return (
            '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE scenario SYSTEM "sipp.dtd">\n'
            '<scenario name="interop">\n' + "\n".join(self.steps) + f"\n{reference}</scenario>\n"
        )

    # Writing

    def _checks(self, check):
        return self._read(check, "seen", 'search_in="msg" check_it="true"') if check else ""

    def _read(self, expression, variable, where):
        if variable not in self.variables:
            self.variables.append(variable)
        return f"<ereg regexp={quoteattr(expression)} {where} assign_to=\"{variable}\"/>"

    @staticmethod
    def _action(actions):
        return f"<action>{actions}</action>" if actions else ""

    @staticmethod
    def _message(lines, body):
        if body:
            lines = [*lines, "Content-Type: application/sdp"]
        return "\n".join([*lines, "Content-Length: [len]", "", body])

    def _send(self, text, repeats=False):
        attribute = ' retrans="500"' if repeats else ""
        return self._step(f"<send{attribute}><![CDATA[\n{text}\n]]></send>")

    def _step(self, step):
        self.steps.append(step)
        return self


class Caller(End):
    """The end that sends the first INVITE, to the number that SIPp is started with."""

    user = "caller"
    _tag = "[pid]caller[call_number]"

    def _dialog_lines(self):
        return [
            f"From: <sip:caller@[local_ip]:[local_port]>;tag={self._tag}",
            "To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]",
        ]

    def _first_lines(self):
        return [
            f"From: <sip:caller@[local_ip]:[local_port]>;tag={self._tag}",
            "To: <sip:[service]@[remote_ip]:[remote_port]>",
        ]

    def invite(self, body=None, extra=()):
        """Sends the INVITE; without `body` it offers audio, with an empty one nothing."""
        self.sequence += 1
        self.invite_step, self.invite_sequence = len(self.steps), self.sequence
        offer = audio() if body is None else body
        return self._first("INVITE", "[branch]", extra, offer).may_get(100)

    def cancel(self):
        """Sends the CANCEL of the INVITE (RFC 3261 §9.1)."""
        return self._first("CANCEL", f"[branch-{len(self.steps) - self.invite_step}]")

    def ack_refusal(self):
        branch = f"[branch-{len(self.steps) - self.invite_step}]"
        if self.has_dialog:
            return self._send(self._request("ACK", self.invite_sequence, (), "", branch))
        uri = "sip:[service]@[remote_ip]:[remote_port]"
        return self._send(self._request("ACK", self.invite_sequence, (), "", branch, uri, self._dialog_lines()))

    def prack(self, body=""):
        return self.request("PRACK", body, [f"RAck: [$rseq] {self.invite_sequence} INVITE"]).expect(200)

    def _first(self, method, branch, extra=(), body=""):
        uri = "sip:[service]@[remote_ip]:[remote_port]"
        text = self._request(method, self.invite_sequence, extra, body, branch, uri, self._first_lines())
        return self._send(text, True)


class Callee(End):
    """The end that gets the first INVITE."""

    user = "callee"
    _tag = "[pid]callee[call_number]"

    def __init__(self, check=None):
        super().__init__()
        self.expect_request("INVITE", check, saves="first")

    def _dialog_lines(self):
        return [f"From:[$firstto];tag={self._tag}", "To:[$firstfrom]"]

    def respond(self, status, phrase="Answer", body="", extra=(), branch=""):
        """Answers the first INVITE; what was saved of it is needed once another request has come.

        `branch` tells the phones apart that a proxy lets ring for one number.
        """
        if sum("<recv" in step for step in self.steps) == 1:
            copied = ["[last_Via:]", "[last_Record-Route:]", "[last_From:]", f"[last_To:];tag={self._tag}{branch}",
                      "[last_CSeq:]"]
        else:
            copied = ["Via:[$firstvia]", "From:[$firstfrom]", f"To:[$firstto];tag={self._tag}{branch}",
                      "CSeq:[$firstcseq]"]
        return self._response(status, phrase, copied, body, extra, status >= 200)
