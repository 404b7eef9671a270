/// Where whole lines are appended: a file, or what a test puts in its place.
package protocol CallRecordSink: Sendable {
    /// Appends complete lines and returns how many octets of them, ending with a line, are in place.
    mutating func append(_ lines: [UInt8]) -> Result<Int, CallRecordError>

    /// Nothing more is appended.
    mutating func close()
}
