import MGCPSyntax
import ProtocolKit

/// Reading and writing in one line each, for tests.
enum Samples {
    static func outcomes(_ text: String, limits: MGCPLimits = MGCPLimits()) -> [MGCPParseOutcome] {
        self.outcomes(Array(text.utf8), limits: limits)
    }

    static func outcomes(_ octets: [UInt8], limits: MGCPLimits = MGCPLimits()) -> [MGCPParseOutcome] {
        var datagram = MGCPDatagram(octets, limits: limits)
        var outcomes: [MGCPParseOutcome] = []
        while let outcome = datagram.next() {
            outcomes.append(outcome)
        }
        return outcomes
    }

    /// The only message of a datagram, when it is a command.
    static func command(_ text: String, limits: MGCPLimits = MGCPLimits()) -> MGCPCommand? {
        let outcomes = self.outcomes(text, limits: limits)
        guard outcomes.count == 1, case .command(let command) = outcomes.first else {
            return nil
        }
        return command
    }

    /// The only message of a datagram, when it is a response.
    static func response(_ text: String) -> MGCPResponse? {
        let outcomes = self.outcomes(text)
        guard outcomes.count == 1, case .response(let response) = outcomes.first else {
            return nil
        }
        return response
    }

    /// Why the only message of a datagram was refused.
    static func error(_ text: String, limits: MGCPLimits = MGCPLimits()) -> MGCPParseError? {
        let outcomes = self.outcomes(text, limits: limits)
        guard outcomes.count == 1, let outcome = outcomes.first else {
            return nil
        }
        switch outcome {
        case .command, .response: return nil
        case .answerable(_, let error), .unanswerable(let error): return error
        }
    }

    static func written(_ value: some MGCPParameterValue) -> String {
        value.written.description
    }

    static func text(_ octets: some Sequence<UInt8>) -> String {
        String(decoding: Array(octets), as: UTF8.self)
    }
}

extension MGCPParameterValue {
    /// Reads a value from a text of the test.
    init(reading text: String, limits: MGCPLimits = MGCPLimits()) throws(MGCPParseError) {
        try self.init(parsing: ByteString(text), limits: limits)
    }
}
