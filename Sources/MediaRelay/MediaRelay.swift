package import CallModel

/// Forwards media between the two legs of each call, on threads of its own.
///
/// Orders come in batches and are carried out in order; reports go out in batches on the media thread that makes them,
/// and whoever receives them hands them to the signaling loop. Between the two, packets meet no lock, no allocation
/// and no reference counting.
package final class MediaRelay: Sendable {
    private let threads: [RelayThread]

    /// Starts the threads.
    ///
    /// - Parameters:
    ///   - configuration: the bounds.
    ///   - report: called on a media thread with what there is to tell; it must not block.
    /// - Throws: ``MediaRelayError`` when the operating system refuses a descriptor or a thread.
    package init(
        configuration: MediaRelayConfiguration = MediaRelayConfiguration(),
        report: @escaping @Sendable ([MediaReport]) -> Void
    ) throws(MediaRelayError) {
        var threads: [RelayThread] = []
        for _ in 0..<max(1, configuration.threads) {
            do {
                threads.append(try RelayThread(configuration: configuration, report: report))
            } catch {
                for thread in threads {
                    thread.stop()
                }
                throw error
            }
        }
        self.threads = threads
    }

    /// Carries the orders out, in order, soon and elsewhere.
    package func submit(_ orders: [MediaOrder]) {
        guard self.threads.count > 1 else {
            self.threads[0].submit(orders)
            return
        }
        for (number, thread) in self.threads.enumerated() {
            thread.submit(orders.filter { Int($0.thread) % self.threads.count == number })
        }
    }

    /// Stops the threads and closes their sockets; returns when that is done.
    package func shutdown() {
        for thread in self.threads {
            thread.stop()
        }
    }
}

/// Why the relay cannot start.
package enum MediaRelayError: Error, Hashable, Sendable {
    /// No descriptor for polling or waking, with the errno.
    case noDescriptor(Int32)
    /// No thread, with the errno.
    case noThread(Int32)
}
