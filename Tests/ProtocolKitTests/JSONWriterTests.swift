import ProtocolKit
import Testing

struct JSONWriterTests {
    @Test(arguments: [
        ("plain", "\"plain\""),
        ("a\"b", #""a\"b""#),
        (#"a\b"#, #""a\\b""#),
        ("a\r\n\tb", #""a\r\n\tb""#),
        ("\u{1}\u{1F}\u{7F}", #""\u0001\u001f\u007f""#),
        ("Grüße 電話", "\"Grüße 電話\""),
    ])
    func `text is escaped as RFC 8259 §7 asks`(text: String, expected: String) {
        var json = JSONWriter()
        json.string(text)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test
    func `octets that are not UTF-8 are replaced`() {
        var json = JSONWriter()
        json.string(ByteString([0x61, 0xFF, 0xC3, 0x28]))
        #expect(String(decoding: json.bytes, as: UTF8.self) == "\"a\u{FFFD}\u{FFFD}(\"")
    }

    @Test
    func `objects, arrays and numbers nest with commas where they belong`() {
        var json = JSONWriter()
        json.object { json in
            json.name("a")
            json.array([1, -2]) { $0.number($1) }
            json.name("b")
            json.object { _ in }
            json.name("c")
            json.null()
            json.name("d")
            json.boolean(true)
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":[1,-2],"b":{},"c":null,"d":true}"#)
    }

    @Test(arguments: [
        (Duration.zero, "0.000"), (.milliseconds(1), "0.001"), (.milliseconds(12_345), "12.345"),
        (.milliseconds(-1500), "-1.500"), (.seconds(3600), "3600.000"),
    ])
    func `durations are seconds with three decimals`(duration: Duration, expected: String) {
        var json = JSONWriter()
        json.seconds(duration)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000000Z"),
        (951_782_400, "2000-02-29T00:00:00.000000Z"),
        (1_795_414_462, "2026-11-23T06:14:22.000000Z"),
        (4_102_444_799, "2099-12-31T23:59:59.000000Z"),
        (-1, "1969-12-31T23:59:59.000000Z"),
    ])
    func `moments are written as RFC 3339 in UTC`(seconds: Int64, expected: String) {
        #expect(CivilTime(nanoseconds: seconds * 1_000_000_000).description == expected)
    }
}
