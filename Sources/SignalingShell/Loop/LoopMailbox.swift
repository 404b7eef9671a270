import CSocket
package import CallModel
import Synchronization

/// Takes what other threads have for the loop, and wakes it.
package final class LoopMailbox<Core: SignalingCore & ~Copyable>: Sendable {
    /// Something for the loop from another thread.
    enum Letter: Sendable {
        case reports([MediaReport])
        case resolved(ResolutionID, DNSAnswer)
        case decided(DecisionID, DecisionResult)
        case task(@Sendable (SignalingLoop<Core>) -> Void)
        case stop
    }

    private let letters = Mutex<[Letter]>([])
    let descriptor: Int32

    package init() throws(ShellError) {
        self.descriptor = csocket_wakeup_create()
        guard self.descriptor >= 0 else {
            throw ShellError("cannot make a wake-up descriptor", nil, code: -self.descriptor)
        }
    }

    deinit {
        csocket_close(self.descriptor)
    }

    /// The relay reports.
    package func post(_ reports: [MediaReport]) {
        self.put(.reports(reports))
    }

    /// A name was resolved, or not.
    package func post(_ resolution: ResolutionID, _ answer: DNSAnswer) {
        self.put(.resolved(resolution, answer))
    }

    /// A decision server has answered, or will not.
    package func post(_ question: DecisionID, _ result: DecisionResult) {
        self.put(.decided(question, result))
    }

    /// Runs something on the loop's thread, between two inputs.
    package func post(_ task: @escaping @Sendable (SignalingLoop<Core>) -> Void) {
        self.put(.task(task))
    }

    /// Ends the loop after the turn in which it learns of it.
    package func stop() {
        self.put(.stop)
    }

    private func put(_ letter: Letter) {
        let isFirst = self.letters.withLock { letters in
            letters.append(letter)
            return letters.count == 1
        }
        if isFirst {
            csocket_wakeup_raise(self.descriptor)
        }
    }

    /// Takes everything that was put in.
    func takeAll() -> [Letter] {
        csocket_wakeup_clear(self.descriptor)
        return self.letters.withLock { letters in
            let all = letters
            letters.removeAll(keepingCapacity: true)
            return all
        }
    }
}
