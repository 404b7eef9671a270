/// Which final SIP statuses a dialplan can choose.
///
/// A few are malformed without a header that only an element with something to say in it can write: a challenge, a list
/// of extensions, a bound.
package enum RefusalStatus {
    /// The header that a status is malformed without and that nobody here has, with its clause; `nil` for all others.
    package static func missingHeader(of status: UInt16) -> String? {
        switch status {
        case 401: "WWW-Authenticate (RFC 3261 §20.44)"
        case 407: "Proxy-Authenticate (RFC 3261 §20.27)"
        case 417: "Accept-Resource-Priority (RFC 4412 §3.2)"
        case 420: "Unsupported (RFC 3261 §21.4.15)"
        case 421: "Require (RFC 3261 §21.4.16)"
        case 422: "Min-SE (RFC 4028 §6)"
        case 423: "Min-Expires (RFC 3261 §21.4.17)"
        case 494: "Security-Server (RFC 3329 §2.3.1)"
        default: nil
        }
    }

    /// The status that is sent for one: itself, or the nearest that needs no header that nobody here has.
    ///
    /// Whoever asks for proof and has no challenge forbids; what else is malformed is a bad request, as which a client
    /// treats every status of its class that it does not know (RFC 3261 §8.1.3.2).
    package static func sendable(_ status: UInt16) -> UInt16 {
        guard self.missingHeader(of: status) != nil else {
            return status
        }
        switch status {
        case 401, 407, 494: return 403
        default: return 400
        }
    }
}
