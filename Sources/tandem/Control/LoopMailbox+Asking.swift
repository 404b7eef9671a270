import Dispatch
import GatewayCore
import SignalingShell
import Synchronization

extension LoopMailbox<Gateway> {
    /// Runs on the loop between two inputs and waits for the result; `nil` when the loop does not come to it in time.
    ///
    /// What was asked is done all the same when the loop comes to it later.
    func ask<Answer: Sendable>(
        _ question: @escaping @Sendable (SignalingLoop<Gateway>, Switchboard) -> Answer
    ) -> Answer? {
        let box = AnswerBox<Answer>()
        self.post { loop in
            guard let board = loop.sink as? Switchboard else {
                return
            }
            box.put(question(loop, board))
        }
        return box.wait()
    }
}

/// Carries one answer from the loop's thread to the one that waits for it.
private final class AnswerBox<Answer: Sendable>: Sendable {
    private let answer = Mutex<Answer?>(nil)
    private let semaphore = DispatchSemaphore(value: 0)

    func put(_ answer: Answer) {
        self.answer.withLock { $0 = answer }
        self.semaphore.signal()
    }

    func wait() -> Answer? {
        guard self.semaphore.wait(timeout: .now() + 10) == .success else {
            return nil
        }
        return self.answer.withLock { $0 }
    }
}
