import FuzzDriver
import H323Syntax

/// Reads a RAS message in aligned PER, and checks that it means the same written anew.
@main
enum FuzzRAS: FuzzTarget {
    static func run(_ octets: [UInt8]) {
        guard let message = try? H225.RasMessage(decoding: octets) else {
            return
        }
        guard let written = try? message.encoded(), let shortest = try? message.encoded(extensionBitmaps: .shortest)
        else {
            preconditionFailure("what was read can be written")
        }
        guard let copy = try? H225.RasMessage(decoding: written), let other = try? H225.RasMessage(decoding: shortest)
        else {
            preconditionFailure("what was written can be read")
        }
        precondition(copy == message && other == message, "a message written anew means the same")
        precondition((try? copy.encoded()) == written, "writing a message twice gives the same octets")
    }
}
