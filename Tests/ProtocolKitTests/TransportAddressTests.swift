import ProtocolKit
import Testing

/// Text forms of addresses (RFC 4291 §2.2, RFC 5952 §4).
struct TransportAddressTests {
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "::1"),
        ("::", "::"),
        ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
        ("fe80::1:0", "fe80::1:0"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("1::8", "1::8"),
        ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
    ])
    func `an address prints in its canonical form`(text: String, canonical: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.description == canonical)
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.04", "1..2.3", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "12345::",
        "1:2:3:4:5:6:7:8:9", "g::1", "1.2.3.4::", "::1.2.3", "[::1]", "1:2:3:4:5:6:7::8:9",
    ])
    func `what is not an address is refused`(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        ("127.0.0.1:5060", true), ("[::1]:5060", true), ("::1:5060", false), ("1.2.3.4", false),
        ("1.2.3.4:99999", false),
    ])
    func `a transport address needs a port, and brackets around IPv6`(text: String, valid: Bool) {
        #expect((TransportAddress(text) != nil) == valid)
        if valid {
            #expect(TransportAddress(text)?.description == text)
        }
    }
}
