package import CallModel
import ProtocolKit

extension CallRecord {
    /// The record as one line of JSON, with its line feed.
    package var jsonLine: [UInt8] {
        var json = JSONWriter(reservingCapacity: Self.typicalOctets)
        self.writeLine(to: &json)
        return json.bytes
    }

    /// How many octets the line of a call with two legs takes.
    static var typicalOctets: Int { 1200 }

    /// Writes the record as one line.
    func writeLine(to json: inout JSONWriter) {
        self.write(to: &json)
        json.endLine()
    }

    private func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("call")
            json.string(self.call.description)
            json.name("started")
            json.time(self.started)
            json.name("answered")
            json.time(self.answered)
            json.name("ended")
            json.time(self.ended)
            json.name("talk_seconds")
            json.seconds(self.talkTime)
            json.name("session_id")
            json.string(self.sessionID)
            json.name("context")
            json.string(self.context)
            json.name("extension")
            json.string(self.extension)
            json.name("dialplan")
            json.string(self.dialplan.description)
            json.name("legs")
            json.array(self.legs) { json, leg in leg.write(to: &json) }
        }
    }
}

extension LegRecord {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("leg")
            json.string(self.leg.text)
            json.name("protocol")
            json.string(self.leg.signaling.name)
            json.name("user")
            json.string(self.party.user)
            json.name("name")
            json.string(self.party.displayName)
            json.name("place")
            json.string(self.place)
            json.name("started")
            json.time(self.started)
            json.name("alerted")
            json.time(self.alerted)
            json.name("answered")
            json.time(self.answered)
            json.name("ended")
            json.time(self.ended)
            json.name("released_by")
            json.string(self.releasedByPeer ? "peer" : "gateway")
            json.name("cause")
            self.cause.write(to: &json)
            json.name("codecs")
            json.array(self.codecs) { json, codec in json.string(codec) }
            json.name("media")
            json.array(self.media) { json, stream in stream.write(to: &json) }
            if let statistics = self.statistics {
                json.name("statistics")
                statistics.write(to: &json)
            }
        }
    }
}

extension ReleaseCause {
    /// Writes the neutral value and the words of whoever ended the leg side by side.
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("q850")
            json.number(self.value.rawValue)
            json.name("location")
            json.string(self.location.name)
            self.origin.write(to: &json)
            if let stated = self.stated {
                json.name("stated_q850")
                json.number(stated.rawValue)
            }
            if let retryAfter = self.retryAfter {
                json.name("retry_after_seconds")
                json.seconds(retryAfter)
            }
            if self.warning != 0 {
                json.name("warning")
                json.number(self.warning)
            }
        }
    }
}

extension ReleaseCause.Origin {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .sipStatus(let status, let phrase):
            json.name("sip_status")
            json.number(status)
            json.name("sip_phrase")
            json.string(phrase)
        case .sipRequest(let method):
            json.name("sip_request")
            json.string(method)
        case .mgcpReturnCode(let code, let comment):
            json.name("mgcp_code")
            json.number(code)
            json.name("mgcp_comment")
            json.string(comment)
        case .mgcpReasonCode(let code):
            json.name("mgcp_reason")
            json.number(code)
        case .mgcpEvent(let event):
            json.name("mgcp_event")
            json.string(event)
        case .local(let reason):
            json.name("reason")
            json.string(reason.text)
        }
    }
}

extension ConnectionStatistics {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("packets_sent")
            json.number(self.packetsSent)
            json.name("octets_sent")
            json.number(self.octetsSent)
            json.name("packets_received")
            json.number(self.packetsReceived)
            json.name("octets_received")
            json.number(self.octetsReceived)
            json.name("packets_lost")
            json.number(self.packetsLost)
            if let jitter = self.jitterMilliseconds {
                json.name("jitter_ms")
                json.number(jitter)
            }
            if let latency = self.latencyMilliseconds {
                json.name("latency_ms")
                json.number(latency)
            }
        }
    }
}

extension StreamCounters {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("stream")
            json.number(self.index)
            json.name("packets_received")
            json.number(self.packetsReceived)
            json.name("octets_received")
            json.number(self.octetsReceived)
            json.name("packets_sent")
            json.number(self.packetsSent)
            json.name("octets_sent")
            json.number(self.octetsSent)
            json.name("packets_refused")
            json.number(self.packetsRefused)
            json.name("packets_lost")
            json.number(self.packetsLost)
            json.name("jitter_microseconds")
            json.number(self.jitterMicroseconds)
            json.name("control_packets_received")
            json.number(self.controlPacketsReceived)
            json.name("reported_lost")
            json.number(self.reportedLost)
            json.name("reported_jitter")
            json.number(self.reportedJitter)
            json.name("events_received")
            json.number(self.eventsReceived)
        }
    }
}
