/// The header names that have a number of their own, so that comparing them is comparing one octet.
enum KnownHeaderName: UInt8, CaseIterable, Sendable {
    case accept
    case acceptContact
    case acceptEncoding
    case acceptLanguage
    case alertInfo
    case allow
    case allowEvents
    case answerMode
    case authenticationInfo
    case authorization
    case callID
    case callInfo
    case contact
    case contentDisposition
    case contentEncoding
    case contentID
    case contentLanguage
    case contentLength
    case contentType
    case cseq
    case date
    case diversion
    case errorInfo
    case event
    case expires
    case featureCaps
    case flowTimer
    case from
    case geolocation
    case historyInfo
    case identity
    case inReplyTo
    case infoPackage
    case join
    case maxBreadth
    case maxForwards
    case mimeVersion
    case minExpires
    case minSE
    case organization
    case pAccessNetworkInfo
    case pAssertedIdentity
    case pCalledPartyID
    case pChargingVector
    case pEarlyMedia
    case pPreferredIdentity
    case path
    case priority
    case privacy
    case proxyAuthenticate
    case proxyAuthenticationInfo
    case proxyAuthorization
    case proxyRequire
    case rack
    case reason
    case recordRoute
    case recvInfo
    case referSub
    case referTo
    case referredBy
    case rejectContact
    case remotePartyID
    case replaces
    case replyTo
    case requestDisposition
    case require
    case resourcePriority
    case retryAfter
    case route
    case rseq
    case securityClient
    case securityServer
    case securityVerify
    case server
    case serviceRoute
    case sessionExpires
    case sessionID
    case sipETag
    case sipIfMatch
    case subject
    case subscriptionState
    case supported
    case targetDialog
    case timestamp
    case to
    case unsupported
    case userAgent
    case userToUser
    case via
    case warning
    case wwwAuthenticate

    /// The name as it is written on the wire.
    var spelling: StaticString {
        switch self {
        case .accept: "Accept"
        case .acceptContact: "Accept-Contact"
        case .acceptEncoding: "Accept-Encoding"
        case .acceptLanguage: "Accept-Language"
        case .alertInfo: "Alert-Info"
        case .allow: "Allow"
        case .allowEvents: "Allow-Events"
        case .answerMode: "Answer-Mode"
        case .authenticationInfo: "Authentication-Info"
        case .authorization: "Authorization"
        case .callID: "Call-ID"
        case .callInfo: "Call-Info"
        case .contact: "Contact"
        case .contentDisposition: "Content-Disposition"
        case .contentEncoding: "Content-Encoding"
        case .contentID: "Content-ID"
        case .contentLanguage: "Content-Language"
        case .contentLength: "Content-Length"
        case .contentType: "Content-Type"
        case .cseq: "CSeq"
        case .date: "Date"
        case .diversion: "Diversion"
        case .errorInfo: "Error-Info"
        case .event: "Event"
        case .expires: "Expires"
        case .featureCaps: "Feature-Caps"
        case .flowTimer: "Flow-Timer"
        case .from: "From"
        case .geolocation: "Geolocation"
        case .historyInfo: "History-Info"
        case .identity: "Identity"
        case .inReplyTo: "In-Reply-To"
        case .infoPackage: "Info-Package"
        case .join: "Join"
        case .maxBreadth: "Max-Breadth"
        case .maxForwards: "Max-Forwards"
        case .mimeVersion: "MIME-Version"
        case .minExpires: "Min-Expires"
        case .minSE: "Min-SE"
        case .organization: "Organization"
        case .pAccessNetworkInfo: "P-Access-Network-Info"
        case .pAssertedIdentity: "P-Asserted-Identity"
        case .pCalledPartyID: "P-Called-Party-ID"
        case .pChargingVector: "P-Charging-Vector"
        case .pEarlyMedia: "P-Early-Media"
        case .pPreferredIdentity: "P-Preferred-Identity"
        case .path: "Path"
        case .priority: "Priority"
        case .privacy: "Privacy"
        case .proxyAuthenticate: "Proxy-Authenticate"
        case .proxyAuthenticationInfo: "Proxy-Authentication-Info"
        case .proxyAuthorization: "Proxy-Authorization"
        case .proxyRequire: "Proxy-Require"
        case .rack: "RAck"
        case .reason: "Reason"
        case .recordRoute: "Record-Route"
        case .recvInfo: "Recv-Info"
        case .referSub: "Refer-Sub"
        case .referTo: "Refer-To"
        case .referredBy: "Referred-By"
        case .rejectContact: "Reject-Contact"
        case .remotePartyID: "Remote-Party-ID"
        case .replaces: "Replaces"
        case .replyTo: "Reply-To"
        case .requestDisposition: "Request-Disposition"
        case .require: "Require"
        case .resourcePriority: "Resource-Priority"
        case .retryAfter: "Retry-After"
        case .route: "Route"
        case .rseq: "RSeq"
        case .securityClient: "Security-Client"
        case .securityServer: "Security-Server"
        case .securityVerify: "Security-Verify"
        case .server: "Server"
        case .serviceRoute: "Service-Route"
        case .sessionExpires: "Session-Expires"
        case .sessionID: "Session-ID"
        case .sipETag: "SIP-ETag"
        case .sipIfMatch: "SIP-If-Match"
        case .subject: "Subject"
        case .subscriptionState: "Subscription-State"
        case .supported: "Supported"
        case .targetDialog: "Target-Dialog"
        case .timestamp: "Timestamp"
        case .to: "To"
        case .unsupported: "Unsupported"
        case .userAgent: "User-Agent"
        case .userToUser: "User-to-User"
        case .via: "Via"
        case .warning: "Warning"
        case .wwwAuthenticate: "WWW-Authenticate"
        }
    }

    /// The name that a compact form stands for (RFC 3261 §7.3.3), or `nil`.
    init?(compactForm letter: UInt8) {
        switch letter | 0x20 {
        case 0x61: self = .acceptContact
        case 0x62: self = .referredBy
        case 0x63: self = .contentType
        case 0x64: self = .requestDisposition
        case 0x65: self = .contentEncoding
        case 0x66: self = .from
        case 0x69: self = .callID
        case 0x6A: self = .rejectContact
        case 0x6B: self = .supported
        case 0x6C: self = .contentLength
        case 0x6D: self = .contact
        case 0x6F: self = .event
        case 0x72: self = .referTo
        case 0x73: self = .subject
        case 0x74: self = .to
        case 0x75: self = .allowEvents
        case 0x76: self = .via
        case 0x78: self = .sessionExpires
        case 0x79: self = .identity
        default: return nil
        }
    }
}
