import CallModel
import ProtocolKit
import SimulationKit

/// Traces made by hand.
enum BadTrace {
    /// A packet: its time in milliseconds, who sent it, what it says.
    struct Step: Sendable {
        let milliseconds: Int64
        let sender: NodeID
        let text: String

        var isFromGateway: Bool {
            self.sender == .gateway
        }

        /// From a phone.
        static func `in`(_ milliseconds: Int64, _ text: String) -> Step {
            Step(milliseconds: milliseconds, sender: .phone(0), text: text)
        }

        /// From a media gateway.
        static func gateway(_ milliseconds: Int64, _ text: String) -> Step {
            Step(milliseconds: milliseconds, sender: .mediaGateway(0), text: text)
        }

        /// From the gateway.
        static func out(_ milliseconds: Int64, _ text: String) -> Step {
            Step(milliseconds: milliseconds, sender: .gateway, text: text)
        }
    }

    static let plain = ["Max-Forwards: 70"]
    static let dialog = ["Max-Forwards: 70", "Contact: <sip:127.0.0.1>"]
    static let offer =
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n"

    static func wire(_ steps: [Step]) -> [WirePacket] {
        let gateway = TransportAddress(.loopbackV4, 5060)
        let phone = TransportAddress(.loopbackV4, 5070)
        return steps.map { step in
            WirePacket(
                at: .start.advanced(by: .milliseconds(step.milliseconds)),
                from: step.isFromGateway ? gateway : phone,
                to: step.isFromGateway ? phone : gateway,
                transport: .udp,
                sender: step.sender,
                isLost: false,
                Array(step.text.utf8)
            )
        }
    }

    static func request(
        _ method: String,
        branch: String = "z9hG4bKone",
        callID: String = "call-one",
        sequence: Int = 1,
        fromTag: String? = "from-tag",
        toTag: String? = nil,
        lines: [String] = Self.plain,
        body: String = ""
    ) -> String {
        self.message(
            "\(method) sip:b@127.0.0.1 SIP/2.0",
            branch,
            callID,
            "\(sequence) \(method)",
            fromTag,
            toTag,
            lines,
            body
        )
    }

    static func response(
        _ status: Int,
        _ method: String,
        branch: String = "z9hG4bKone",
        callID: String = "call-one",
        sequence: Int = 1,
        toTag: String? = "to-tag",
        lines: [String] = [],
        body: String = ""
    ) -> String {
        self.message("SIP/2.0 \(status) Text", branch, callID, "\(sequence) \(method)", "from-tag", toTag, lines, body)
    }

    private static func message(
        _ first: String,
        _ branch: String,
        _ callID: String,
        _ sequence: String,
        _ fromTag: String?,
        _ toTag: String?,
        _ lines: [String],
        _ body: String
    ) -> String {
        let head = [
            first, "Via: SIP/2.0/UDP 127.0.0.1;branch=\(branch)",
            "From: <sip:a@127.0.0.1>" + (fromTag.map { ";tag=\($0)" } ?? ""),
            "To: <sip:b@127.0.0.1>" + (toTag.map { ";tag=\($0)" } ?? ""), "Call-ID: \(callID)", "CSeq: \(sequence)",
        ]
        let type = body.isEmpty || lines.contains("No-Type: 1") ? [] : ["Content-Type: application/sdp"]
        let length = lines.contains("No-Length: 1") ? [] : ["Content-Length: \(body.utf8.count)"]
        return (head + lines + type + length + ["", body]).joined(separator: "\r\n")
    }

    static func described(_ version: Int, media: Int = 1) -> String {
        "v=0\r\no=- 1 \(version) IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + String(repeating: "m=audio 4000 RTP/AVP 0\r\n", count: media)
    }
}
