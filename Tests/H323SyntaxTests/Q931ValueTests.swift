import H323Syntax
import ProtocolKit
import Testing

/// The contents of the information elements, from octets and back.
struct Q931ValueTests {
    /// Whether the contents give this value, and the value these contents.
    private static func agree<Value: Q931Value>(_ contents: [UInt8], _ value: Value) -> Bool {
        Value(contents: contents) == value && value.contents == contents
    }

    @Test
    func `a cause has its location, value and diagnostics`() {
        #expect(Self.agree([0x80, 0x90], Q931Cause(16)))
        #expect(Self.agree([0x8A, 0xFF], Q931Cause(127, location: 10)))
        #expect(Self.agree([0x82, 0x81, 0x83], Q931Cause(1, location: 2, diagnostics: [0x83])))
    }

    @Test
    func `a cause with the octet that names a recommendation is understood`() {
        let cause = Q931Cause(contents: [0x01, 0x80, 0x91])

        #expect(cause?.value == 17 && cause?.location == 1 && cause?.diagnostics == [])
    }

    @Test
    func `bearer capabilities of peers that disagree are understood`() {
        #expect(Self.agree([0x80, 0x90, 0xA5], Q931BearerCapability(transferCapability: 0)))
        let packet = Q931BearerCapability(transferCapability: 8, transferMode: 2, transferRate: 0)
        #expect(Self.agree([0x88, 0xC0, 0xA5], packet))
        let video = Q931BearerCapability(transferCapability: 8, rateMultiplier: 6)
        #expect(Self.agree([0x88, 0x98, 0x86, 0xA5], video))
        #expect(Q931BearerCapability(contents: [0x80, 0x90])?.layer1Protocol == nil)
    }

    @Test
    func `a number has a type, a plan, presentation and screening`() {
        var number = Q931PartyNumber("42")
        #expect(Self.agree([0x81, 0x34, 0x32], Q931CalledPartyNumber(number)))
        number.type = 2
        number.presentation = 1
        number.screening = 3
        #expect(Self.agree([0x21, 0xA3, 0x34, 0x32], Q931CallingPartyNumber(number)))
        #expect(Self.agree([0x21, 0xA3, 0x34, 0x32], Q931ConnectedNumber(number)))
        number.reason = 15
        #expect(Self.agree([0x21, 0x23, 0x8F, 0x34, 0x32], Q931RedirectingNumber(number)))
        #expect(Q931CallingPartyNumber(number).contents == [0x21, 0xA3, 0x34, 0x32])
    }

    @Test
    func `a number without digits is one`() {
        #expect(Self.agree([0x00, 0xA0], Q931CallingPartyNumber(Self.unavailable)))
    }

    private static var unavailable: Q931PartyNumber {
        var number = Q931PartyNumber("")
        number.plan = 0
        number.presentation = 1
        return number
    }

    @Test
    func `the small elements hold one number`() {
        #expect(Self.agree([0x8A], Q931CallState(0x0A)) == false)
        #expect(Self.agree([0x0A], Q931CallState(10)))
        #expect(Self.agree([0x3F], Q931Signal(63)))
        #expect(Self.agree([0xF9], Q931NotificationIndicator(121)))
        #expect(Self.agree([0x81, 0x88], Q931ProgressIndicator(8, location: 1)))
        #expect(Self.agree([], Q931Facility()))
        #expect(Self.agree([0x41], Q931Display("A")))
        #expect(Self.agree([0x23], Q931KeypadFacility("#")))
    }

    @Test
    func `a group of octets without an end is nothing`() {
        #expect(Q931CallingPartyNumber(contents: []) == nil)
        #expect(Q931CallingPartyNumber(contents: [0x01, 0x02]) == nil)
        #expect(Q931Cause(contents: [UInt8](repeating: 0, count: 20)) == nil)
        #expect(Q931Signal(contents: []) == nil)
        #expect(Q931CallState(contents: []) == nil)
        #expect(Q931NotificationIndicator(contents: []) == nil)
    }
}
