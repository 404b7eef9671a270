import CallModel
import DialplanEngine

/// Legs that go from one call to another.
extension CallMedia {
    /// Gives up a leg that goes on in another call, whose anchors are on `thread`, if there are any.
    ///
    /// The leg keeps its ports when they are on that thread. Otherwise it is lent others and the former ones go back, since
    /// both anchors of a call are on the same thread; `nil`, with nothing changed, when none is free.
    mutating func handOver(_ place: Int, to thread: UInt16?, on plane: inout MediaPlane) -> LegMedia? {
        guard place < self.legs.count, let leg = self.legs[place] else {
            return LegMedia(profile: plane.settings.profile, isSettled: true)
        }
        if let anchor = leg.anchor, let thread, anchor.thread != thread {
            let moved = leg.moved(to: thread, on: &plane)
            if moved != nil {
                self.close(place, on: &plane)
            }
            return moved
        }
        if let joined, joined.first == place || joined.second == place {
            self.part(on: &plane)
        }
        self.legs[place] = nil
        return leg
    }

    /// Takes a leg in that another call has handed over; its media flows as before until the parties agree anew.
    mutating func take(_ leg: LegMedia, at place: Int) {
        while self.legs.count <= place {
            self.legs.append(nil)
        }
        self.legs[place] = leg
        self.forgetOffer(to: place)
    }

    /// What was offered to a leg last is of no interest any more: its partner is another one.
    mutating func forgetOffer(to place: Int) {
        if place < self.legs.count {
            self.legs[place]?.passed = nil
        }
    }

    /// Leads the media through the relay from now on, also where the parties have sent to each other.
    mutating func anchor() {
        self.path = .anchor
    }
}
