import FuzzDriver
import H323Syntax

/// Cuts octets into packets in two ways, reads each as a Q.931 message, and checks that it means the same written anew.
@main
enum FuzzTPKT: FuzzTarget {
    static func run(_ octets: [UInt8]) {
        let whole = self.frames(octets, pieces: octets.count)
        let pieces = self.frames(octets, pieces: 7)
        precondition(whole == pieces, "the packets are the same, however they arrive")
        for case .packet(let packet) in whole {
            self.check(packet)
        }
        // A seed may be a message without a packet around it.
        self.check(octets)
    }

    private static func frames(_ octets: [UInt8], pieces: Int) -> [TPKTFramer.Frame] {
        var framer = TPKTFramer()
        var frames: [TPKTFramer.Frame] = []
        var rest = octets[...]
        while !rest.isEmpty {
            framer.receive(rest.prefix(max(1, pieces)))
            rest = rest.dropFirst(max(1, pieces))
            while let frame = framer.next() {
                frames.append(frame)
            }
        }
        return frames
    }

    private static func check(_ packet: [UInt8]) {
        guard let message = try? Q931Message(decoding: packet) else {
            return
        }
        guard let written = try? message.encoded(), let copy = try? Q931Message(decoding: written) else {
            preconditionFailure("what was read can be written and read")
        }
        precondition(copy == message && (try? copy.encoded()) == written, "a message written anew means the same")
        self.checkValues(message)
        _ = try? message.userInformation()
    }

    private static func checkValues(_ message: Q931Message) {
        self.check(message.all(Q931BearerCapability.self))
        self.check(message.all(Q931Cause.self))
        self.check(message.all(Q931CallState.self))
        self.check(message.all(Q931Facility.self))
        self.check(message.all(Q931ProgressIndicator.self))
        self.check(message.all(Q931NotificationIndicator.self))
        self.check(message.all(Q931Display.self))
        self.check(message.all(Q931KeypadFacility.self))
        self.check(message.all(Q931Signal.self))
        self.check(message.all(Q931ConnectedNumber.self))
        self.check(message.all(Q931CallingPartyNumber.self))
        self.check(message.all(Q931CalledPartyNumber.self))
        self.check(message.all(Q931RedirectingNumber.self))
        self.check(message.all(Q931UserUser.self))
    }

    private static func check<Value: Q931Value>(_ values: [Value]) {
        for value in values {
            guard let copy = Value(contents: value.contents) else {
                preconditionFailure("what was read can be written and read")
            }
            precondition(copy.contents == value.contents, "writing contents twice gives the same octets")
        }
    }
}
