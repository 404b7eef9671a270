import ProtocolKit
import SIPSyntax
import Testing

/// Names: header fields, methods, statuses.
struct SIPNamesTests {
    @Test(
        arguments: [
            ("Via", "v"), ("From", "f"), ("To", "t"), ("Call-ID", "i"), ("Contact", "m"), ("Content-Length", "l"),
            ("Content-Type", "c"), ("Content-Encoding", "e"), ("Subject", "s"), ("Supported", "k"), ("Event", "o"),
            ("Allow-Events", "u"), ("Refer-To", "r"), ("Referred-By", "b"), ("Session-Expires", "x"), ("Identity", "y"),
        ]
    )
    func `a compact form is the same name`(long: String, compact: String) {
        let name = SIPHeaderName(ByteString(long))

        #expect(name == SIPHeaderName(ByteString(compact)))
        #expect(name == SIPHeaderName(ByteString(compact.uppercased())))
        #expect(name == SIPHeaderName(ByteString(long.uppercased())))
        #expect(name == SIPHeaderName(ByteString(long.lowercased())))
        #expect(name.text == ByteString(long))
    }

    @Test
    func `an unknown name is compared without case and kept as it is`() {
        #expect(SIPHeaderName("X-Example") == SIPHeaderName("x-eXAMPLE"))
        #expect(SIPHeaderName("X-Example") != SIPHeaderName("X-Example2"))
        #expect(SIPHeaderName("X-Example").text == "X-Example")
        #expect(SIPHeaderName("z") != SIPHeaderName.via)
        #expect(Set([SIPHeaderName("X-Example"), SIPHeaderName("x-example")]).count == 1)
    }

    @Test
    func `methods are compared with their case`() {
        for method in SIPMethod.known {
            #expect(SIPMethod(method.text) == method)
            #expect(SIPMethod(method.text.lowercased) == .other(method.text.lowercased))
        }
        #expect(SIPMethod("INVITES") == .other("INVITES"))
        #expect(SIPMethod("IN") == .other("IN"))
        #expect(SIPMethod("INFX") == .other("INFX"))
    }

    @Test
    func `statuses have their phrases and classes`() {
        #expect("\(SIPStatus.busyHere.reasonPhrase)" == "Busy Here")
        #expect("\(SIPStatus(499).reasonPhrase)" == "Request Failure")
        #expect(SIPStatus.trying.isProvisional && !SIPStatus.trying.isFinal)
        #expect(SIPStatus.movedTemporarily.isRedirection && SIPStatus.movedTemporarily.isFailure)
        #expect(SIPStatus(exactly: 99) == nil && SIPStatus(exactly: 700) == nil && SIPStatus(exactly: 699) == 699)
    }
}
