extension SIPHeaderName {
    /// `Accept`: RFC 3261 §20.1.
    package static var accept: SIPHeaderName { SIPHeaderName(.accept) }

    /// `Accept-Contact`: RFC 3841.
    package static var acceptContact: SIPHeaderName { SIPHeaderName(.acceptContact) }

    /// `Accept-Encoding`: RFC 3261 §20.2.
    package static var acceptEncoding: SIPHeaderName { SIPHeaderName(.acceptEncoding) }

    /// `Accept-Language`: RFC 3261 §20.3.
    package static var acceptLanguage: SIPHeaderName { SIPHeaderName(.acceptLanguage) }

    /// `Alert-Info`: RFC 3261 §20.4.
    package static var alertInfo: SIPHeaderName { SIPHeaderName(.alertInfo) }

    /// `Allow`: RFC 3261 §20.5.
    package static var allow: SIPHeaderName { SIPHeaderName(.allow) }

    /// `Allow-Events`: RFC 6665.
    package static var allowEvents: SIPHeaderName { SIPHeaderName(.allowEvents) }

    /// `Answer-Mode`: RFC 5373.
    package static var answerMode: SIPHeaderName { SIPHeaderName(.answerMode) }

    /// `Authentication-Info`: RFC 3261 §20.6.
    package static var authenticationInfo: SIPHeaderName { SIPHeaderName(.authenticationInfo) }

    /// `Authorization`: RFC 3261 §20.7.
    package static var authorization: SIPHeaderName { SIPHeaderName(.authorization) }

    /// `Call-ID`: RFC 3261 §20.8.
    package static var callID: SIPHeaderName { SIPHeaderName(.callID) }

    /// `Call-Info`: RFC 3261 §20.9.
    package static var callInfo: SIPHeaderName { SIPHeaderName(.callInfo) }

    /// `Contact`: RFC 3261 §20.10.
    package static var contact: SIPHeaderName { SIPHeaderName(.contact) }

    /// `Content-Disposition`: RFC 3261 §20.11.
    package static var contentDisposition: SIPHeaderName { SIPHeaderName(.contentDisposition) }

    /// `Content-Encoding`: RFC 3261 §20.12.
    package static var contentEncoding: SIPHeaderName { SIPHeaderName(.contentEncoding) }

    /// `Content-ID`: RFC 8262.
    package static var contentID: SIPHeaderName { SIPHeaderName(.contentID) }

    /// `Content-Language`: RFC 3261 §20.13.
    package static var contentLanguage: SIPHeaderName { SIPHeaderName(.contentLanguage) }

    /// `Content-Length`: RFC 3261 §20.14.
    package static var contentLength: SIPHeaderName { SIPHeaderName(.contentLength) }

    /// `Content-Type`: RFC 3261 §20.15.
    package static var contentType: SIPHeaderName { SIPHeaderName(.contentType) }

    /// `CSeq`: RFC 3261 §20.16.
    package static var cseq: SIPHeaderName { SIPHeaderName(.cseq) }

    /// `Date`: RFC 3261 §20.17.
    package static var date: SIPHeaderName { SIPHeaderName(.date) }

    /// `Diversion`: RFC 5806.
    package static var diversion: SIPHeaderName { SIPHeaderName(.diversion) }

    /// `Error-Info`: RFC 3261 §20.18.
    package static var errorInfo: SIPHeaderName { SIPHeaderName(.errorInfo) }

    /// `Event`: RFC 6665.
    package static var event: SIPHeaderName { SIPHeaderName(.event) }

    /// `Expires`: RFC 3261 §20.19.
    package static var expires: SIPHeaderName { SIPHeaderName(.expires) }

    /// `Feature-Caps`: RFC 6809.
    package static var featureCaps: SIPHeaderName { SIPHeaderName(.featureCaps) }

    /// `Flow-Timer`: RFC 5626.
    package static var flowTimer: SIPHeaderName { SIPHeaderName(.flowTimer) }

    /// `From`: RFC 3261 §20.20.
    package static var from: SIPHeaderName { SIPHeaderName(.from) }

    /// `Geolocation`: RFC 6442.
    package static var geolocation: SIPHeaderName { SIPHeaderName(.geolocation) }

    /// `History-Info`: RFC 7044.
    package static var historyInfo: SIPHeaderName { SIPHeaderName(.historyInfo) }

    /// `Identity`: RFC 8224.
    package static var identity: SIPHeaderName { SIPHeaderName(.identity) }

    /// `In-Reply-To`: RFC 3261 §20.21.
    package static var inReplyTo: SIPHeaderName { SIPHeaderName(.inReplyTo) }

    /// `Info-Package`: RFC 6086.
    package static var infoPackage: SIPHeaderName { SIPHeaderName(.infoPackage) }

    /// `Join`: RFC 3911.
    package static var join: SIPHeaderName { SIPHeaderName(.join) }

    /// `Max-Breadth`: RFC 5393.
    package static var maxBreadth: SIPHeaderName { SIPHeaderName(.maxBreadth) }

    /// `Max-Forwards`: RFC 3261 §20.22.
    package static var maxForwards: SIPHeaderName { SIPHeaderName(.maxForwards) }

    /// `MIME-Version`: RFC 3261 §20.24.
    package static var mimeVersion: SIPHeaderName { SIPHeaderName(.mimeVersion) }

    /// `Min-Expires`: RFC 3261 §20.23.
    package static var minExpires: SIPHeaderName { SIPHeaderName(.minExpires) }

    /// `Min-SE`: RFC 4028.
    package static var minSE: SIPHeaderName { SIPHeaderName(.minSE) }

    /// `Organization`: RFC 3261 §20.25.
    package static var organization: SIPHeaderName { SIPHeaderName(.organization) }

    /// `P-Access-Network-Info`: RFC 7315.
    package static var pAccessNetworkInfo: SIPHeaderName { SIPHeaderName(.pAccessNetworkInfo) }

    /// `P-Asserted-Identity`: RFC 3325.
    package static var pAssertedIdentity: SIPHeaderName { SIPHeaderName(.pAssertedIdentity) }

    /// `P-Called-Party-ID`: RFC 7315.
    package static var pCalledPartyID: SIPHeaderName { SIPHeaderName(.pCalledPartyID) }

    /// `P-Charging-Vector`: RFC 7315.
    package static var pChargingVector: SIPHeaderName { SIPHeaderName(.pChargingVector) }

    /// `P-Early-Media`: RFC 5009.
    package static var pEarlyMedia: SIPHeaderName { SIPHeaderName(.pEarlyMedia) }

    /// `P-Preferred-Identity`: RFC 3325.
    package static var pPreferredIdentity: SIPHeaderName { SIPHeaderName(.pPreferredIdentity) }

    /// `Path`: RFC 3327.
    package static var path: SIPHeaderName { SIPHeaderName(.path) }

    /// `Priority`: RFC 3261 §20.26.
    package static var priority: SIPHeaderName { SIPHeaderName(.priority) }

    /// `Privacy`: RFC 3323.
    package static var privacy: SIPHeaderName { SIPHeaderName(.privacy) }

    /// `Proxy-Authenticate`: RFC 3261 §20.27.
    package static var proxyAuthenticate: SIPHeaderName { SIPHeaderName(.proxyAuthenticate) }

    /// `Proxy-Authentication-Info`: RFC 7615.
    package static var proxyAuthenticationInfo: SIPHeaderName { SIPHeaderName(.proxyAuthenticationInfo) }

    /// `Proxy-Authorization`: RFC 3261 §20.28.
    package static var proxyAuthorization: SIPHeaderName { SIPHeaderName(.proxyAuthorization) }

    /// `Proxy-Require`: RFC 3261 §20.29.
    package static var proxyRequire: SIPHeaderName { SIPHeaderName(.proxyRequire) }

    /// `RAck`: RFC 3262.
    package static var rack: SIPHeaderName { SIPHeaderName(.rack) }

    /// `Reason`: RFC 3326.
    package static var reason: SIPHeaderName { SIPHeaderName(.reason) }

    /// `Record-Route`: RFC 3261 §20.30.
    package static var recordRoute: SIPHeaderName { SIPHeaderName(.recordRoute) }

    /// `Recv-Info`: RFC 6086.
    package static var recvInfo: SIPHeaderName { SIPHeaderName(.recvInfo) }

    /// `Refer-Sub`: RFC 4488.
    package static var referSub: SIPHeaderName { SIPHeaderName(.referSub) }

    /// `Refer-To`: RFC 3515.
    package static var referTo: SIPHeaderName { SIPHeaderName(.referTo) }

    /// `Referred-By`: RFC 3892.
    package static var referredBy: SIPHeaderName { SIPHeaderName(.referredBy) }

    /// `Reject-Contact`: RFC 3841.
    package static var rejectContact: SIPHeaderName { SIPHeaderName(.rejectContact) }

    /// `Remote-Party-ID`: an expired draft still in use.
    package static var remotePartyID: SIPHeaderName { SIPHeaderName(.remotePartyID) }

    /// `Replaces`: RFC 3891.
    package static var replaces: SIPHeaderName { SIPHeaderName(.replaces) }

    /// `Reply-To`: RFC 3261 §20.31.
    package static var replyTo: SIPHeaderName { SIPHeaderName(.replyTo) }

    /// `Request-Disposition`: RFC 3841.
    package static var requestDisposition: SIPHeaderName { SIPHeaderName(.requestDisposition) }

    /// `Require`: RFC 3261 §20.32.
    package static var require: SIPHeaderName { SIPHeaderName(.require) }

    /// `Resource-Priority`: RFC 4412.
    package static var resourcePriority: SIPHeaderName { SIPHeaderName(.resourcePriority) }

    /// `Retry-After`: RFC 3261 §20.33.
    package static var retryAfter: SIPHeaderName { SIPHeaderName(.retryAfter) }

    /// `Route`: RFC 3261 §20.34.
    package static var route: SIPHeaderName { SIPHeaderName(.route) }

    /// `RSeq`: RFC 3262.
    package static var rseq: SIPHeaderName { SIPHeaderName(.rseq) }

    /// `Security-Client`: RFC 3329.
    package static var securityClient: SIPHeaderName { SIPHeaderName(.securityClient) }

    /// `Security-Server`: RFC 3329.
    package static var securityServer: SIPHeaderName { SIPHeaderName(.securityServer) }

    /// `Security-Verify`: RFC 3329.
    package static var securityVerify: SIPHeaderName { SIPHeaderName(.securityVerify) }

    /// `Server`: RFC 3261 §20.35.
    package static var server: SIPHeaderName { SIPHeaderName(.server) }

    /// `Service-Route`: RFC 3608.
    package static var serviceRoute: SIPHeaderName { SIPHeaderName(.serviceRoute) }

    /// `Session-Expires`: RFC 4028.
    package static var sessionExpires: SIPHeaderName { SIPHeaderName(.sessionExpires) }

    /// `Session-ID`: RFC 7989.
    package static var sessionID: SIPHeaderName { SIPHeaderName(.sessionID) }

    /// `SIP-ETag`: RFC 3903.
    package static var sipETag: SIPHeaderName { SIPHeaderName(.sipETag) }

    /// `SIP-If-Match`: RFC 3903.
    package static var sipIfMatch: SIPHeaderName { SIPHeaderName(.sipIfMatch) }

    /// `Subject`: RFC 3261 §20.36.
    package static var subject: SIPHeaderName { SIPHeaderName(.subject) }

    /// `Subscription-State`: RFC 6665.
    package static var subscriptionState: SIPHeaderName { SIPHeaderName(.subscriptionState) }

    /// `Supported`: RFC 3261 §20.37.
    package static var supported: SIPHeaderName { SIPHeaderName(.supported) }

    /// `Target-Dialog`: RFC 4538.
    package static var targetDialog: SIPHeaderName { SIPHeaderName(.targetDialog) }

    /// `Timestamp`: RFC 3261 §20.38.
    package static var timestamp: SIPHeaderName { SIPHeaderName(.timestamp) }

    /// `To`: RFC 3261 §20.39.
    package static var to: SIPHeaderName { SIPHeaderName(.to) }

    /// `Unsupported`: RFC 3261 §20.40.
    package static var unsupported: SIPHeaderName { SIPHeaderName(.unsupported) }

    /// `User-Agent`: RFC 3261 §20.41.
    package static var userAgent: SIPHeaderName { SIPHeaderName(.userAgent) }

    /// `User-to-User`: RFC 7433.
    package static var userToUser: SIPHeaderName { SIPHeaderName(.userToUser) }

    /// `Via`: RFC 3261 §20.42.
    package static var via: SIPHeaderName { SIPHeaderName(.via) }

    /// `Warning`: RFC 3261 §20.43.
    package static var warning: SIPHeaderName { SIPHeaderName(.warning) }

    /// `WWW-Authenticate`: RFC 3261 §20.44.
    package static var wwwAuthenticate: SIPHeaderName { SIPHeaderName(.wwwAuthenticate) }
}
