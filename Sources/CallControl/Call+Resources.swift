import CallModel
import DialplanEngine
import ProtocolKit

/// What dialplans count: how many calls, or legs, hold a resource at the same time.
extension Call {
    /// Holds a resource until the call ends; when too many hold it, the call ends, or goes on with that outcome.
    mutating func hold(_ limit: LimitAction, in environment: inout CallEnvironment) {
        guard !self.resources.contains(limit.resource) else {
            return
        }
        switch environment.resources.hold(limit.resource, upTo: limit.calls, isEmergency: self.isEmergency) {
        case .held:
            self.resources.append(limit.resource)
        case .exempt:
            break
        case .full:
            environment.observe(.limitReached(.resource, by: limit.resource))
            let cause = ReleaseCause.local(.limit, limit.cause)
            if limit.goesOn {
                self.outcome = .failed(cause)
            } else {
                self.release(cause, in: &environment)
            }
        }
    }

    /// The call has ended.
    mutating func releaseResources(in environment: inout CallEnvironment) {
        for resource in self.resources {
            environment.resources.release(resource)
        }
        self.resources = []
    }

    /// Reserves what a leg to a target takes; the cause, with nothing reserved, when that is used up.
    func reserve(
        _ target: Target,
        _ settings: LegSettings?,
        in environment: inout CallEnvironment
    ) -> (resource: ByteString?, obstacle: ReleaseCause?) {
        var resource: ByteString?
        if let capacity = settings?.capacity {
            switch environment.resources.hold(capacity.resource, upTo: capacity.calls, isEmergency: self.isEmergency) {
            case .held:
                resource = capacity.resource
            case .exempt:
                break
            case .full:
                environment.observe(.limitReached(.resource, by: capacity.resource))
                return (nil, .local(.limit, .congestion))
            }
        }
        if let trunk = target.trunk, !environment.limits.place(onTrunk: trunk, isEmergency: self.isEmergency) {
            environment.observe(.limitReached(.callsOfTrunk, by: trunk))
            if let resource {
                environment.resources.release(resource)
            }
            return (nil, .local(.limit, .congestion))
        }
        return (resource, nil)
    }
}
