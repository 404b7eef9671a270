import MGCPSyntax

/// Messages as they come from a gateway.
enum ReceivedMessages {
    static func command(_ text: String) -> MGCPCommand? {
        var datagram = MGCPDatagram(Array(text.utf8))
        guard case .command(let command) = datagram.next() else {
            return nil
        }
        return command
    }

    static func response(_ text: String) -> MGCPResponse? {
        var datagram = MGCPDatagram(Array(text.utf8))
        guard case .response(let response) = datagram.next() else {
            return nil
        }
        return response
    }
}
