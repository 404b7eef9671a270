import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3262 in every combination: what caller and callee can do, what the callee sends, where the offer stands.
struct ReliableProvisionalMatrixTests {
    enum Support: String, CaseIterable, Sendable {
        case required
        case supported
        case none
    }

    enum Progress: String, CaseIterable, Sendable {
        case ringing = "180"
        case progress = "183"
        case progressThenRinging = "183, 180"
        case severalProgresses = "183, 183, 183"

        var statuses: [UInt16] {
            switch self {
            case .ringing: [180]
            case .progress: [183]
            case .progressThenRinging: [183, 180]
            case .severalProgresses: [183, 183, 183]
            }
        }
    }

    enum OfferPlace: String, CaseIterable, Sendable {
        case invite
        case provisional
        case answer
    }

    struct Cell: Sendable, CustomTestStringConvertible {
        let caller: Support
        let callee: Support
        let progress: Progress
        let offer: OfferPlace

        var testDescription: String {
            "caller \(self.caller), callee \(self.callee), \(self.progress.rawValue), offer in \(self.offer)"
        }

        /// An offer in a provisional response needs a reliable one at both ends (RFC 3262 §5).
        var isPossible: Bool {
            self.offer != .provisional || self.callee != .none
        }
    }

    /// Without an offer and without reliable responses at the caller nothing reliable can be asked of the callee.
    private func offersReliability(_ cell: Cell) -> Bool {
        cell.caller != .none || cell.offer == .invite
    }

    static let cells: [Cell] = Support.allCases.flatMap { caller in
        Support.allCases.flatMap { callee in
            Progress.allCases.flatMap { progress in
                OfferPlace.allCases.map { Cell(caller: caller, callee: callee, progress: progress, offer: $0) }
            }
        }
    }.filter(\.isPossible)

    @Test(arguments: Self.cells)
    func `100rel matrix`(cell: Cell) throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.supports100rel = cell.caller != .none
        let out = alice.invite(
            "bob",
            offer: cell.offer == .invite ? alice.audio() : nil,
            headers: cell.caller == .required ? ["Require: 100rel"] : []
        )
        if cell.offer != .invite {
            out.answerInACK = alice.audio()
            out.answerInPRACK = { $0.body.isEmpty ? "" : alice.audio() }
        }
        var incoming = try bob.expectCall()
        let isOffered = incoming.received?.header(.supported)?.contains("100rel") == true
        #expect(isOffered == self.offersReliability(cell))
        if !isOffered, cell.callee == .required {
            incoming.respond(421, headers: ["Require: 100rel"])
            incoming = try bob.expectCall()
            let supported = try #require(incoming.received).fields(of: .supported)
            #expect(supported.contains { incoming.received?.text(in: $0.valueRange) == "100rel" })
        }
        let isDescribed = try self.progress(cell, incoming, out, from: bob)
        incoming.respond(200, body: isDescribed ? "" : bob.audio())
        let answer = try out.expect(200)
        try incoming.expectACK()
        #expect((out.responses + [answer]).contains { $0.bodyText.contains("m=audio") })
        if cell.caller == .none, cell.callee == .required, cell.offer == .provisional {
            // The offer was answered for the caller, who is heard only now.
            let offer = try incoming.expectRequest(.invite)
            #expect(offer.bodyText.contains("127.0.0.2") && offer.direction == "sendrecv")
            incoming.reply(200, to: .invite, body: bob.audio(version: 2))
            simulation.run(for: .seconds(1))
        }
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    /// Sends what the cell says; whether the callee has described its media for good.
    private func progress(_ cell: Cell, _ incoming: PhoneCall, _ out: PhoneCall, from bob: Phone) throws -> Bool {
        var isDescribed = false
        for status in cell.progress.statuses {
            let isReliable =
                cell.callee == .required || cell.callee == .supported && status == 183 && self.offersReliability(cell)
            let describes =
                !isDescribed && (cell.offer == .invite || cell.offer == .provisional && isReliable)
            let body = describes ? bob.audio() : ""
            if isReliable {
                incoming.respondReliably(status, body: body)
                let prack = try incoming.expectRequest(.prack)
                #expect(prack.bodyText.contains("m=audio") == (describes && cell.offer == .provisional))
                #expect(prack.bodyText.isEmpty || (prack.direction == "inactive") == (cell.caller == .none))
                isDescribed = isDescribed || describes
            } else {
                incoming.respond(status, body: body)
            }
            let heard = try out.expect(status)
            #expect((heard.header(.rseq) != nil) == (cell.caller != .none))
        }
        return isDescribed
    }
}
