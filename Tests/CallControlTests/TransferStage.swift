import CallControl
import CallModel
import ProtocolKit
import SDP

/// A line in two calls: it talks to X, whom it has put on hold, in the first, and calls Y, or is called by it, in the second.
struct TransferStage {
    /// Who called whom in both calls.
    struct Parts: Sendable, CustomStringConvertible {
        var lineCalledX: Bool
        var lineCalledY: Bool

        static let all = [
            Parts(lineCalledX: false, lineCalledY: true), Parts(lineCalledX: true, lineCalledY: true),
            Parts(lineCalledX: false, lineCalledY: false), Parts(lineCalledX: true, lineCalledY: false),
        ]

        var description: String {
            (self.lineCalledX ? "the line called X, " : "X called, ") + (self.lineCalledY ? "then Y" : "then Y called")
        }
    }

    static let plan = "<action application='bridge' data='sip:b@b'/>"
    static let callee = AnswererID(1)

    var script: CallScript
    let parts: Parts

    /// X describes itself with port 4000, the line with 5000 and 5002, Y with 6000.
    init(
        _ parts: Parts = Parts.all[0],
        _ plan: String = plan,
        configure: (inout CallConfiguration) -> Void = { _ in }
    ) throws {
        self.parts = parts
        self.script = try CallScript(plan, configure: configure)
        self.talk(caller: CallScript.incoming(1), ports: parts.lineCalledX ? (5000, 4000) : (4000, 5000), placed: 1)
    }

    var x: LegID {
        self.parts.lineCalledX ? CallScript.placed(1) : CallScript.incoming(1)
    }

    var first: LegID {
        self.parts.lineCalledX ? CallScript.incoming(1) : CallScript.placed(1)
    }

    var second: LegID {
        self.parts.lineCalledY ? CallScript.incoming(2) : CallScript.placed(2)
    }

    var y: LegID {
        self.parts.lineCalledY ? CallScript.placed(2) : CallScript.incoming(2)
    }

    /// The line puts X on hold.
    mutating func hold() {
        let exchange = ExchangeID(.peer, 1)
        let hold = LegEvent.offer(CallScript.sdp(5000, "sendonly"), exchange, nil)
        let offer = self.offer(in: self.script.report(hold, from: self.first))
        _ = self.script.report(.answer(CallScript.sdp(4000, "recvonly"), offer, nil), from: self.x)
    }

    /// The second call begins, and somebody is placed for it.
    mutating func call() {
        let port = self.parts.lineCalledY ? 5002 : 6000
        _ = self.script.call(
            CallScript.setup("300", offer: CallScript.sdp(port)),
            from: CallScript.incoming(2)
        )
    }

    /// The second call is answered.
    mutating func answer() {
        let placed = CallScript.placed(2)
        let answer = CallScript.sdp(self.parts.lineCalledY ? 6000 : 5002)
        _ = self.script.report(.answer(answer, .outgoingSetup, Self.callee), from: placed)
        _ = self.script.report(.answered(Self.callee), from: placed)
        _ = self.script.report(.confirmed, from: CallScript.incoming(2))
    }

    /// The line asks that X and Y talk to each other.
    mutating func transfer() -> [String] {
        self.script.report(.transferRequested(.join(self.second)), from: self.first)
    }

    /// Both legs of the line end, as they were told.
    mutating func leave() {
        _ = self.script.report(.released(.normal), from: self.first)
        _ = self.script.report(.released(.normal), from: self.second)
    }

    private mutating func talk(caller: LegID, ports: (Int, Int), placed number: UInt64) {
        _ = self.script.call(CallScript.setup(offer: CallScript.sdp(ports.0)), from: caller)
        let placed = CallScript.placed(number)
        _ = self.script.report(.answer(CallScript.sdp(ports.1), .outgoingSetup, Self.callee), from: placed)
        _ = self.script.report(.answered(Self.callee), from: placed)
        _ = self.script.report(.confirmed, from: caller)
    }

    /// The exchange of the offer among these sentences.
    private func offer(in sentences: [String]) -> ExchangeID {
        let words = sentences.first { $0.contains(" offer ") }?.split(separator: " ") ?? []
        let number = words.count > 2 ? UInt32(words[2].dropFirst()) : nil
        return ExchangeID(.gateway, number ?? 0)
    }
}
