import ProtocolKit

/// What people want to see of the MGCP messages of one datagram: verb, endpoint and what matters of the parameters, or code
/// and transaction (RFC 3435 §3.2, §3.3).
///
/// It is read for showing only, and takes whatever looks like a message.
struct MGCPOutline {
    /// One message.
    struct Message {
        /// The verb, or the return code.
        let start: Substring

        /// The transaction.
        let transaction: Substring

        /// The name of the endpoint; `nil` in a response.
        let endpoint: Substring?

        /// What follows in the first line of a response.
        let commentary: Substring

        /// The parameter lines, without a session description.
        let parameters: [Substring]

        var isCommand: Bool {
            self.endpoint != nil
        }
    }

    /// The messages, never none; a datagram may carry several, separated by dots (§3.5.5).
    let messages: [Message]

    /// `nil` for what is no MGCP.
    init?(_ bytes: [UInt8]) {
        guard Self.mayBegin(bytes) else {
            return nil
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        self.messages = lines.split(separator: ".").compactMap { Message($0) }
        if self.messages.isEmpty {
            return nil
        }
    }

    /// The specific endpoint that the first command in the datagram names.
    static func endpoint(of bytes: [UInt8]) -> String? {
        let endpoints = MGCPOutline(bytes)?.messages.compactMap(\.endpoint) ?? []
        return endpoints.first { !$0.contains("*") && !$0.contains("$") }.map(String.init)
    }

    /// The return code, when the datagram begins with a response.
    var code: Substring? {
        self.messages.first.flatMap { $0.isCommand ? nil : $0.start }
    }

    /// All messages on one line; of a response that shares the datagram with a command, the code.
    var text: String {
        let hasCommand = self.messages.contains(where: \.isCommand)
        return self.messages.map { hasCommand && !$0.isCommand ? String($0.start) : $0.text }.joined(separator: " + ")
    }

    /// Four letters or three digits, a space and a digit.
    private static func mayBegin(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix { $0 != 0x20 }
        let rest = bytes.dropFirst(start.count).drop { $0 == 0x20 }
        let isVerb = start.count == 4 && start.allSatisfy(\.isASCIILetter)
        let isCode = start.count == 3 && start.allSatisfy(\.isASCIIDigit)
        return (isVerb || isCode) && rest.first?.isASCIIDigit == true
    }
}

extension MGCPOutline.Message {
    init?(_ lines: ArraySlice<Substring>) {
        let lines = lines.drop { $0.isEmpty }
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count >= 2, words[1].allSatisfy(\.isNumber) else {
            return nil
        }
        self.start = words[0]
        self.transaction = words[1]
        let isCommand = words[0].first?.isNumber == false
        self.endpoint = isCommand && words.count > 2 ? words[2] : nil
        self.commentary = isCommand ? "" : lines.first?.dropFirst(words[0].count + words[1].count + 2) ?? ""
        self.parameters = Array(lines.dropFirst().prefix { !$0.isEmpty })
        guard isCommand == (self.endpoint != nil) else {
            return nil
        }
    }

    /// The message as an arrow carries it: `CRCX aaln/1 M:recvonly`, `200 OK 1203`.
    var text: String {
        guard let endpoint = self.endpoint else {
            return [self.start, self.commentary, self.transaction].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let local = endpoint.prefix { $0 != "@" }
        return ([String(self.start), String(local)] + self.essentials).joined(separator: " ")
    }

    /// The parameters that say what a command is about.
    private var essentials: [String] {
        switch self.start.uppercased() {
        case "CRCX", "MDCX": self.values(of: ["M", "S"])
        case "RQNT": self.values(of: ["S", "R"])
        case "NTFY": self.values(of: ["O"])
        case "DLCX": self.values(of: ["E"])
        case "RSIP": self.values(of: ["RM", "RD"])
        case "AUEP": self.values(of: ["F"])
        default: []
        }
    }

    /// Those of the named parameters that have a value.
    private func values(of names: [String]) -> [String] {
        names.compactMap { name in
            let line = self.parameters.first { $0.prefix { $0 != ":" }.uppercased() == name }
            let value = line?.drop { $0 != ":" }.dropFirst().drop { $0 == " " || $0 == "\t" } ?? ""
            return value.isEmpty ? nil : "\(name):\(value)"
        }
    }
}
