/// A packet of RFC 1006 §6 to send.
package enum TPKTPacket {
    /// `octets` behind a header; more than 65,531 of them do not fit.
    package static func octets(around octets: [UInt8]) throws(H323SyntaxError) -> [UInt8] {
        let length = octets.count + TPKTFramer.headerOctets
        guard length <= 0xFFFF else {
            throw H323SyntaxError(.tooLarge, at: 0)
        }
        var packet: [UInt8] = [3, 0, UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length)]
        packet.append(contentsOf: octets)
        return packet
    }
}
