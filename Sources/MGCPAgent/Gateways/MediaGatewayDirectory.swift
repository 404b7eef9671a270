package import MGCPSyntax
package import ProtocolKit

/// All gateways by their places in the configuration: found by address, and woken when one has something to do.
package struct MediaGatewayDirectory: Sendable {
    /// The gateways; `nil` where one has no address.
    private var gateways: [MediaGateway?]

    private var placesByAddress: [TransportAddress: Int] = [:]
    private var placesByIP: [IPAddress: [Int]] = [:]
    private var deadlines = DeadlineQueue<Int>()
    /// The deadline of each gateway in the queue, which is not moved when a gateway wants to be woken later: every
    /// datagram does that.
    private var registered: [Instant?]

    package init(_ settings: [Shared<MediaGatewaySettings>], timers: Shared<MGCPTimers>, at now: Instant) {
        self.gateways = settings.map { MediaGateway($0, timers: timers, at: now) }
        self.registered = Array(repeating: nil, count: settings.count)
        for (place, gateway) in settings.enumerated() {
            for address in gateway.value.addresses {
                self.placesByAddress[address] = self.placesByAddress[address] ?? place
                self.placesByIP[address.ip, default: []].append(place)
            }
            self.settle(place)
        }
    }

    /// The gateway at a place of the configuration.
    package subscript(place: Int) -> MediaGateway? {
        self.gateways.indices.contains(place) ? self.gateways[place] : nil
    }

    /// The gateway whose datagram comes from this address; `nil` when nobody is listened to there.
    ///
    /// Of several that share an IP address the one with this very port is meant, or else the first that may use any.
    package func place(of source: TransportAddress) -> Int? {
        if let place = self.placesByAddress[source] {
            return place
        }
        return self.placesByIP[source.ip]?.first { self.listens($0, to: source) }
    }

    private func listens(_ place: Int, to source: TransportAddress) -> Bool {
        self.gateways.indices.contains(place) && self.gateways[place]?.listens(to: source) ?? false
    }

    /// The gateway of an endpoint named like that and heard from this address: where several share the address, the name
    /// decides.
    package func place(of source: TransportAddress, naming domain: MGCPName) -> Int? {
        let places = self.placesByIP[source.ip] ?? []
        guard places.count > 1 else {
            return places.first.flatMap { self.listens($0, to: source) ? $0 : nil }
        }
        return places.first { self.listens($0, to: source) && self.isNamed($0, domain) } ?? self.place(of: source)
    }

    /// Whether the part of a name after the at sign means the gateway at this place.
    func isNamed(_ place: Int, _ domain: MGCPName) -> Bool {
        self.gateways.indices.contains(place) && self.gateways[place]?.isNamed(domain) ?? false
    }

    /// Tells a gateway something; returns what the agent must do about it.
    ///
    /// `change` is given `nil` where there is no gateway.
    package mutating func tell(
        _ place: Int,
        _ change: (inout MediaGateway?) -> MediaGateway.Action?
    ) -> MediaGateway.Action? {
        guard self.gateways.indices.contains(place) else {
            return nil
        }
        let action = change(&self.gateways[place])
        self.settle(place)
        return action
    }

    // MARK: Time

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        self.deadlines.next
    }

    /// Acts on one deadline that is not after `now`; to be called until it returns `nil`.
    package mutating func advance(to now: Instant) -> (place: Int, action: MediaGateway.Action)? {
        while let place = self.deadlines.popDue(at: now) {
            self.registered[place] = nil
            if let action = self.tell(place, { $0?.advance(to: now) }) {
                return (place, action)
            }
        }
        return nil
    }

    private mutating func settle(_ place: Int) {
        guard let deadline = self.gateways[place]?.nextDeadline else {
            return
        }
        if let registered = self.registered[place], registered <= deadline {
            return
        }
        self.registered[place] = deadline
        self.deadlines.set(deadline, for: place)
    }
}
