import FuzzDriver
import MGCPSyntax
import ProtocolKit
import SDP

/// Reads a datagram, decodes all that its messages hold, and checks that they mean the same written anew.
@main
enum FuzzMGCPMessage: FuzzTarget {
    static func run(_ octets: [UInt8]) {
        var datagram = MGCPDatagram(octets)
        var count = 0
        while let outcome = datagram.next() {
            count += 1
            precondition(count <= MGCPLimits().piggybackedMessages + 1, "the messages of a datagram are bounded")
            switch outcome {
            case .command(let command): self.check(command)
            case .response(let response): self.check(response)
            case .answerable(_, let error): precondition(error.returnCode.kind == .permanentError)
            case .unanswerable: continue
            }
        }
    }

    private static func check(_ command: MGCPCommand) {
        let written = self.rewritten(command)
        guard case .command(let copy) = self.only(written) else {
            preconditionFailure("a command that was written anew is one")
        }
        precondition(self.rewritten(copy) == written, "writing a command twice gives the same octets")
        precondition(copy.verb == command.verb && copy.transactionID == command.transactionID)
        precondition(copy.endpoint == command.endpoint && copy.version == command.version)
        precondition(command.endpoint.covers(copy.endpoint) || !command.endpoint.isSpecific)
        precondition(copy.ruleViolation == command.ruleViolation, "the rules see the same parameters")
        self.check(copy.parameters, command.parameters)
    }

    private static func check(_ response: MGCPResponse) {
        let written = self.rewritten(response)
        guard case .response(let copy) = self.only(written) else {
            preconditionFailure("a response that was written anew is one")
        }
        precondition(self.rewritten(copy) == written, "writing a response twice gives the same octets")
        precondition(copy.code == response.code && copy.transactionID == response.transactionID)
        precondition(copy.wantsAcknowledgement == response.wantsAcknowledgement)
        precondition(copy.commentary == response.commentary && copy.packageName == response.packageName)
        self.check(copy.parameters, response.parameters)
    }

    private static func check(_ copy: MGCPParameters, _ original: MGCPParameters) {
        precondition(copy.lines.map(\.known) == original.lines.map(\.known), "the parameters survive writing")
        precondition(copy.extensions == original.extensions, "extensions survive writing")
        precondition(copy.descriptionCount == original.descriptionCount)
        for index in 0..<original.descriptionCount {
            let description = try? original.description(index)
            precondition((try? copy.description(index)) == description, "descriptions survive writing")
        }
        for name in MGCPParameterName.allCases {
            precondition(copy.value(of: name).map(Array.init) == original.value(of: name).map(Array.init))
        }
    }

    /// The only message of a datagram.
    private static func only(_ octets: [UInt8]) -> MGCPParseOutcome? {
        var limits = MGCPLimits()
        // Written anew, line ends and the space after a colon may have been added.
        limits.datagramOctets = .max
        var datagram = MGCPDatagram(octets, limits: limits)
        let outcome = datagram.next()
        precondition(datagram.next() == nil, "nothing became a message of its own")
        return outcome
    }

    private static func rewritten(_ command: MGCPCommand) -> [UInt8] {
        var writer = MGCPMessageWriter()
        writer.startCommand(command.verb, command.transactionID, command.endpoint, version: command.version)
        self.copy(command.parameters, to: &writer)
        return writer.bytes
    }

    private static func rewritten(_ response: MGCPResponse) -> [UInt8] {
        var writer = MGCPMessageWriter()
        writer.startResponse(
            response.code,
            response.transactionID,
            packageName: response.packageName,
            commentary: response.commentary
        )
        self.copy(response.parameters, to: &writer)
        return writer.bytes
    }

    private static func copy(_ parameters: MGCPParameters, to writer: inout MGCPMessageWriter) {
        writer.copyParameters(of: parameters)
        for index in 0..<parameters.descriptionCount {
            writer.description(octets: parameters.descriptionOctets(index))
        }
    }
}
