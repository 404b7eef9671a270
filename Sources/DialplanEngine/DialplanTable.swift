import ProtocolKit

/// Values by key that conditions and actions look up.
final class DialplanTable: Sendable {
    /// The name.
    let name: ByteString

    /// The rows that the dialplan has; what calls are remembered by comes before them.
    let rows: [ByteString: ByteString]

    /// Where it stands.
    let place: DialplanPlace

    init(name: ByteString, rows: [ByteString: ByteString], place: DialplanPlace) {
        self.name = name
        self.rows = rows
        self.place = place
    }
}
