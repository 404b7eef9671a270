import ProtocolKit
import SIPSyntax

/// Decodes every header that has a type.
enum EveryHeader {
    private static let types: [any SIPHeader.Type] = [
        Via.self, From.self, To.self, Contact.self, Route.self, RecordRoute.self, Path.self, ServiceRoute.self,
        PAssertedIdentity.self, PPreferredIdentity.self, PCalledPartyID.self, RemotePartyID.self, Diversion.self,
        HistoryInfo.self, ReferTo.self, ReferredBy.self, ReplyTo.self, CSeq.self, MaxForwards.self, ContentLength.self,
        Expires.self, MinExpires.self, RSeq.self, SessionExpires.self, MinSE.self, RAck.self, ContentType.self,
        Reason.self, RetryAfter.self, Warning.self, Privacy.self, SessionID.self, Replaces.self, Event.self,
        SubscriptionState.self, InfoPackage.self, RecvInfo.self, ContentDisposition.self, AllowEvents.self,
        PEarlyMedia.self, ContentEncoding.self, Server.self, UserAgent.self, Subject.self, AlertInfo.self,
        CallInfo.self, ErrorInfo.self, SIPDate.self, Timestamp.self, WWWAuthenticate.self, ProxyAuthenticate.self,
        Authorization.self, ProxyAuthorization.self,
    ]

    static func decode(in message: SIPMessage) {
        for type in self.types {
            self.decode(type, in: message)
        }
        for name in [SIPHeaderName.require, .supported, .unsupported, .proxyRequire] {
            _ = try? message.optionTags(of: name)
        }
        _ = try? message.allowedMethods()
        _ = try? message.accepts("application", "sdp")
        _ = try? message.sessionDescription()
        _ = message.requestURI?.user
        _ = message.topVia.receivedAddress
        _ = message.from.uri.detached
        _ = message.to.displayName
    }

    private static func decode<Header: SIPHeader>(_ type: Header.Type, in message: SIPMessage) {
        guard let values = try? message.all(type), let value = values.first as? any SIPWritableHeader else {
            return
        }
        var bytes: [UInt8] = []
        value.append(to: &bytes)
        var cursor = ByteCursor(bytes)
        precondition((try? Header(from: &cursor)) != nil, "what a header writes can be read: \(Header.name)")
    }
}
