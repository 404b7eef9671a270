package import ProtocolKit

/// What the call agent asks of a connection: `L:` (RFC 3435 §3.2.2.10).
///
/// What is absent is left to the gateway. The same options make up most of ``EndpointCapabilities``.
package struct LocalConnectionOptions: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.localConnectionOptions
    package static let mayBeAbsent = true

    /// `a:` the codecs, the preferred one first.
    package var codecs: [MGCPName] = []

    /// `p:` milliseconds of media in a packet.
    package var packetization: ClosedRange<UInt16>?

    /// `b:` kilobits per second.
    package var bandwidth: ClosedRange<UInt16>?

    /// `e:` whether echo is cancelled.
    package var cancelsEcho: Bool?

    /// `gc:` how the level is set.
    package var gain: Gain?

    /// `s:` whether silence is left out.
    package var suppressesSilence: Bool?

    /// `t:` the octet of the IP header that marks the class of service.
    package var typeOfService: UInt8?

    /// `r:` what is reserved on the network.
    package var reservation: Reservation?

    /// `k:` the key as SDP's obsolete `k=` has it.
    package var encryption: ByteString?

    /// `nt:` the kinds of network, as `IN` and `LOCAL`.
    package var networks: [MGCPName] = []

    /// Those of packages and vendors, and those that RFC 3435 does not define, in their order; `fmtp` is one.
    package var others: [Option] = []

    /// How the level is set.
    package enum Gain: Hashable, Sendable {
        /// The gateway decides as it goes.
        case automatic
        /// By this many decibels.
        case decibels(Int16)
    }

    /// What is reserved on the network.
    package enum Reservation: Hashable, Sendable {
        case guaranteed
        case controlledLoad
        case bestEffort
    }

    /// An option that RFC 3435 does not define.
    package struct Option: Hashable, Sendable {
        /// The name; `x+` and `x-` begin those of vendors, a package and a slash those of packages.
        package let name: MGCPName

        /// The values between semicolons; none when there is no colon.
        package let values: [Value]

        package init(_ name: MGCPName, _ values: [Value] = []) {
            self.name = name
            self.values = values
        }

        /// Whether a command with it must be refused (525) by whoever does not know it.
        package var isMandatory: Bool {
            self.name.isCritical
        }

        /// One value.
        package enum Value: Hashable, Sendable {
            /// A word without quotes.
            case word(ByteString)
            /// What stood between quotes.
            case quoted(ByteString)
        }
    }

    package init() {}

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.init()
        var seen = Set<MGCPName>()
        for option in try reader.list(of: Option.self) {
            try self.take(option, &seen, reader)
        }
    }

    // MARK: Reading

    /// Stores one option; a second one of the same name is an inconsistency (524), except of those that may repeat.
    mutating func take(
        _ option: Option,
        _ seen: inout Set<MGCPName>,
        _ reader: MGCPValueReader
    ) throws(MGCPParseError) {
        guard let key = option.key else {
            self.others.append(option)
            return
        }
        guard seen.insert(option.name).inserted else {
            throw reader.error(.duplicate)
        }
        switch key {
        case .codecs: self.codecs = try option.names(reader)
        case .networks: self.networks = try option.names(reader)
        case .packetization: self.packetization = try option.range(reader)
        case .bandwidth: self.bandwidth = try option.range(reader)
        case .echo: self.cancelsEcho = try option.choice(["on": true, "off": false], reader)
        case .silence: self.suppressesSilence = try option.choice(["on": true, "off": false], reader)
        case .reservation:
            self.reservation = try option.choice(["g": .guaranteed, "cl": .controlledLoad, "be": .bestEffort], reader)
        case .service: self.typeOfService = try option.hexadecimal(reader)
        case .gain: self.gain = try option.gain(reader)
        case .encryption: self.encryption = option.joined
        }
    }

    // MARK: Writing

    package func append(to bytes: inout [UInt8]) {
        bytes.append(list: self.options)
    }

    /// The options in the order in which they are written.
    var options: [Option] {
        var options: [Option] = []
        options.append(range: "p", self.packetization)
        options.append(names: "a", self.codecs)
        options.append(range: "b", self.bandwidth)
        options.append(switch: "e", self.cancelsEcho)
        if let gain = self.gain {
            options.append(Option("gc", [.word(gain.text)]))
        }
        options.append(switch: "s", self.suppressesSilence)
        if let service = self.typeOfService {
            options.append(Option("t", [.word(Self.hexadecimal(service))]))
        }
        if let reservation = self.reservation {
            options.append(Option("r", [.word(reservation.text)]))
        }
        if let encryption = self.encryption {
            options.append(Option("k", [.word(encryption)]))
        }
        options.append(names: "nt", self.networks)
        return options + self.others
    }

    private static func hexadecimal(_ octet: UInt8) -> ByteString {
        let digits = Array("0123456789ABCDEF".utf8)
        return ByteString([digits[Int(octet >> 4)], digits[Int(octet & 0xF)]])
    }
}

extension LocalConnectionOptions.Gain {
    fileprivate var text: ByteString {
        switch self {
        case .automatic: "auto"
        case .decibels(let number): ByteString(String(number))
        }
    }
}

extension LocalConnectionOptions.Reservation {
    fileprivate var text: ByteString {
        switch self {
        case .guaranteed: "g"
        case .controlledLoad: "cl"
        case .bestEffort: "be"
        }
    }
}

extension [LocalConnectionOptions.Option] {
    fileprivate mutating func append(range name: MGCPName, _ range: ClosedRange<UInt16>?) {
        guard let range else {
            return
        }
        var text: [UInt8] = []
        text.appendDecimal(range.lowerBound)
        if range.count > 1 {
            text.append(0x2D)
            text.appendDecimal(range.upperBound)
        }
        self.append(Element(name, [.word(ByteString(text))]))
    }

    mutating func append(names name: MGCPName, _ names: [MGCPName]) {
        if !names.isEmpty {
            self.append(Element(name, names.map { .word($0.text) }))
        }
    }

    fileprivate mutating func append(switch name: MGCPName, _ isOn: Bool?) {
        if let isOn {
            self.append(Element(name, [.word(isOn ? "on" : "off")]))
        }
    }
}
