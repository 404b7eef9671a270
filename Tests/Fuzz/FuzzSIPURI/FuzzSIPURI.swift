import ProtocolKit
import SIPSyntax

/// libFuzzer's own main loop (compiler-rt, `fuzzer/FuzzerInterface.h`).
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ entry: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Reads a URI, takes it apart, and checks that it equals itself and survives being built anew.
@main
enum FuzzSIPURI {
    static func main() {
        var count = CommandLine.argc
        var arguments = unsafe CommandLine.unsafeArgv
        _ = unsafe runFuzzer(&count, &arguments) { start, count in
            // libFuzzer promises `count` octets at `start` for the duration of the call.
            FuzzSIPURI.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }

    private static func run(_ octets: [UInt8]) {
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
