import FuzzDriver
import ProtocolKit
import SIPSyntax

/// Reads a URI, takes it apart, and checks that it equals itself and survives being built anew.
@main
enum FuzzSIPURI: FuzzTarget {
    static func run(_ octets: [UInt8]) {
        guard let uri = try? SIPURI(octets) else {
            return
        }
        precondition(uri.text.bytes == octets, "a URI is printed as it was")
        precondition(uri.isEquivalent(to: uri.detached), "a URI equals itself")
        _ = uri.parameters.all
        _ = uri.headers
        _ = uri.telURI
        if let sip = uri.sipURI(atHost: "h") {
            precondition((try? SIPURI(sip)) != nil, "a tel URI as a SIP URI can be read")
        }
        if uri.isSIP {
            var builder = SIPURIBuilder(user: uri.user, host: uri.host, port: uri.port)
            for (name, value) in uri.parameters.all {
                builder.add(.unescaping(name.bytes), value)
            }
            let copy = try? SIPURI(builder.text)
            precondition(copy != nil && copy?.user == uri.user, "what is built can be read")
        }
    }
}
