import ArgumentParser
import Foundation

/// Asks the gateway that runs with the same configuration file.
struct ControlClient {
    private let path: String

    /// The socket of the configuration; the dialplan is not read, so that a mistake in it does not keep anybody from looking.
    init(_ file: ConfigurationOption) throws {
        let environment = ProcessInfo.processInfo.environment
        do throws(LoadError) {
            self.path = try LoadedConfiguration.controlSocket(path: file.path, environment: environment)
        } catch {
            throw CommandFailure(error.description)
        }
    }

    /// Sends one request and waits for its reply; some ask for more than the gateway can do at once.
    func ask(_ request: ControlRequest, patience seconds: Int = 30) throws -> ControlReply {
        let socket: UnixSocket
        do {
            socket = try UnixSocket.connect(self.path)
        } catch {
            throw CommandFailure("no gateway answers at \(error); is it running with this configuration?")
        }
        defer { socket.close() }
        socket.limitWaiting(seconds: seconds)
        let bytes = try JSONEncoder().encode(request)
        guard socket.write(Array(bytes) + [0x0A]), let line = socket.readLine(limit: 1 << 30) else {
            throw CommandFailure("the gateway at \(self.path) closed the connection")
        }
        let reply = try JSONDecoder().decode(ControlReply.self, from: Data(line))
        guard reply.ok else {
            throw CommandFailure(reply.error ?? "the gateway refused")
        }
        return reply
    }
}

/// Why a command failed, for people.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
