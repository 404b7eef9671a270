import CallModel
import CallRecords
import Logging
import ProtocolKit

extension Logger {
    /// One line for what matters, at a level that says how much.
    func log(_ observation: Observation) {
        switch observation {
        case .message:
            break
        case .callStarted(let call, _, let source, let caller, let called):
            self.info("call \(call) from \(caller) to \(called) by \(source.listener) \(source.remote)")
        case .callRouted(let call, let name, let dialplan):
            self.debug("call \(call) takes extension \(name) of dialplan \(dialplan)")
        case .legPlaced(let call, let leg, let target):
            self.debug("call \(call) places leg \(leg.text) to \(Self.text(target))")
        case .callAnswered(let call, let leg):
            self.debug("call \(call) is answered by leg \(leg.text)")
        case .callConnected(let call, let leg):
            self.debug("call \(call) is connected to leg \(leg.text)")
        case .decided(let call, let server):
            self.debug("call \(call) is decided by \(server)")
        case .undecided(let call, let server, let failure):
            self.warning("call \(call) has no answer of decision \(server): \(failure.words)")
        case .dialplanLogged(let call, let weight, let words):
            self.log(level: Self.level(weight), "call \(call): \(words)")
        case .legTransferred(let leg, let former, let call):
            self.debug("call \(former) hands leg \(leg.text) over to call \(call)")
        case .legReleased(let call, let leg, let cause):
            self.debug("call \(call) released leg \(leg.text): \(cause.text)")
        case .callEnded(let call, let cause):
            self.info("call \(call) ended: \(cause.text)")
        case .callRefused(let source, let cause):
            self.notice("call by \(source.listener) \(source.remote) refused: \(cause.text)")
        case .mediaFailed(let call, let failure):
            self.error("media of call \(call) failed: \(failure)")
        case .boundReached(let call):
            self.error("call \(call) released: too many consequences of one input")
        case .dialplanReplaced(let change, let former, let dialplan):
            self.notice("\(change): dialplan \(dialplan) routes new calls, \(former) did before")
        case .dialplanRefused(let kept, let problems):
            self.error("dialplan \(kept) stays; problems in what was to replace it: \(problems)")
        case .shadowChanged(let candidate):
            self.notice(
                candidate.map { "dialplan \($0) is evaluated beside the live one" }
                    ?? "no dialplan is evaluated beside the live one any more"
            )
        case .limitReached, .peerViolation, .transactionTimedOut, .authenticationFailed, .registered, .unregistered,
            .trunkRegistered, .trunkRegistrationFailed, .trunkReachable, .gatewayReachable, .endpointsRestarted,
            .orphanDeleted, .dialed, .decisionServerRests:
            self.logPeer(observation)
        }
    }

    /// What concerns peers and no call.
    private func logPeer(_ observation: Observation) {
        switch observation {
        case .limitReached(let limit, let who):
            self.warning("limit reached: \(limit)\(who.isEmpty ? "" : " by \(who)")")
        case .peerViolation(let violation):
            let peer = violation.from.map { "\($0) " } ?? ""
            self.notice("\(peer)departs from \(violation.clause): \(violation.what)")
        case .transactionTimedOut(_, let method, let peer):
            self.notice("no answer to \(method) from \(peer)")
        case .authenticationFailed(let user, let source):
            self.warning("wrong credentials of \(user) from \(source)")
        case .registered(let user, let contact, let expires, _):
            self.debug("\(user) is registered at \(contact) for \(expires.configured)")
        case .unregistered(let user, let contact, let reason):
            self.info("\(user) is no longer registered at \(contact): \(reason)")
        case .trunkRegistered(let trunk, let expires):
            self.info("registered with trunk \(trunk) for \(expires.configured)")
        case .trunkRegistrationFailed(let trunk, let status, let retry):
            self.error("trunk \(trunk) refuses our registration with \(status); next attempt in \(retry.configured)")
        case .trunkReachable(let trunk, let isReachable):
            if isReachable {
                self.notice("trunk \(trunk) answers")
            } else {
                self.error("trunk \(trunk) does not answer")
            }
        case .gatewayReachable(let gateway, let isReachable):
            if isReachable {
                self.notice("gateway \(gateway) answers")
            } else {
                self.error("gateway \(gateway) does not answer")
            }
        case .endpointsRestarted(let gateway, let endpoints, let method):
            self.notice("\(endpoints) of gateway \(gateway): \(method)")
        case .orphanDeleted(let endpoint, let connection):
            self.warning("connection \(connection) of \(endpoint) belonged to no call and was deleted")
        case .dialed(let line, let number):
            self.debug("line \(line) dialed \(number)")
        case .decisionServerRests(let server, let rests):
            if rests {
                self.error("decision \(server) fails and is left alone for a while")
            } else {
                self.notice("decision \(server) answers again")
            }
        case .message, .callStarted, .callRouted, .legPlaced, .callAnswered, .callConnected, .dialplanLogged,
            .decided, .undecided, .legTransferred, .legReleased, .callEnded,
            .callRefused, .mediaFailed, .boundReached, .dialplanReplaced, .dialplanRefused, .shadowChanged:
            break
        }
    }

    private static func level(_ weight: Observation.Weight) -> Level {
        switch weight {
        case .debug: .debug
        case .info: .info
        case .warning: .warning
        case .error: .error
        }
    }

    private static func text(_ target: Target) -> String {
        var text: [UInt8] = []
        text.append(target: target)
        return String(decoding: text, as: UTF8.self)
    }
}
