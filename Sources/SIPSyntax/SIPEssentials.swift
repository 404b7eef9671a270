import ProtocolKit

/// What the parser reads of every message, because every message is asked for it.
struct SIPEssentials: Sendable {
    var requestURI = Extent.none
    var topVia = ViaLayout()
    var from = NameAddressLayout()
    var to = NameAddressLayout()
    var callID = Extent.none
    var cseqNumber: UInt32 = 0
    var cseqMethod = SIPMethod.other("")
    var maxForwards: UInt8?
    var contentLength: Int?
}
