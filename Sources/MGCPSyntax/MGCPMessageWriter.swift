package import ProtocolKit
package import SDP

/// Writes one datagram into one growing array.
///
/// Whatever is written as a value, control characters in it become spaces, so that no value can add a line.
package struct MGCPMessageWriter: Sendable {
    /// What has been written.
    package private(set) var bytes: [UInt8] = []

    package init(reservingCapacity capacity: Int = 512) {
        self.bytes.reserveCapacity(capacity)
    }

    /// Starts a command (RFC 3435 §3.2.1); a dot separates it from a message before it.
    package mutating func startCommand(
        _ verb: MGCPVerb,
        _ transactionID: MGCPTransactionID,
        _ endpoint: EndpointName,
        version: MGCPVersion = .mgcp
    ) {
        self.separate()
        verb.append(to: &self.bytes)
        self.bytes.append(0x20)
        self.bytes.appendDecimal(transactionID.number)
        self.bytes.append(0x20)
        endpoint.append(to: &self.bytes)
        self.bytes.append(0x20)
        version.append(to: &self.bytes)
        self.bytes.append("\r\n")
    }

    /// Starts a response (§3.3); a dot separates it from a message before it.
    ///
    /// Without a commentary, the meaning of a registered code stands there.
    package mutating func startResponse(
        _ code: MGCPReturnCode,
        _ transactionID: MGCPTransactionID?,
        packageName: MGCPName? = nil,
        commentary: ByteString? = nil
    ) {
        self.separate()
        for divisor in [UInt16(100), 10, 1] {
            self.bytes.append(0x30 &+ UInt8(truncatingIfNeeded: code.number / divisor % 10))
        }
        self.bytes.append(0x20)
        self.bytes.appendDecimal(transactionID?.number ?? 0)
        let start = self.bytes.count
        if let packageName {
            self.bytes.append(" /")
            self.bytes.append(contentsOf: packageName.text.bytes)
        }
        if let commentary {
            self.bytes.append(0x20)
            self.bytes.append(contentsOf: commentary.bytes)
        } else if let registration = code.registration {
            self.bytes.append(0x20)
            self.bytes.append(registration.meaning)
        }
        self.clean(from: start)
        self.bytes.append("\r\n")
    }

    /// Writes one parameter line.
    package mutating func parameter<Value: MGCPParameterValue>(_ value: Value) {
        self.bytes.append(Value.name.code)
        self.bytes.append(": ")
        let start = self.bytes.count
        value.append(to: &self.bytes)
        self.clean(from: start)
        self.bytes.append("\r\n")
    }

    /// Writes one parameter line from octets, which may be empty.
    package mutating func parameter(_ name: MGCPParameterName, _ value: some Collection<UInt8>) {
        self.bytes.append(name.code)
        self.line(value)
    }

    /// Writes one parameter line whose value `write` appends; none at all when it appends nothing.
    package mutating func parameter(_ name: MGCPParameterName, _ write: (inout [UInt8]) -> Void) {
        let line = self.bytes.count
        self.bytes.append(name.code)
        self.bytes.append(": ")
        let start = self.bytes.count
        write(&self.bytes)
        guard self.bytes.count > start else {
            self.bytes.removeSubrange(line...)
            return
        }
        self.clean(from: start)
        self.bytes.append("\r\n")
    }

    /// Writes a parameter that RFC 3435 does not define.
    package mutating func parameter(_ parameter: MGCPParameters.Extension) {
        let start = self.bytes.count
        self.bytes.append(contentsOf: parameter.name.text.bytes)
        self.clean(from: start)
        self.line(parameter.value.bytes)
    }

    /// Copies all parameter lines of a received message without decoding them.
    package mutating func copyParameters(of parameters: MGCPParameters) {
        for line in parameters.lines {
            let start = self.bytes.count
            if let known = line.known {
                self.bytes.append(known.code)
            } else {
                self.bytes.append(contentsOf: parameters.name(of: line).bytes)
                self.clean(from: start)
            }
            self.line(parameters.value(of: line))
        }
    }

    /// Copies what another writer has written after a first line.
    package mutating func copyBody(_ octets: [UInt8]) {
        self.bytes.append(contentsOf: octets)
    }

    /// Ends the parameters with a session description; a second call gives a second one (§3.3).
    package mutating func description(_ description: SessionDescription) {
        self.description(octets: description.serialized())
    }

    /// Ends the parameters with the octets of a session description.
    package mutating func description(octets: some Collection<UInt8>) {
        self.bytes.append("\r\n")
        self.bytes.append(contentsOf: octets)
        if self.bytes.last == 0x0D {
            self.bytes.append(0x0A)
        } else if self.bytes.last != 0x0A {
            self.bytes.append("\r\n")
        }
    }

    /// States that there is no session description yet, as the answer to an audit does (§3.3.7).
    package mutating func absentDescription() {
        self.bytes.append("\r\nv=0\r\n")
    }

    private mutating func separate() {
        if !self.bytes.isEmpty {
            self.bytes.append(".\r\n")
        }
    }

    private mutating func line(_ value: some Collection<UInt8>) {
        self.bytes.append(": ")
        let start = self.bytes.count
        self.bytes.append(contentsOf: value)
        self.clean(from: start)
        self.bytes.append("\r\n")
    }

    /// Turns the control characters since `start` into spaces.
    private mutating func clean(from start: Int) {
        for index in start..<self.bytes.count where self.bytes[index] < 0x20 && self.bytes[index] != 0x09 {
            self.bytes[index] = 0x20
        }
    }
}
