extension SIPStatus {
    /// The reason phrase that the registering RFC gives, or that of the class (RFC 3261 §8.1.3.2).
    package var reasonPhrase: StaticString {
        switch self.code {
        case 100: "Trying"
        case 180: "Ringing"
        case 181: "Call Is Being Forwarded"
        case 182: "Queued"
        case 183: "Session Progress"
        case 199: "Early Dialog Terminated"
        case 200: "OK"
        case 202: "Accepted"
        case 204: "No Notification"
        case 300: "Multiple Choices"
        case 301: "Moved Permanently"
        case 302: "Moved Temporarily"
        case 305: "Use Proxy"
        case 380: "Alternative Service"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 402: "Payment Required"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 407: "Proxy Authentication Required"
        case 408: "Request Timeout"
        case 410: "Gone"
        case 412: "Conditional Request Failed"
        case 413: "Request Entity Too Large"
        case 414: "Request-URI Too Long"
        case 415: "Unsupported Media Type"
        case 416: "Unsupported URI Scheme"
        case 417: "Unknown Resource-Priority"
        case 420: "Bad Extension"
        case 421: "Extension Required"
        case 422: "Session Interval Too Small"
        case 423: "Interval Too Brief"
        case 428: "Use Identity Header"
        case 429: "Provide Referrer Identity"
        case 430: "Flow Failed"
        case 433: "Anonymity Disallowed"
        case 436: "Bad Identity-Info"
        case 437: "Unsupported Certificate"
        case 438: "Invalid Identity Header"
        case 439: "First Hop Lacks Outbound Support"
        case 440: "Max-Breadth Exceeded"
        case 469: "Bad Info Package"
        case 470: "Consent Needed"
        case 480: "Temporarily Unavailable"
        case 481: "Call/Transaction Does Not Exist"
        case 482: "Loop Detected"
        case 483: "Too Many Hops"
        case 484: "Address Incomplete"
        case 485: "Ambiguous"
        case 486: "Busy Here"
        case 487: "Request Terminated"
        case 488: "Not Acceptable Here"
        case 489: "Bad Event"
        case 491: "Request Pending"
        case 493: "Undecipherable"
        case 494: "Security Agreement Required"
        case 500: "Server Internal Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Server Time-out"
        case 505: "Version Not Supported"
        case 513: "Message Too Large"
        case 580: "Precondition Failure"
        case 600: "Busy Everywhere"
        case 603: "Decline"
        case 604: "Does Not Exist Anywhere"
        case 606: "Not Acceptable"
        case 607: "Unwanted"
        case 608: "Rejected"
        case 100...199: "Session Progress"
        case 200...299: "OK"
        case 300...399: "Redirection"
        case 400...499: "Request Failure"
        case 500...599: "Server Failure"
        default: "Global Failure"
        }
    }
}

extension SIPStatus {
    /// 100 Trying.
    package static var trying: SIPStatus { SIPStatus(100) }

    /// 180 Ringing.
    package static var ringing: SIPStatus { SIPStatus(180) }

    /// 181 Call Is Being Forwarded.
    package static var callIsBeingForwarded: SIPStatus { SIPStatus(181) }

    /// 182 Queued.
    package static var queued: SIPStatus { SIPStatus(182) }

    /// 183 Session Progress.
    package static var sessionProgress: SIPStatus { SIPStatus(183) }

    /// 199 Early Dialog Terminated.
    package static var earlyDialogTerminated: SIPStatus { SIPStatus(199) }

    /// 200 OK.
    package static var ok: SIPStatus { SIPStatus(200) }

    /// 202 Accepted.
    package static var accepted: SIPStatus { SIPStatus(202) }

    /// 204 No Notification.
    package static var noNotification: SIPStatus { SIPStatus(204) }

    /// 300 Multiple Choices.
    package static var multipleChoices: SIPStatus { SIPStatus(300) }

    /// 301 Moved Permanently.
    package static var movedPermanently: SIPStatus { SIPStatus(301) }

    /// 302 Moved Temporarily.
    package static var movedTemporarily: SIPStatus { SIPStatus(302) }

    /// 305 Use Proxy.
    package static var useProxy: SIPStatus { SIPStatus(305) }

    /// 380 Alternative Service.
    package static var alternativeService: SIPStatus { SIPStatus(380) }

    /// 400 Bad Request.
    package static var badRequest: SIPStatus { SIPStatus(400) }

    /// 401 Unauthorized.
    package static var unauthorized: SIPStatus { SIPStatus(401) }

    /// 402 Payment Required.
    package static var paymentRequired: SIPStatus { SIPStatus(402) }

    /// 403 Forbidden.
    package static var forbidden: SIPStatus { SIPStatus(403) }

    /// 404 Not Found.
    package static var notFound: SIPStatus { SIPStatus(404) }

    /// 405 Method Not Allowed.
    package static var methodNotAllowed: SIPStatus { SIPStatus(405) }

    /// 406 Not Acceptable.
    package static var notAcceptable: SIPStatus { SIPStatus(406) }

    /// 407 Proxy Authentication Required.
    package static var proxyAuthenticationRequired: SIPStatus { SIPStatus(407) }

    /// 408 Request Timeout.
    package static var requestTimeout: SIPStatus { SIPStatus(408) }

    /// 410 Gone.
    package static var gone: SIPStatus { SIPStatus(410) }

    /// 412 Conditional Request Failed.
    package static var conditionalRequestFailed: SIPStatus { SIPStatus(412) }

    /// 413 Request Entity Too Large.
    package static var requestEntityTooLarge: SIPStatus { SIPStatus(413) }

    /// 414 Request-URI Too Long.
    package static var requestURITooLong: SIPStatus { SIPStatus(414) }

    /// 415 Unsupported Media Type.
    package static var unsupportedMediaType: SIPStatus { SIPStatus(415) }

    /// 416 Unsupported URI Scheme.
    package static var unsupportedURIScheme: SIPStatus { SIPStatus(416) }

    /// 417 Unknown Resource-Priority.
    package static var unknownResourcePriority: SIPStatus { SIPStatus(417) }

    /// 420 Bad Extension.
    package static var badExtension: SIPStatus { SIPStatus(420) }

    /// 421 Extension Required.
    package static var extensionRequired: SIPStatus { SIPStatus(421) }

    /// 422 Session Interval Too Small.
    package static var sessionIntervalTooSmall: SIPStatus { SIPStatus(422) }

    /// 423 Interval Too Brief.
    package static var intervalTooBrief: SIPStatus { SIPStatus(423) }

    /// 428 Use Identity Header.
    package static var useIdentityHeader: SIPStatus { SIPStatus(428) }

    /// 429 Provide Referrer Identity.
    package static var provideReferrerIdentity: SIPStatus { SIPStatus(429) }

    /// 430 Flow Failed.
    package static var flowFailed: SIPStatus { SIPStatus(430) }

    /// 433 Anonymity Disallowed.
    package static var anonymityDisallowed: SIPStatus { SIPStatus(433) }

    /// 436 Bad Identity-Info.
    package static var badIdentityInfo: SIPStatus { SIPStatus(436) }

    /// 437 Unsupported Certificate.
    package static var unsupportedCertificate: SIPStatus { SIPStatus(437) }

    /// 438 Invalid Identity Header.
    package static var invalidIdentityHeader: SIPStatus { SIPStatus(438) }

    /// 439 First Hop Lacks Outbound Support.
    package static var firstHopLacksOutboundSupport: SIPStatus { SIPStatus(439) }

    /// 440 Max-Breadth Exceeded.
    package static var maxBreadthExceeded: SIPStatus { SIPStatus(440) }

    /// 469 Bad Info Package.
    package static var badInfoPackage: SIPStatus { SIPStatus(469) }

    /// 470 Consent Needed.
    package static var consentNeeded: SIPStatus { SIPStatus(470) }

    /// 480 Temporarily Unavailable.
    package static var temporarilyUnavailable: SIPStatus { SIPStatus(480) }

    /// 481 Call/Transaction Does Not Exist.
    package static var callDoesNotExist: SIPStatus { SIPStatus(481) }

    /// 482 Loop Detected.
    package static var loopDetected: SIPStatus { SIPStatus(482) }

    /// 483 Too Many Hops.
    package static var tooManyHops: SIPStatus { SIPStatus(483) }

    /// 484 Address Incomplete.
    package static var addressIncomplete: SIPStatus { SIPStatus(484) }

    /// 485 Ambiguous.
    package static var ambiguous: SIPStatus { SIPStatus(485) }

    /// 486 Busy Here.
    package static var busyHere: SIPStatus { SIPStatus(486) }

    /// 487 Request Terminated.
    package static var requestTerminated: SIPStatus { SIPStatus(487) }

    /// 488 Not Acceptable Here.
    package static var notAcceptableHere: SIPStatus { SIPStatus(488) }

    /// 489 Bad Event.
    package static var badEvent: SIPStatus { SIPStatus(489) }

    /// 491 Request Pending.
    package static var requestPending: SIPStatus { SIPStatus(491) }

    /// 493 Undecipherable.
    package static var undecipherable: SIPStatus { SIPStatus(493) }

    /// 494 Security Agreement Required.
    package static var securityAgreementRequired: SIPStatus { SIPStatus(494) }

    /// 500 Server Internal Error.
    package static var serverInternalError: SIPStatus { SIPStatus(500) }

    /// 501 Not Implemented.
    package static var notImplemented: SIPStatus { SIPStatus(501) }

    /// 502 Bad Gateway.
    package static var badGateway: SIPStatus { SIPStatus(502) }

    /// 503 Service Unavailable.
    package static var serviceUnavailable: SIPStatus { SIPStatus(503) }

    /// 504 Server Time-out.
    package static var serverTimeout: SIPStatus { SIPStatus(504) }

    /// 505 Version Not Supported.
    package static var versionNotSupported: SIPStatus { SIPStatus(505) }

    /// 513 Message Too Large.
    package static var messageTooLarge: SIPStatus { SIPStatus(513) }

    /// 580 Precondition Failure.
    package static var preconditionFailure: SIPStatus { SIPStatus(580) }

    /// 600 Busy Everywhere.
    package static var busyEverywhere: SIPStatus { SIPStatus(600) }

    /// 603 Decline.
    package static var decline: SIPStatus { SIPStatus(603) }

    /// 604 Does Not Exist Anywhere.
    package static var doesNotExistAnywhere: SIPStatus { SIPStatus(604) }

    /// 606 Not Acceptable.
    package static var notAcceptableAnywhere: SIPStatus { SIPStatus(606) }

    /// 607 Unwanted.
    package static var unwanted: SIPStatus { SIPStatus(607) }

    /// 608 Rejected.
    package static var rejected: SIPStatus { SIPStatus(608) }
}
