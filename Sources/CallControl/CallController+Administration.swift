import CallModel
package import ProtocolKit

extension CallController {
    /// Refuses new calls from now on and releases what still runs after `limit`.
    package mutating func stop(at now: Instant, releasingAfter limit: Duration) {
        self.stop = GracefulStop(limit: now.advanced(by: limit), remaining: nil)
    }

    /// Whether new calls are refused.
    package var isStopping: Bool {
        self.stop != nil
    }

    /// All calls, in no order.
    package var summaries: [CallSummary] {
        self.calls.indices.compactMap { self.calls[$0].map(CallSummary.init) }
    }

    /// Whether nothing is left of any call; for leak checks.
    package var isEmpty: Bool {
        self.calls.isEmpty && self.environment.legs.isEmpty && self.environment.anchors.isEmpty
            && self.callsOfDialplans.isEmpty && self.environment.limits.count == 0
            && self.environment.plane.ports.lentCount == 0
            && self.environment.resources.isEmpty && self.environment.decisions.isEmpty
    }

    /// Releases a portion of the calls when the time of a graceful stop is up.
    mutating func releaseForStop(at now: Instant) {
        guard let stop, stop.limit <= now else {
            return
        }
        var remaining = stop.remaining ?? self.calls.indices
        for _ in 0..<min(remaining.count, self.environment.configuration.releasesPerTurn) {
            let index = remaining.removeLast()
            self.change(index) { $0.release(.local(.stopping, .normalClearing), in: &$1) }
        }
        self.stop?.remaining = remaining
    }
}
