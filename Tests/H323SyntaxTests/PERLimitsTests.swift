import H323Syntax
import ProtocolKit
import Testing

/// Messages that want more than they are worth.
struct PERLimitsTests {
    /// A generic parameter that holds itself so often.
    private static func nested(_ depth: Int) -> H245.GenericParameter {
        let value: H245.ParameterValue =
            depth == 0 ? .logical : .genericParameter([Self.nested(depth - 1)])
        return H245.GenericParameter(parameterIdentifier: .standard(1), parameterValue: value)
    }

    @Test
    func `a type that stands in itself too often is refused`() throws {
        var limits = PERLimits()
        limits.nesting = 6
        #expect(throws: Never.self) {
            try H245.GenericParameter(decoding: try Self.nested(2).encoded(), limits: limits)
        }
        do throws(H323SyntaxError) {
            _ = try H245.GenericParameter(decoding: try Self.nested(3).encoded(), limits: limits)
            Issue.record("this was read")
        } catch {
            #expect(error.reason == .tooDeep)
        }
    }

    @Test
    func `a list of more elements than allowed is refused before memory is taken for it`() throws {
        var limits = PERLimits()
        limits.elements = 10
        let aliases = [H225.AliasAddress](repeating: .dialledDigits("1"), count: 11)
        let few = H225.CallsAvailable(calls: 1)
        #expect(throws: Never.self) { try H225.CallsAvailable(decoding: try few.encoded(), limits: limits) }
        // A length of 0xBFFF elements with nothing behind it.
        var reject = H225.LocationRequest(
            requestSeqNum: 1,
            destinationInfo: aliases,
            replyAddress: .ipAddress(H225.TransportAddress.IpAddress(ip: [1, 2, 3, 4], port: 5))
        )
        reject.sourceInfo = aliases
        #expect(throws: H323SyntaxError.self) {
            try H225.LocationRequest(decoding: try reject.encoded(), limits: limits)
        }
    }

    @Test
    func `memory beyond the limit is refused`() throws {
        var limits = PERLimits()
        limits.storedOctets = 1_000
        let identifier = H225.NonStandardIdentifier.object(OID(1, 3, 6, 1))
        let value = H225.NonStandardParameter(
            nonStandardIdentifier: identifier,
            data: [UInt8](repeating: 1, count: 2_000)
        )
        do throws(H323SyntaxError) {
            _ = try H225.NonStandardParameter(decoding: try value.encoded(), limits: limits)
            Issue.record("this was read")
        } catch {
            #expect(error.reason == .tooLarge)
        }
    }

    @Test(arguments: MessageKind.allCases, [0x00, 0xFF, 0x55, 0xAA, 0x80, 0x01, 0x7F, 0xC4] as [UInt8])
    func `64 KiB of one octet are read or refused`(_ kind: MessageKind, _ octet: UInt8) {
        for first in UInt8.min...UInt8.max {
            let octets = [first] + [UInt8](repeating: octet, count: 65_530)
            if let message = try? kind.decode(octets) {
                #expect(throws: Never.self) { try message.encoded() }
            }
        }
    }
}
