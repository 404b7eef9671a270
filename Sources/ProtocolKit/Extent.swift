/// Where something stands in a message, in eight octets.
public struct Extent: Hashable, Sendable {
    /// The offset of the first octet.
    public let start: UInt32

    /// The offset after the last octet.
    public let end: UInt32

    @inlinable
    @inline(__always)
    public init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    /// No octet at all; also stands for "absent".
    @inlinable
    public static var none: Extent {
        Extent(0, 0)
    }

    /// Whether there is no octet.
    @inlinable
    @inline(__always)
    public var isEmpty: Bool {
        self.end <= self.start
    }

    /// The number of octets.
    @inlinable
    @inline(__always)
    public var count: Int {
        Int(self.end) - Int(self.start)
    }

    /// The offsets of the octets.
    @inlinable
    @inline(__always)
    public var range: Range<Int> {
        Int(self.start)..<Int(self.end)
    }

    /// The range, or `nil` when there is no octet.
    @inlinable
    public var rangeIfPresent: Range<Int>? {
        self.isEmpty ? nil : self.range
    }
}
