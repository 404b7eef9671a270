import ProtocolKit
import SIPSyntax

/// Decodes every header of a message that has a type, as the elements that use these headers do.
enum StrictDecoding {
    private static let headers: [any SIPHeader.Type] = [
        Via.self, From.self, To.self, Contact.self, Route.self, RecordRoute.self, Path.self, ServiceRoute.self,
        PAssertedIdentity.self, PPreferredIdentity.self, PCalledPartyID.self, RemotePartyID.self, Diversion.self,
        HistoryInfo.self, ReferTo.self, ReferredBy.self, ReplyTo.self, CSeq.self, MaxForwards.self, ContentLength.self,
        Expires.self, MinExpires.self, RSeq.self, SessionExpires.self, MinSE.self, RAck.self, ContentType.self,
        Reason.self, RetryAfter.self, Warning.self, Privacy.self, SessionID.self, Replaces.self, Event.self,
        SubscriptionState.self, InfoPackage.self, ContentDisposition.self, AllowEvents.self, PEarlyMedia.self,
        Server.self, UserAgent.self, Subject.self, Organization.self, AlertInfo.self, CallInfo.self, ErrorInfo.self,
        SIPDate.self, Timestamp.self, WWWAuthenticate.self, ProxyAuthenticate.self, Authorization.self,
        ProxyAuthorization.self,
    ]

    /// The first error that any header gives.
    static func error(in message: SIPMessage) -> SIPParseError? {
        do throws(SIPParseError) {
            for header in self.headers {
                try self.decode(header, message)
            }
            for name in [SIPHeaderName.require, .supported, .unsupported, .proxyRequire] {
                _ = try message.optionTags(of: name)
            }
            _ = try message.allowedMethods()
            _ = try message.accepts("application", "sdp")
            _ = try message.sessionDescription()
            return nil
        } catch {
            return error
        }
    }

    private static func decode<Header: SIPHeader>(
        _ header: Header.Type,
        _ message: SIPMessage
    ) throws(SIPParseError) {
        _ = try message.all(Header.self)
    }

    /// The error that one field gives whose value is `octets`.
    static func error<Header: SIPHeader>(in octets: some Collection<UInt8>, as header: Header.Type) -> SIPParseError? {
        var writer = SIPMessageWriter()
        writer.startResponse(.ok)
        for (name, value) in self.mandatory where name != Header.name {
            writer.header(name, literal: value)
        }
        writer.header(Header.name, octets)
        do throws(SIPParseError) {
            _ = try SIPMessage(parsing: writer.finish()).all(Header.self)
            return nil
        } catch {
            return error
        }
    }

    private static var mandatory: [(SIPHeaderName, StaticString)] {
        [
            (.via, "SIP/2.0/UDP 127.0.0.1"), (.from, "<sip:a@example.com>;tag=1"), (.to, "<sip:b@example.com>"),
            (.callID, "1"), (.cseq, "1 INVITE"),
        ]
    }
}
