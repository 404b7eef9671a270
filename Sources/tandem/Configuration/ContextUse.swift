package import ProtocolKit
import Yams

/// A dialplan context that calls start in, and where the configuration says so.
package struct ContextUse: Hashable, Sendable {
    /// Whose calls, in words for people.
    package let owner: String

    /// The context.
    package let context: ByteString

    /// The file, or the environment variable.
    package let place: String

    /// The line, from 1; 0 when there is none.
    package let line: Int

    /// The column, from 1; 0 when there is none.
    package let column: Int

    /// The key with the keys around it.
    package let key: String

    /// What the key of a section says, or leaves to the default.
    init(_ owner: String, _ context: ByteString, _ section: Section, key: String) {
        let scalar = section.place(of: key)
        self.owner = owner
        self.context = context
        self.place = scalar.place
        self.line = scalar.mark?.line ?? 0
        self.column = scalar.mark?.column ?? 0
        self.key = scalar.key
    }
}
