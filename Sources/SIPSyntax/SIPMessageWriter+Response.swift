package import ProtocolKit

extension SIPMessageWriter {
    /// Starts the response to a request: status line, all Via, From, To with `toTag`, Call-ID and CSeq (RFC 3261 §8.2.6.2).
    ///
    /// The fields are copied as they came, so this serves a malformed request too. `toTag` is left out when the
    /// request's To has a tag. `source` is written into the top Via by ``copyVias(from:source:)``.
    package mutating func startResponse(
        _ status: SIPStatus,
        reason: ByteString? = nil,
        to request: SIPMessage,
        toTag: ByteString?,
        source: TransportAddress? = nil
    ) {
        self.startResponse(status, reason: reason)
        self.copyVias(from: request, source: source)
        self.copyFirst(.from, from: request)
        if let value = request.firstValue(of: .to) {
            self.field(.to) { bytes in
                bytes.append(contentsOf: request.bytes[value])
                if let toTag, request.toTagRange == nil {
                    bytes.append(";tag=")
                    bytes.append(contentsOf: toTag.bytes)
                }
            }
        }
        self.copyFirst(.callID, from: request)
        self.copyFirst(.cseq, from: request)
    }

    /// Copies all Via fields, with the packet's source in the topmost value.
    ///
    /// `received` is added when sent-by is a name or another address (RFC 3261 §18.2.1) or when `rport` stands there,
    /// which also gets the port (RFC 3581 §4); a `received` or port that the peer wrote itself is replaced.
    package mutating func copyVias(from request: SIPMessage, source: TransportAddress?) {
        var isFirst = true
        for field in request.fields where field.known == .via {
            if isFirst, let source {
                self.field(.via) { bytes in
                    bytes.append(via: request.topVia, upTo: field.valueRange.upperBound, receivedFrom: source)
                }
            } else {
                self.copy(.via, request, field.valueRange)
            }
            isFirst = false
        }
    }

    private mutating func copyFirst(_ name: SIPHeaderName, from request: SIPMessage) {
        if let value = request.firstValue(of: name) {
            self.copy(name, request, value)
        }
    }
}

extension [UInt8] {
    /// Appends a Via value with its source, and what follows it in its field.
    fileprivate mutating func append(via: Via, upTo end: Int, receivedFrom source: TransportAddress) {
        let parameters = via.parametersRange
        guard !parameters.isEmpty || via.range.upperBound > via.range.lowerBound else {
            return
        }
        let head = parameters.isEmpty ? via.range : via.range.lowerBound..<parameters.lowerBound
        self.append(contentsOf: via.bytes[head])
        var scanner = Scanner(parameters)
        let octets = via.bytes.span
        var start = scanner.position
        while let parameter = try? scanner.parameter(octets) {
            if !octets.matches(parameter.name, "received"), !octets.matches(parameter.name, "rport") {
                self.append(contentsOf: via.bytes[start..<scanner.position])
            }
            start = scanner.position
        }
        if via.hasResponsePort || via.hostAddress != source.ip {
            self.append(";received=")
            self.append(address: source.ip)
        }
        if via.hasResponsePort {
            self.append(";rport=")
            self.appendDecimal(source.port)
        }
        self.append(contentsOf: via.bytes[via.range.upperBound..<Swift.max(end, via.range.upperBound)])
    }
}
