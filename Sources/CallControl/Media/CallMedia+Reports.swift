package import CallModel

/// What the relay reports.
extension CallMedia {
    /// Whether every anchor that was opened is closed and its counters have come.
    package var isClosed: Bool {
        self.legs.allSatisfy { leg in
            leg.map { $0.anchor == nil || $0.isClosed && $0.counters != nil } ?? true
        }
    }

    /// What passed on the streams of a leg, once its counters have come.
    package func counters(of place: Int) -> [StreamCounters] {
        place < self.legs.count ? self.legs[place]?.counters ?? [] : []
    }

    /// The final counters of an anchor.
    package mutating func receive(_ counters: [StreamCounters], of anchor: MediaAnchor) {
        if let place = self.place(of: anchor) {
            self.legs[place]?.counters = counters
        }
    }

    /// A stream is silent; it counts as such until the leg is described anew.
    package mutating func receiveSilence(of stream: Int, on anchor: MediaAnchor) {
        if let place = self.place(of: anchor), self.legs[place]?.silent.contains(stream) == false {
            self.legs[place]?.silent.append(stream)
        }
    }

    /// Whether every stream of a leg on which its far end may send is silent, and there is one.
    package func isSilent(_ place: Int) -> Bool {
        place < self.legs.count && self.legs[place]?.isSilent == true
    }
}
