/// A package: a group of events and signals with a name of its own (RFC 3435 §2.1.6).
package struct MGCPPackage: Sendable {
    /// The name, in the case that its specification uses; any case means the same.
    package let name: StaticString

    /// The version that the specification defines.
    package let version: UInt16

    /// What it is called.
    package let title: StaticString

    /// Where it is defined.
    package let clause: StaticString

    /// Its events and signals.
    package let events: [MGCPEventDefinition]

    init(
        _ name: StaticString,
        version: UInt16 = 0,
        _ title: StaticString,
        _ clause: StaticString,
        _ events: [MGCPEventDefinition]
    ) {
        self.name = name
        self.version = version
        self.title = title
        self.clause = clause
        self.events = events
    }

    /// The definition of an event or signal; `nil` when the package has none of that name (522).
    package func definition(of event: MGCPName) -> MGCPEventDefinition? {
        self.events.first { event.isEqual(to: $0.name) }
    }

    /// Every package that this file's neighbours define.
    ///
    /// To add one, write a file with its table and name its packages here.
    package static let all: [MGCPPackage] =
        Self.base + Self.basic + Self.channelAssociated + Self.audio + Self.businessPhones + Self.fax + Self.former

    /// The package of this name; of two with the same name, the later specification's.
    package static func named(_ name: MGCPName) -> MGCPPackage? {
        self.all.first { name.isEqual(to: $0.name) }
    }

    /// The definition of the one event or signal that a name stands for, where no package named means `defaultPackage`.
    package static func definition(of name: EventName, defaultPackage: MGCPName) -> MGCPEventDefinition? {
        guard case .named(let event) = name.event, let package = name.packageName(defaultPackage) else {
            return nil
        }
        return Self.named(package)?.definition(of: event)
    }
}

/// What a package says of an event, a signal, or both in one (RFC 3435 §2.1.7, §6.6).
package struct MGCPEventDefinition: Sendable {
    /// How a signal ends (§2.1.7).
    package enum SignalKind: Hashable, Sendable {
        /// OO: when it is turned off.
        case onOff
        /// TO: after this many milliseconds; `nil` means that it never ends of itself, or that its content says when.
        case timeOut(milliseconds: UInt32?)
        /// BR: soon.
        case brief
    }

    /// How an event is detected, a set as the column "R" of the tables has it.
    package struct Detection: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// x: it can be requested.
        package static let requested = Detection(rawValue: 1)
        /// P: it is reported without a request.
        package static let persistent = Detection(rawValue: 3)
        /// S: it leaves a state that can be audited.
        package static let state = Detection(rawValue: 5)
        /// C: it can be requested on a connection.
        package static let onConnection = Detection(rawValue: 9)
    }

    /// The name.
    package let name: StaticString

    /// What it is called.
    package let title: StaticString

    /// How it is detected; empty when it is a signal only.
    package let detection: Detection

    /// How it ends as a signal; `nil` when it is an event only.
    package let signal: SignalKind?

    /// Whether the signal can be applied to a connection.
    package let appliesToConnections: Bool

    /// The parameters, as the table writes them; empty when there are none.
    package let parameters: StaticString

    /// Whether it can be requested.
    package var isEvent: Bool {
        !self.detection.isEmpty
    }

    /// Whether it can be applied.
    package var isSignal: Bool {
        self.signal != nil
    }

    init(
        _ name: StaticString,
        _ title: StaticString,
        _ detection: Detection = [],
        _ signal: SignalKind? = nil,
        onConnections: Bool = false,
        _ parameters: StaticString = ""
    ) {
        self.name = name
        self.title = title
        self.detection = detection
        self.signal = signal
        self.appliesToConnections = onConnections
        self.parameters = parameters
    }
}

extension MGCPEventDefinition.SignalKind {
    /// A time-out signal that ends after so many seconds.
    static func seconds(_ seconds: UInt32) -> Self {
        .timeOut(milliseconds: seconds * 1000)
    }

    /// A time-out signal that never ends of itself, or whose content says when.
    static let endless = Self.timeOut(milliseconds: nil)
}
