import ProtocolKit
import RTP

/// libFuzzer's own main loop (compiler-rt, `fuzzer/FuzzerInterface.h`).
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ entry: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum FuzzRTP {
    static func main() {
        var count = CommandLine.argc
        var arguments = unsafe CommandLine.unsafeArgv
        _ = unsafe runFuzzer(&count, &arguments) { start, count in
            // libFuzzer promises `count` octets at `start` for the duration of the call.
            read(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }
}

/// Reads the octets as one packet, and as a stream of packets of twenty octets, whose figures must stay possible.
private func read(_ octets: [UInt8]) {
    for isEncrypted in [false, true] {
        guard let header = RTPHeader(octets.span, isEncrypted: isEncrypted) else {
            continue
        }
        precondition(header.payload.lowerBound >= RTPHeader.fixedLength && header.payload.upperBound <= octets.count)
        precondition(header.payloadType < 128)
        if let event = TelephoneEvent(octets.span, payload: header.payload) {
            precondition(event.volume < 64)
        }
    }
    if let datagram = UDPTLDatagram(octets.span) {
        precondition(datagram.primary.lowerBound >= 3 && datagram.primary.upperBound < octets.count)
        precondition(datagram.redundantPackets < octets.count)
    }
    var statistics = ReceptionStatistics()
    var events = TelephoneEventCounter()
    var count: UInt64 = 0
    for start in stride(from: 0, to: octets.count - 20, by: 20) {
        guard let header = RTPHeader(Array(octets[start..<start + 20]).span) else {
            continue
        }
        count += 1
        let now = Instant(nanoseconds: Int64(start) &* 1_000_003)
        statistics.receive(header, at: now, clockRate: header.timestamp, isTimed: !header.marker)
        _ = events.receive(header)
        _ = statistics.jitterMicroseconds(clockRate: header.timestamp)
    }
    precondition(statistics.received == count && events.count <= count)
    precondition(statistics.lost <= count * 0x1_0000)
}
