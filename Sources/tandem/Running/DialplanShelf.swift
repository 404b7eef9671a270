package import CallModel
import DialplanEngine
package import ProtocolKit

/// The dialplans that a process has had: the live one, those that can come back, and one on trial.
///
/// It reads files and decides what becomes live; whoever owns it tells the gateway.
package struct DialplanShelf: Sendable {
    /// A dialplan that is or was live.
    package struct Kept: Sendable {
        /// What the gateway takes.
        package let ready: ReadyDialplan
        /// When its files were read.
        package let loaded: CivilTime
    }

    /// The files as they are now, which a gateway with the running configuration can take.
    package struct Reading: Sendable {
        /// What the gateway shall take.
        package let ready: ReadyDialplan

        /// Keys of the configuration that say something else than at the start and wait for the next one, sorted.
        package let waiting: [String]

        /// The configuration that names the files; `nil` when only they were read.
        fileprivate let configuration: TandemConfiguration?
    }

    /// Why no version can come back, or nothing can be promoted.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    /// The dialplans that can be live, the oldest first.
    package private(set) var kept: [Kept]

    /// The live one.
    package private(set) var live: ReadyDialplan

    /// The one that is evaluated beside it.
    package private(set) var candidate: ReadyDialplan?

    /// Dialplans that cannot come back but may still route calls.
    ///
    /// Whoever lets the last of a large one go does the work of taking it apart, which must not be the signaling loop.
    package private(set) var retired: [ReadyDialplan] = []

    /// What the gateway runs with; only its dialplan can change.
    private let running: LoadedConfiguration

    /// What says where the dialplan is: the configuration as it was read last.
    private var latest: TandemConfiguration

    private var nextNumber: UInt32

    package init(_ running: LoadedConfiguration, at time: CivilTime) {
        self.running = running
        self.latest = running.configuration
        self.live = running.ready
        self.kept = [Kept(ready: running.ready, loaded: time)]
        self.nextNumber = running.ready.version.number &+ 1
    }

    // MARK: Reload

    /// Reads the configuration and the dialplan, or only the dialplan's files, and changes nothing.
    ///
    /// What could not start is refused, and so is a dialplan that asks for what the running gateway does not have.
    package func read(dialplanOnly: Bool) throws(LoadError) -> Reading {
        guard !dialplanOnly else {
            return Reading(ready: try self.read(self.latest.dialplans), waiting: [], configuration: nil)
        }
        let fresh = try self.running.readAnew(number: self.nextNumber)
        let waiting = self.running.configuration.settings.paths(changedIn: fresh.configuration.settings)
            .filter { !Self.reloadable.contains($0) }
        return Reading(
            ready: waiting.isEmpty ? fresh.ready : try fresh.ready(for: self.running.configuration),
            waiting: waiting,
            configuration: fresh.configuration
        )
    }

    /// Whether what was read is another dialplan than the live one.
    package func isNew(_ reading: Reading) -> Bool {
        reading.ready.version.digest != self.live.version.digest
    }

    /// What was read is live, unless it is what was live before; whether it is new.
    package mutating func take(_ reading: Reading, at time: CivilTime) -> Bool {
        self.latest = reading.configuration ?? self.latest
        guard self.isNew(reading) else {
            self.forgetOldest()
            return false
        }
        self.nextNumber &+= 1
        self.install(reading.ready, loaded: time)
        return true
    }

    /// The keys that a reload changes.
    private static let reloadable: Set<String> = [
        "dialplan.files", "dialplan.file-size", "dialplan.targets", "dialplan.value-octets", "dialplan.conditions",
        "dialplan.actions", "dialplan.versions",
    ]

    private func read(_ paths: [String]) throws(LoadError) -> ReadyDialplan {
        let files = try DialplanFiles(
            paths: paths.map { self.running.resolve($0) },
            limits: self.latest.dialplanLimits
        )
        return try ReadyDialplan(files, for: self.running.configuration, number: self.nextNumber)
    }

    private mutating func install(_ ready: ReadyDialplan, loaded: CivilTime) {
        self.live = ready
        self.kept.append(Kept(ready: ready, loaded: loaded))
        self.forgetOldest()
    }

    /// The live one stays, however old it is.
    private mutating func forgetOldest() {
        while self.kept.count > self.latest.dialplanVersions,
            let oldest = self.kept.firstIndex(where: { $0.ready.version != self.live.version })
        {
            self.retired.append(self.kept.remove(at: oldest).ready)
        }
    }

    /// Lets go of the dialplans that cannot come back and that nothing uses any more.
    package mutating func forgetRetired(except used: Set<DialplanVersion>) {
        self.retired.removeAll { !used.contains($0.version) }
    }

    // MARK: Rollback

    /// Makes a version live again: the one of this name, as `7` or `7-3f9a2c`, or the latest before the live one.
    package mutating func rollBack(to name: String?) throws(Refusal) -> ReadyDialplan {
        let found: Kept?
        if let name {
            found = self.kept.last { [$0.ready.version.description, "\($0.ready.version.number)"].contains(name) }
        } else {
            found = self.kept.last { $0.ready.version.number < self.live.version.number }
        }
        let known = self.kept.map(\.ready.version.description).joined(separator: ", ")
        guard let found else {
            throw Refusal(
                description: name.map { "there is no dialplan \($0); kept are \(known)" }
                    ?? "no dialplan from before \(self.live.version) is kept; kept are \(known)"
            )
        }
        guard found.ready.version != self.live.version else {
            throw Refusal(description: "dialplan \(self.live.version) is live already; kept are \(known)")
        }
        self.live = found.ready
        return found.ready
    }

    // MARK: Trial

    /// Reads files that will be evaluated beside the live dialplan.
    package mutating func tryOut(_ paths: [String]) throws(LoadError) -> ReadyDialplan {
        let ready = try self.read(paths)
        self.nextNumber &+= 1
        _ = self.endTrial()
        self.candidate = ready
        return ready
    }

    /// Nothing is evaluated beside the live dialplan any more; what was.
    package mutating func endTrial() -> ReadyDialplan? {
        let candidate = self.candidate.take()
        self.retired += candidate.map { [$0] } ?? []
        return candidate
    }

    /// Makes the dialplan on trial live.
    package mutating func promote(at time: CivilTime) throws(Refusal) -> ReadyDialplan {
        guard let candidate = self.candidate.take() else {
            throw Refusal(description: "no dialplan is on trial; `tandem dialplan shadow start FILES…` begins one")
        }
        self.install(candidate, loaded: time)
        return candidate
    }
}
