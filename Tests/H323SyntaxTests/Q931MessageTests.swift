import H323Syntax
import ProtocolKit
import Testing

/// Q.931 messages as H.225.0 uses them.
struct Q931MessageTests {
    /// A message of one call whose elements are these octets.
    private static func message(_ elements: [UInt8]) throws -> Q931Message {
        try Q931Message(decoding: [8, 2, 0x12, 0x34, 5] + elements)
    }

    @Test
    func `a message has its call reference, type and elements`() throws {
        let message = try Q931Message(decoding: [8, 2, 0x92, 0x34, 7, 0x28, 2, 0x48, 0x69, 0x7E, 0, 2, 5, 0x20])

        #expect(message.callReference == Q931CallReference(0x1234, isFromDestination: true))
        #expect(message.type == .connect)
        #expect(message.first(Q931Display.self)?.text == "Hi")
        #expect(message.first(Q931UserUser.self)?.information == [0x20])
    }

    @Test(arguments: [
        ([], H323SyntaxError.Reason.truncated),
        ([0x7E, 2], .unsupported),
        ([8], .truncated),
        ([8, 2, 0], .truncated),
        ([8, 2, 0, 1], .truncated),
        ([8, 3, 0, 0, 1, 5], .unsupported),
        ([8, 0, 5], .unsupported),
        ([8, 2, 0, 1, 5, 0x28], .truncated),
        ([8, 2, 0, 1, 5, 0x28, 2, 1], .truncated),
        ([8, 2, 0, 1, 5, 0x7E, 1], .truncated),
        ([8, 2, 0, 1, 5, 0x7E, 1, 0, 5], .truncated),
    ])
    func `what is no message is refused`(_ octets: [UInt8], _ reason: H323SyntaxError.Reason) {
        do throws(H323SyntaxError) {
            _ = try Q931Message(decoding: octets)
            Issue.record("this was read")
        } catch {
            #expect(error.reason == reason)
        }
    }

    @Test
    func `a NUL at the end of a display, keypad or number is no character`() throws {
        let message = try Self.message(
            [0x28, 4, 0x62, 0x6F, 0x62, 0, 0x2C, 2, 0x34, 0, 0x70, 4, 0x81, 0x32, 0x33, 0]
        )

        #expect(message.first(Q931Display.self)?.text == "bob")
        #expect(message.first(Q931KeypadFacility.self)?.text == "4")
        #expect(message.first(Q931CalledPartyNumber.self)?.number.digits == "23")
    }

    @Test
    func `elements in any order are found, and written as they stood`() throws {
        let octets: [UInt8] = [
            8, 2, 0, 1, 5, 0x7E, 0, 1, 5, 0x70, 2, 0x81, 0x32, 0x04, 3, 0x80, 0x90, 0xA5, 0x99, 0x04, 1, 7, 0xA1, 0x33,
            1, 2,
        ]
        let message = try Q931Message(decoding: octets)

        #expect(
            message.contains(.userUser) && message.contains(.calledPartyNumber) && message.contains(.sendingComplete)
        )
        #expect(message.first(Q931BearerCapability.self)?.transferRate == 16)
        #expect(message.elements.contains(Q931Element(Q931ElementIdentifier(rawValue: 0x33), [2])))
        #expect(try message.encoded() == octets)
    }

    @Test
    func `a shift hides the elements of other codesets`() throws {
        // Codeset 6 for one element, then codeset 5 until codeset 0 returns.
        let message = try Self.message([
            0x9E, 0x28, 1, 1, 0x28, 1, 0x41, 0x95, 0x28, 1, 2, 0x7E, 1, 3, 0x90, 0x08, 2, 0x80, 0x90,
        ])

        #expect(message.elements.map(\.codeset) == [6, 0, 5, 5, 0])
        #expect(message.first(Q931Display.self)?.text == "A")
        #expect(message.first(Q931Cause.self)?.value == 16)
        #expect(message.first(Q931UserUser.self) == nil)
        #expect(try Q931Message(decoding: message.encoded()) == message)
    }

    @Test
    func `an element of one octet keeps its value`() throws {
        let message = try Self.message([0xD1, 0xA1, 0xB3])

        #expect(message.elements.map(\.contents) == [[1], [], [3]])
        #expect(try message.encoded().suffix(3) == [0xD1, 0xA1, 0xB3])
    }

    @Test
    func `elements are added in the order of their codes`() {
        var message = Q931Message(.setup, Q931CallReference(7, isFromDestination: false))
        message.add(Q931UserUser([1]))
        message.add(Q931Display("a"))
        message.add(Q931ProgressIndicator(3))
        message.add(Q931Element(.sendingComplete, []))
        message.add(Q931ProgressIndicator(8))
        message.add(Q931BearerCapability(transferCapability: 0))

        let codes = message.elements.map(\.identifier.rawValue)
        #expect(codes == [0xA1, 0x04, 0x1E, 0x1E, 0x28, 0x7E])
        #expect(message.all(Q931ProgressIndicator.self).map(\.description) == [3, 8])
    }

    @Test
    func `contents that are not what they should be count as absent`() throws {
        let message = try Self.message([0x08, 1, 0x80, 0x04, 1, 0x80, 0x1E, 0, 0x70, 1, 0x01, 0x7E, 0, 0])

        #expect(message.elements.count == 5)
        #expect(message.first(Q931Cause.self) == nil)
        #expect(message.first(Q931BearerCapability.self) == nil)
        #expect(message.first(Q931ProgressIndicator.self) == nil)
        #expect(message.first(Q931CalledPartyNumber.self) == nil)
        #expect(try message.userInformation() == nil)
    }

    @Test
    func `a number of elements beyond the limit is refused`() {
        var limits = Q931Limits()
        limits.elements = 3
        let octets: [UInt8] = [8, 2, 0, 1, 5, 0xA1, 0xA1, 0xA1]

        #expect(throws: Never.self) { try Q931Message(decoding: octets, limits: limits) }
        #expect(throws: H323SyntaxError(.tooLarge, at: 9)) {
            try Q931Message(decoding: octets + [0xA1], limits: limits)
        }
    }

    @Test
    func `an element that its length cannot tell is not written`() {
        var message = Q931Message(.information, Q931CallReference(7, isFromDestination: false))
        message.add(Q931Element(.display, [UInt8](repeating: 0x41, count: 256)))

        #expect(throws: H323SyntaxError(.tooLarge, at: 5)) { try message.encoded() }
    }

    @Test
    func `an H.225 message goes into the User-user element and comes out`() throws {
        var facility = H225.FacilityUUIE(protocolIdentifier: OID(0, 0, 8, 2250, 0, 7), reason: .transportedInformation)
        facility.callIdentifier = H225.CallIdentifier(guid: [UInt8](1...16))
        var unit = H225.H323UUPDU(h323MessageBody: .facility(facility))
        unit.h245Tunnelling = true
        var message = Q931Message(.facility, Q931CallReference(7, isFromDestination: true))
        message.add(Q931Facility())
        try message.setUserInformation(H225.H323UserInformation(h323UuPdu: unit))
        try message.setUserInformation(H225.H323UserInformation(h323UuPdu: unit))

        let copy = try Q931Message(decoding: message.encoded())
        #expect(copy == message && copy.elements.count == 2)
        #expect(try copy.userInformation()?.h323UuPdu == unit)
    }
}
