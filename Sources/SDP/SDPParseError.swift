/// Why a session description was refused.
package struct SDPParseError: Error, Hashable, Sendable {
    /// What was wrong, with the clause of RFC 8866 that asks for it.
    package enum Reason: Hashable, Sendable {
        /// One of ``SDPLimits`` was exceeded.
        case limitExceeded
        /// The first line is not `v=` (§5.1).
        case missingVersion
        /// The version is not 0 (§5.1).
        case unknownVersion
        /// There is no `o=` (§5.2).
        case missingOrigin
        /// A line is not a type, an equals sign and a value, or holds NUL or a bare CR (§5, §9).
        case malformedLine
        /// A type that RFC 8866 does not know (§5: the whole description must then be ignored).
        case unknownType
        /// A type that may not stand at this level (§5).
        case misplacedLine
        /// A second `v=`, `o=`, `s=` or session-level `c=`.
        case repeatedLine
        /// The six fields of `o=` are not there (§5.2).
        case malformedOrigin
        /// The three fields of `c=` are not there (§5.7).
        case malformedConnection
        /// The fields of `m=` are not there, or the port is none (§5.14).
        case malformedMedia
    }

    /// What was wrong.
    package let reason: Reason

    /// The line, counted from 1; 0 when no line is to blame.
    package let line: Int

    init(_ reason: Reason, line: Int = 0) {
        self.reason = reason
        self.line = line
    }
}
