import MGCPSyntax
import ProtocolKit
import SDP

/// A response of a media gateway of the lab before it is written.
struct LabReply {
    let code: MGCPReturnCode
    let commentary: ByteString?
    private var lines: [(inout MGCPMessageWriter) -> Void] = []
    private var descriptions: [(inout MGCPMessageWriter) -> Void] = []

    init(_ code: MGCPReturnCode, commentary: ByteString? = nil) {
        self.code = code
        self.commentary = commentary
    }

    /// Adds a parameter line.
    mutating func add(_ value: some MGCPParameterValue) {
        self.lines.append { $0.parameter(value) }
    }

    /// Adds a parameter line without a value.
    mutating func addEmpty(_ name: MGCPParameterName) {
        self.lines.append { $0.parameter(name, []) }
    }

    /// Adds a session description; `nil` says that there is none yet (RFC 3435 §3.3.7).
    mutating func add(_ description: SessionDescription?) {
        self.descriptions.append { writer in
            if let description {
                writer.description(description)
            } else {
                writer.absentDescription()
            }
        }
    }

    func written(_ id: MGCPTransactionID) -> [UInt8] {
        var writer = MGCPMessageWriter()
        writer.startResponse(self.code, id, commentary: self.commentary)
        for line in self.lines + self.descriptions {
            line(&writer)
        }
        return writer.bytes
    }
}

/// Why a command is refused.
struct LabRefusal: Error {
    let code: MGCPReturnCode

    init(_ code: MGCPReturnCode) {
        self.code = code
    }

    init(_ error: MGCPParseError) {
        self.code = error.returnCode
    }
}

extension MGCPParameters {
    /// Decodes a parameter; what is wrong with it refuses the command.
    func required<Value: MGCPParameterValue>(
        _ type: Value.Type,
        orElse code: MGCPReturnCode
    ) throws(LabRefusal)
        -> Value
    {
        guard let value = try self.optional(type) else {
            throw LabRefusal(code)
        }
        return value
    }

    /// Decodes a parameter that may be absent; what is wrong with it refuses the command.
    func optional<Value: MGCPParameterValue>(_ type: Value.Type) throws(LabRefusal) -> Value? {
        do throws(MGCPParseError) {
            return try self.first(type)
        } catch {
            throw LabRefusal(error)
        }
    }

    /// Decodes the session description.
    func remoteDescription() throws(LabRefusal) -> SessionDescription? {
        do throws(MGCPParseError) {
            return try self.description(0)
        } catch {
            throw LabRefusal(error)
        }
    }
}

extension LabQuirks {
    /// The message as a gateway with these quirks writes it.
    func bent(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        if self.writesLowerCase {
            let head = bytes.indices.first { place in
                bytes[place...].starts(with: [0x0D, 0x0A, 0x0D, 0x0A])
            }
            for place in 0..<(head ?? bytes.count) {
                bytes[place] = bytes[place].asciiLowercased
            }
        }
        if self.endsLinesWithLF {
            bytes.removeAll { $0 == 0x0D }
        }
        return bytes
    }
}
