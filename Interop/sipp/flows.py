"""Call flows that SIPp plays at both ends of Tandem, written from a few steps in order.

`FLOWS` is the table of them: name, number that is called, caller, callee, options of both, and the Q.850 cause of the
callee's leg that the record must show.
"""

AUDIO = """v=0
o=peer 1 {version} IN IP4 [local_ip]
s=-
c=IN IP4 [local_ip]
t=0 0
m=audio {port} RTP/AVP 0 101
a=rtpmap:0 PCMU/8000
a=rtpmap:101 telephone-event/8000
a={direction}"""


def audio(direction="sendrecv", version=1, port=6000):
    return AUDIO.format(direction=direction, version=version, port=port)


def _message(lines, body):
    if body:
        lines = lines + ["Content-Type: application/sdp"]
    return "\n".join(lines + ["Content-Length: [len]", "", body])


def _send(text, retransmits=False):
    attribute = ' retrans="500"' if retransmits else ""
    return "<send%s><![CDATA[\n%s\n]]></send>" % (attribute, text)


class Caller:
    """The side that sends the INVITE."""

    def __init__(self, user="callee"):
        self.user = user
        self.steps = []
        self.sequence = 1
        self.invite_sequence = 1

    def _request(self, method, sequence, extra=(), body="", in_dialog=True):
        uri = "[next_url]" if in_dialog else "sip:%s@[remote_ip]:[remote_port]" % self.user
        lines = [
            "%s %s SIP/2.0" % (method, uri),
            "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]",
            "From: <sip:caller@[local_ip]:[local_port]>;tag=[call_number]caller",
            "To: <sip:%s@[remote_ip]:[remote_port]>%s" % (self.user, "[peer_tag_param]" if in_dialog else ""),
            "Call-ID: [call_id]",
            "CSeq: %d %s" % (sequence, method),
            "Contact: <sip:caller@[local_ip]:[local_port];transport=[transport]>",
            "Allow: INVITE, ACK, BYE, CANCEL, PRACK, UPDATE",
            "Max-Forwards: 70",
        ]
        return _message((lines + ["[routes]"] if in_dialog else lines) + list(extra), body)

    def invite(self, body=None, extra=()):
        self.steps.append(_send(self._request("INVITE", 1, extra, audio() if body is None else body, False), True))
        return self

    def reinvite(self, body):
        self.sequence += 1
        self.invite_sequence = self.sequence
        self.steps.append(_send(self._request("INVITE", self.sequence, (), body), True))
        return self

    def expect(self, status, optional=False, check=None, reads_rseq=False):
        action = ""
        if check:
            action += '<ereg regexp="%s" search_in="msg" check_it="true" assign_to="seen"/>' % check
        if reads_rseq:
            action += '<ereg regexp="[0-9]+" search_in="hdr" header="RSeq:" check_it="true" assign_to="rseq"/>'
        self.steps.append(
            '<recv response="%d" rrs="true"%s>%s</recv>'
            % (status, ' optional="true"' if optional else "", "<action>%s</action>" % action if action else "")
        )
        return self

    def ack(self, body="", for_refusal=False):
        text = self._request("ACK", self.invite_sequence, (), body)
        self.steps.append(_send(text))
        return self

    def prack(self):
        self.sequence += 1
        line = "RAck: [$rseq] %d INVITE" % self.invite_sequence
        self.steps.append(_send(self._request("PRACK", self.sequence, [line]), True))
        return self

    def cancel(self):
        text = self._request("CANCEL", 1, (), "", False).replace("[branch]", "[branch-%d]" % 3)
        self.steps.append(_send(text, True))
        return self

    def bye(self):
        self.sequence += 1
        self.steps.append(_send(self._request("BYE", self.sequence), True))
        return self.expect(200)

    def expect_request(self, method):
        self.steps.append('<recv request="%s"/>' % method)
        return self

    def pause(self, milliseconds):
        self.steps.append('<pause milliseconds="%d"/>' % milliseconds)
        return self

    def xml(self):
        return _document(self.steps, ["seen", "rseq"])


class Callee:
    """The side that gets the INVITE."""

    def __init__(self):
        self.steps = [
            '<recv request="INVITE" rrs="true"><action>'
            + '<ereg regexp=".*" search_in="hdr" header="Via:" assign_to="via"/>'
            + '<ereg regexp=".*" search_in="hdr" header="From:" assign_to="from"/>'
            + '<ereg regexp=".*" search_in="hdr" header="To:" assign_to="to"/>'
            + '<ereg regexp=".*" search_in="hdr" header="CSeq:" assign_to="cseq"/></action></recv>'
        ]

    def respond(self, status, phrase="Answer", body="", extra=()):
        """Answers the first INVITE; what was read from it is needed once another request has come."""
        if any("<recv" in step for step in self.steps[1:]):
            copied = ["Via:[$via]", "From:[$from]", "To:[$to];tag=[call_number]callee", "CSeq:[$cseq]"]
        else:
            copied = ["[last_Via:]", "[last_Record-Route:]", "[last_From:]", "[last_To:];tag=[call_number]callee",
                      "[last_CSeq:]"]
        lines = ["SIP/2.0 %d %s" % (status, phrase)] + copied + [
            "[last_Call-ID:]",
            "Contact: <sip:callee@[local_ip]:[local_port];transport=[transport]>",
            "Allow: INVITE, ACK, BYE, CANCEL, PRACK, UPDATE",
        ]
        self.steps.append(_send(_message(lines + list(extra), body), status >= 200))
        return self

    def reply(self, status=200, phrase="OK", body="", repeats=False):
        """Answers the latest request within the dialog."""
        lines = [
            "SIP/2.0 %d %s" % (status, phrase),
            "[last_Via:]",
            "[last_From:]",
            "[last_To:]",
            "[last_Call-ID:]",
            "[last_CSeq:]",
            "Contact: <sip:callee@[local_ip]:[local_port];transport=[transport]>",
        ]
        self.steps.append(_send(_message(lines, body), repeats))
        return self

    def expect(self, method, check=None):
        action = ""
        if check:
            action = '<action><ereg regexp="%s" search_in="msg" check_it="true" assign_to="seen"/></action>' % check
        self.steps.append('<recv request="%s">%s</recv>' % (method, action))
        return self

    def pause(self, milliseconds):
        self.steps.append('<pause milliseconds="%d"/>' % milliseconds)
        return self

    def xml(self):
        return _document(self.steps, ["via", "from", "to", "cseq", "seen"])


def _document(steps, variables):
    used = [name for name in variables if any('assign_to="%s"' % name in step for step in steps)]
    reference = '<Reference variables="%s"/>' % ",".join(used) if used else ""
    return (
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE scenario SYSTEM "sipp.dtd">\n<scenario name="interop">\n'
        + "\n".join(steps)
        + "\n%s\n</scenario>\n" % reference
    )


RELIABLE = ["Require: 100rel", "RSeq: 1"]


def basic(user="callee"):
    return (Caller(user).invite().expect(100, True).expect(180, True).expect(200).ack().pause(200).bye(),
            Callee().respond(180, "Ringing").pause(100).respond(200, "OK", audio(port=7000)).expect("ACK")
            .expect("BYE").reply())


def reliable(caller_can, callee_can, offers):
    """One cell of the 100rel matrix on the wire."""
    caller = Caller()
    caller.invite(None if offers else "", ["Supported: 100rel"] if caller_can else [])
    caller.expect(100, True)
    callee = Callee()
    is_reliable = callee_can and (caller_can or offers)
    callee.respond(183, "Session Progress", audio(port=7000) if offers else "", RELIABLE if is_reliable else [])
    if is_reliable:
        callee.expect("PRACK").reply()
    caller.expect(183, reads_rseq=caller_can)
    if caller_can:
        caller.prack().expect(200)
    callee.pause(200)
    needs_body = not (offers and is_reliable)
    callee.respond(200, "OK", audio(port=7000) if needs_body else "").expect("ACK").expect("BYE").reply()
    caller.expect(200).ack("" if offers else audio()).pause(200).bye()
    return caller, callee


def ringing_after_progress():
    return (Caller().invite().expect(100, True).expect(183).expect(180).expect(200).ack().pause(100).bye(),
            Callee().respond(183, "Session Progress", audio(port=7000)).pause(100).respond(180, "Ringing").pause(100)
            .respond(200, "OK", audio(port=7000)).expect("ACK").expect("BYE").reply())


def hold(form):
    answer = "inactive" if form == "inactive" else "recvonly"
    caller = Caller().invite().expect(100, True).expect(200).ack().pause(200)
    caller.reinvite(audio(form, 2)).expect(100, True).expect(200, check="a=" + answer).ack().pause(200)
    caller.reinvite(audio("sendrecv", 3)).expect(100, True).expect(200, check="a=sendrecv").ack().pause(200).bye()
    callee = Callee().respond(200, "OK", audio(port=7000)).expect("ACK")
    callee.expect("INVITE", "a=" + form).reply(body=audio(answer, 2, 7000), repeats=True).expect("ACK")
    callee.expect("INVITE", "a=sendrecv").reply(body=audio("sendrecv", 3, 7000), repeats=True).expect("ACK")
    callee.expect("BYE").reply()
    return caller, callee


def refusal(status):
    return (Caller().invite().expect(100, True).expect(status).ack(),
            Callee().respond(status, "Refused").expect("ACK"))


def table():
    """Every flow."""
    found = [
        ("basic call with our own steps", "callee", *basic(), [], [], 16),
        ("180 after 183", "callee", *ringing_after_progress(), [], [], 16),
        ("hold with sendonly and resume", "callee", *hold("sendonly"), [], [], 16),
        ("hold with inactive and resume", "callee", *hold("inactive"), [], [], 16),
        ("basic call over tcp on both legs", "callee-tcp", *basic("callee-tcp"), ["-t", "t1"], ["-t", "t1"], 16),
    ]
    for caller_can in (True, False):
        for callee_can in (True, False):
            for offers in (True, False):
                name = "100rel caller %s callee %s offer in %s" % (
                    "yes" if caller_can else "no", "yes" if callee_can else "no", "invite" if offers else "200")
                found.append((name, "callee", *reliable(caller_can, callee_can, offers), [], [], 16))
    for status, cause in ((404, 1), (480, 18), (486, 17), (503, 41), (603, 21), (604, 1)):
        found.append(("%d is cause %d" % (status, cause), "callee", *refusal(status), [], [], cause))
    return found


FLOWS = table()
