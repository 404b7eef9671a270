package import CallModel
package import DialplanEngine
package import ProtocolKit

/// Which dialplan routes calls.
extension CallController {
    /// The dialplan that new calls are routed by.
    package var dialplanVersion: DialplanVersion {
        self.environment.dialplan.value.version
    }

    /// Routes new calls by this dialplan; everything in a call that has begun is routed by the one that it began with.
    package mutating func replaceDialplan(_ dialplan: Dialplan, by change: DialplanChange, at now: Instant) {
        self.environment.now = now
        let former = self.dialplanVersion
        self.environment.dialplan = Shared(dialplan)
        self.environment.observe(.dialplanReplaced(change, from: former, to: dialplan.version))
    }

    /// Somebody wanted another dialplan that cannot be used; the live one stays.
    package mutating func refuseDialplan(problems: Int) {
        self.environment.observe(.dialplanRefused(kept: self.dialplanVersion, problems: problems))
    }
}
