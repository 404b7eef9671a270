import FuzzDriver
import RTP

@main
enum FuzzRTCP: FuzzTarget {
    /// Reads the octets as a compound packet; what is accepted must stay acceptable when a packet follows it.
    static func run(_ octets: [UInt8]) {
        _ = RTCPCompound(octets.span, isEncrypted: true)
        guard let compound = RTCPCompound(octets.span) else {
            return
        }
        precondition(octets.count % 4 == 0 && compound.count >= 1 && compound.count <= octets.count / 4)
        precondition(RTCPCompound.isRTCP(octets.span))
        let isPadded = compound.count == 1 && octets[0] & 0x20 != 0
        let goodbye: [UInt8] = [0x81, 203, 0, 1, 0, 0, 0, 1]
        if let longer = RTCPCompound((octets + goodbye).span) {
            precondition(longer.saysGoodbye && longer.count == compound.count + 1)
            precondition(longer.firstBlock == compound.firstBlock)
        } else {
            precondition(isPadded || compound.count > 1)
        }
    }
}
