package import H323Syntax
package import ProtocolKit
package import SDP

/// A video encoding that both H.245 and SDP can name, with the pictures that its receiver takes.
package struct VideoFormat: Hashable, Sendable {
    /// The encodings, with what is particular to each.
    package enum Coding: Hashable, Sendable {
        /// H.261; the least intervals between pictures, in 1/29.97 s, of QCIF and CIF.
        case h261(qcif: UInt8?, cif: UInt8?)
        /// H.263; the least intervals of SQCIF, QCIF, CIF, 4CIF and 16CIF in this order.
        case h263([UInt8?])
        /// H.264 as H.241 describes it.
        case h264(H264Level)
    }

    /// The encoding.
    package var coding: Coding

    /// The most bits in 100 a second.
    package var maxBitRate: UInt32

    package init(_ coding: Coding, maxBitRate: UInt32) {
        self.coding = coding
        self.maxBitRate = max(maxBitRate, 1)
    }

    /// Whether a decoder of one understands the encoding of the other.
    package func isSameEncoding(as other: VideoFormat) -> Bool {
        switch (self.coding, other.coding) {
        case (.h261, .h261), (.h263, .h263): true
        case (.h264(let mine), .h264(let theirs)): mine.isSameEncoding(as: theirs)
        case (.h261, _), (.h263, _), (.h264, _): false
        }
    }

    /// The RTP payload; H.264 needs a payload type of its own (RFC 3551 Table 5, RFC 6184 §8.1).
    package func payload(dynamic payloadType: UInt8) -> PayloadFormat {
        switch self.coding {
        case .h261: PayloadFormat(31, "H261", clockRate: 90000)
        case .h263: PayloadFormat(34, "H263", clockRate: 90000)
        case .h264: PayloadFormat(payloadType, "H264", clockRate: 90000)
        }
    }
}

// MARK: H.245

extension VideoFormat {
    /// Reads a capability; `nil` for what SDP cannot name or we do not know.
    package init?(_ capability: H245.VideoCapability) {
        switch capability {
        case .h261VideoCapability(let h261):
            self.init(.h261(qcif: h261.qcifMPI, cif: h261.cifMPI), maxBitRate: UInt32(h261.maxBitRate))
        case .h263VideoCapability(let h263):
            let intervals = [h263.sqcifMPI, h263.qcifMPI, h263.cifMPI, h263.cif4MPI, h263.cif16MPI]
            self.init(.h263(intervals), maxBitRate: h263.maxBitRate)
        case .genericVideoCapability(let generic):
            guard let level = H264Level(generic) else {
                return nil
            }
            self.init(.h264(level), maxBitRate: generic.maxBitRate ?? Self.defaultBitRate)
        case .nonStandard, .h262VideoCapability, .is11172VideoCapability, .extendedVideoCapability, .unrecognized:
            return nil
        }
    }

    /// The capability.
    package var capability: H245.VideoCapability {
        switch self.coding {
        case .h261(let qcif, let cif):
            var h261 = H245.H261VideoCapability(
                temporalSpatialTradeOffCapability: false,
                maxBitRate: UInt16(min(self.maxBitRate, 19_200)),
                stillImageTransmission: false
            )
            h261.qcifMPI = qcif
            h261.cifMPI = cif
            return .h261VideoCapability(h261)
        case .h263(let intervals):
            return .h263VideoCapability(self.h263(intervals))
        case .h264(let level):
            return .genericVideoCapability(level.capability(maxBitRate: self.maxBitRate))
        }
    }

    private func h263(_ intervals: [UInt8?]) -> H245.H263VideoCapability {
        var h263 = H245.H263VideoCapability(
            maxBitRate: min(self.maxBitRate, 192_400),
            unrestrictedVector: false,
            arithmeticCoding: false,
            advancedPrediction: false,
            pbFrames: false,
            temporalSpatialTradeOffCapability: false
        )
        let padded = intervals + Array(repeating: nil, count: max(0, 5 - intervals.count))
        h263.sqcifMPI = padded[0]
        h263.qcifMPI = padded[1]
        h263.cifMPI = padded[2]
        h263.cif4MPI = padded[3]
        h263.cif16MPI = padded[4]
        return h263
    }
}

// MARK: SDP

extension VideoFormat {
    /// 384 kbit/s, which is taken when nobody says anything of it.
    package static let defaultBitRate: UInt32 = 3840

    private static let h263Names: [StaticString] = ["SQCIF", "QCIF", "CIF", "CIF4", "CIF16"]

    /// Reads a payload of SDP; `nil` for what H.245 cannot name or we do not know.
    package init?(_ payload: PayloadFormat, parameters: ByteString?, maxBitRate: UInt32?) {
        guard payload.clockRate == 90000 else {
            return nil
        }
        let values = FormatParameters(parameters)
        let rate = maxBitRate ?? Self.defaultBitRate
        func interval(_ name: StaticString, most: UInt64) -> UInt8? {
            values.number(name).flatMap { (1...most).contains($0) ? UInt8($0) : nil }
        }
        if payload.name.isEqualIgnoringCase(to: "H261") {
            let (qcif, cif) = (interval("QCIF", most: 4), interval("CIF", most: 4))
            // Without parameters any size may come (RFC 4587 §6.2); QCIF is what all decoders have.
            self.init(.h261(qcif: qcif ?? (cif == nil ? 1 : nil), cif: cif), maxBitRate: rate)
        } else if payload.name.isEqualIgnoringCase(to: "H263") {
            let intervals = Self.h263Names.map { interval($0, most: 32) }
            // Without sizes QCIF is to be taken (RFC 4629 §8.1.1).
            let isSized = intervals.contains { $0 != nil }
            self.init(.h263(isSized ? intervals : [nil, 1, nil, nil, nil]), maxBitRate: rate)
        } else if payload.name.isEqualIgnoringCase(to: "H264") {
            self.init(.h264(H264Level(values)), maxBitRate: rate)
        } else {
            return nil
        }
    }

    /// What `a=fmtp` says of this format, or `nil` when nothing needs saying.
    package var parameters: ByteString? {
        var text: [UInt8] = []
        switch self.coding {
        case .h261(let qcif, let cif):
            for (name, interval): (StaticString, UInt8?) in [("CIF", cif), ("QCIF", qcif)] {
                if let interval {
                    text.appendParameter(name, UInt64(interval))
                }
            }
        case .h263(let intervals):
            for (name, interval) in zip(Self.h263Names, intervals).reversed() {
                if let interval {
                    text.appendParameter(name, UInt64(interval))
                }
            }
        case .h264(let level):
            return level.parameters
        }
        return text.isEmpty ? nil : ByteString(text)
    }
}
