/// How much of a session description is read before it is refused.
package struct SDPLimits: Hashable, Sendable {
    /// The octets of the whole description.
    package var bytes = 32_768

    /// The octets of one line, its end not counted.
    package var lineLength = 8192

    /// The m-lines.
    package var mediaDescriptions = 32

    /// The lines other than `m=` of the session section and of each media section.
    package var linesPerSection = 512

    /// The formats of one m-line.
    package var formatsPerMedia = 64

    package init() {}

    /// What a description that has passed once may need when it is written anew.
    static var unlimited: SDPLimits {
        var limits = SDPLimits()
        limits.bytes = .max
        limits.lineLength = Int(UInt16.max)
        limits.mediaDescriptions = .max
        limits.linesPerSection = .max
        limits.formatsPerMedia = .max
        return limits
    }
}
