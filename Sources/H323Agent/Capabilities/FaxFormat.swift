package import H323Syntax
package import ProtocolKit
package import SDP

/// Fax over UDPTL as both H.245 and SDP describe it (T.38 annexes B and D).
package struct FaxFormat: Hashable, Sendable {
    /// The version of T.38, 0 to 4.
    package var version: UInt8 = 0

    /// The fastest modem in 100 bit/s.
    package var maxBitRate: UInt32 = 144

    /// Whether fill bits may be removed.
    package var removesFillBits = false

    /// Whether MMR may be transcoded.
    package var transcodesMMR = false

    /// Whether JBIG may be transcoded.
    package var transcodesJBIG = false

    /// Whether the training check is made at each end by itself; else it goes from end to end, as UDP needs.
    package var checksLocally = false

    /// The receiver's buffer in octets.
    package var maxBuffer: UInt32?

    /// The largest datagram in octets.
    package var maxDatagram: UInt32?

    /// Whether lost packets are made good by parity instead of repetition.
    package var usesParity = false

    package init() {}
}

// MARK: H.245

extension FaxFormat {
    /// Reads a capability; `nil` when it is no fax over UDP.
    package init?(_ capability: H245.DataApplicationCapability) {
        guard case .t38fax(let fax) = capability.application, case .udp = fax.t38FaxProtocol else {
            return nil
        }
        self.init(fax.t38FaxProfile, maxBitRate: capability.maxBitRate)
    }

    init(_ profile: H245.T38FaxProfile, maxBitRate: UInt32) {
        self.maxBitRate = maxBitRate
        self.version = profile.version ?? 0
        self.removesFillBits = profile.fillBitRemoval
        self.transcodesMMR = profile.transcodingMMR
        self.transcodesJBIG = profile.transcodingJBIG
        if case .localTCF = profile.t38FaxRateManagement {
            self.checksLocally = true
        }
        if let options = profile.t38FaxUdpOptions {
            self.maxBuffer = options.t38FaxMaxBuffer.flatMap(UInt32.init(exactly:))
            self.maxDatagram = options.t38FaxMaxDatagram.flatMap(UInt32.init(exactly:))
            if case .t38UDPFEC = options.t38FaxUdpEC {
                self.usesParity = true
            }
        }
    }

    /// The profile.
    package var profile: H245.T38FaxProfile {
        var profile = H245.T38FaxProfile(
            fillBitRemoval: self.removesFillBits,
            transcodingJBIG: self.transcodesJBIG,
            transcodingMMR: self.transcodesMMR
        )
        profile.version = self.version
        profile.t38FaxRateManagement = self.checksLocally ? .localTCF : .transferredTCF
        var options = H245.T38FaxUdpOptions(t38FaxUdpEC: self.usesParity ? .t38UDPFEC : .t38UDPRedundancy)
        options.t38FaxMaxBuffer = self.maxBuffer.map(Int.init)
        options.t38FaxMaxDatagram = self.maxDatagram.map(Int.init)
        profile.t38FaxUdpOptions = options
        return profile
    }

    /// The capability.
    package var capability: H245.DataApplicationCapability {
        H245.DataApplicationCapability(
            application: .t38fax(
                H245.DataApplicationCapability.Application.T38fax(t38FaxProtocol: .udp, t38FaxProfile: self.profile)
            ),
            maxBitRate: self.maxBitRate
        )
    }

    /// The mode that asks the peer to send fax (H.245 clause B.9).
    package var mode: H245.DataMode {
        H245.DataMode(
            application: .t38fax(
                H245.DataMode.Application.T38fax(t38FaxProtocol: .udp, t38FaxProfile: self.profile)
            ),
            bitRate: self.maxBitRate
        )
    }
}

// MARK: SDP

extension FaxFormat {
    /// Reads the attributes of an m-line (T.38 annex D.2.3); `nil` when it is no fax over UDPTL.
    package init?(_ media: MediaDescription) {
        guard media.kind == .image, media.transport == .udptl else {
            return nil
        }
        func number(_ name: StaticString) -> UInt64? {
            var cursor = ByteCursor(media.attributes.first(named: name)?.value?.bytes ?? [])
            return cursor.takeDecimal()
        }
        /// A flag holds by being there, unless it says 0 as old peers write it.
        func isSet(_ name: StaticString) -> Bool {
            media.attributes.first(named: name) != nil && number(name) != 0
        }
        self.version = UInt8(min(number("T38FaxVersion") ?? 0, 255))
        self.maxBitRate = number("T38MaxBitRate").map { UInt32(min($0, 336_000) / 100) } ?? 144
        self.removesFillBits = isSet("T38FaxFillBitRemoval")
        self.transcodesMMR = isSet("T38FaxTranscodingMMR")
        self.transcodesJBIG = isSet("T38FaxTranscodingJBIG")
        let management = media.attributes.first(named: "T38FaxRateManagement")?.value
        self.checksLocally = management?.isEqualIgnoringCase(to: "localTCF") ?? false
        self.maxBuffer = number("T38FaxMaxBuffer").flatMap(UInt32.init(exactly:))
        self.maxDatagram = number("T38FaxMaxDatagram").flatMap(UInt32.init(exactly:))
        let correction = media.attributes.first(named: "T38FaxUdpEC")?.value
        self.usesParity = correction?.isEqualIgnoringCase(to: "t38UDPFEC") ?? false
    }

    /// What stands behind `a=` for this fax.
    package var attributes: [ByteString] {
        var lines: [[UInt8]] = []
        func add(_ name: StaticString, _ value: UInt64) {
            var line: [UInt8] = []
            line.append(name)
            line.appendDecimal(value)
            lines.append(line)
        }
        add("T38FaxVersion:", UInt64(self.version))
        add("T38MaxBitRate:", UInt64(self.maxBitRate) * 100)
        let flags = [
            ("T38FaxFillBitRemoval", self.removesFillBits), ("T38FaxTranscodingMMR", self.transcodesMMR),
            ("T38FaxTranscodingJBIG", self.transcodesJBIG),
        ]
        lines += flags.filter(\.1).map { Array($0.0.utf8) }
        lines.append(
            Array((self.checksLocally ? "T38FaxRateManagement:localTCF" : "T38FaxRateManagement:transferredTCF").utf8)
        )
        if let maxBuffer = self.maxBuffer {
            add("T38FaxMaxBuffer:", UInt64(maxBuffer))
        }
        if let maxDatagram = self.maxDatagram {
            add("T38FaxMaxDatagram:", UInt64(maxDatagram))
        }
        lines.append(Array((self.usesParity ? "T38FaxUdpEC:t38UDPFEC" : "T38FaxUdpEC:t38UDPRedundancy").utf8))
        return lines.map { ByteString($0) }
    }
}
