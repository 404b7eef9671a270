package import ProtocolKit
package import SIPSyntax

/// What went over the wire in a scenario, parsed, for rules to judge.
package struct AuditTrace {
    /// One packet and what it says.
    package struct Entry {
        /// The packet.
        package let packet: WirePacket
        /// The message in it.
        package let message: SIPMessage

        /// Whether the gateway sent it.
        package var isFromGateway: Bool {
            self.packet.sender == .gateway
        }

        /// The status, or 0 for a request.
        package var status: UInt16 {
            self.message.status?.code ?? 0
        }

        /// What tells its transaction from others: the branch.
        package var branch: ByteString {
            self.message.topVia.branch ?? ByteString()
        }

        /// One line for people.
        package var summary: String {
            let first = self.message.bytes.prefix { $0 != 0x0D }
            return "\(self.packet.at.nanoseconds / 1_000_000) ms: \(String(decoding: first, as: UTF8.self))"
        }
    }

    /// The messages in the order in which they were sent.
    package let entries: [Entry]

    /// What the gateway sent and no parser understands.
    package let garbled: [WirePacket]

    /// The MGCP messages among the packets.
    package let mgcp: MGCPTrace

    package init(_ wire: [WirePacket], mediaGateways: Set<TransportAddress> = [], hasFormerLife: Bool = false) {
        var entries: [Entry] = []
        var garbled: [WirePacket] = []
        self.mgcp = MGCPTrace(wire, mediaGateways: mediaGateways, hasFormerLife: hasFormerLife)
        for packet in wire where !MGCPTrace.isMGCP(packet) {
            switch SIPMessage.parse(packet.bytes) {
            case .message(let message):
                entries.append(Entry(packet: packet, message: message))
            case .answerable, .unanswerable:
                if packet.sender == .gateway {
                    garbled.append(packet)
                }
            case .keepAlive:
                break
            }
        }
        self.entries = entries
        self.garbled = garbled
    }

    /// The requests that the gateway sent, each transaction once.
    package var requestsOfGateway: [Entry] {
        var seen: Set<ByteString> = []
        return self.entries.filter { entry in
            guard entry.isFromGateway, entry.message.isRequest else {
                return false
            }
            let key = ByteString(entry.branch.bytes + entry.message.method.text.bytes)
            return seen.insert(key).inserted
        }
    }
}

/// One rule of a standard that every scenario's trace must obey.
package struct AuditRule {
    /// The clause.
    package let clause: String

    /// What it asks, in a few words.
    package let statement: String

    /// The findings: one line for each breach.
    package let findings: (AuditTrace) -> [String]

    package init(_ clause: String, _ statement: String, _ findings: @escaping (AuditTrace) -> [String]) {
        self.clause = clause
        self.statement = statement
        self.findings = findings
    }

    /// Every rule.
    package static var all: [AuditRule] {
        self.messageRules + self.transactionRules + self.dialogRules + self.offerAnswerRules + self.extensionRules
            + self.mgcpTransactionRules + self.mgcpConnectionRules
    }

    /// All findings of all rules.
    package static func audit(
        _ wire: [WirePacket],
        mediaGateways: Set<TransportAddress> = [],
        hasFormerLife: Bool = false
    ) -> [String] {
        let trace = AuditTrace(wire, mediaGateways: mediaGateways, hasFormerLife: hasFormerLife)
        return self.all.flatMap { rule in
            rule.findings(trace).map { "\(rule.clause), \(rule.statement): \($0)" }
        }
    }
}
