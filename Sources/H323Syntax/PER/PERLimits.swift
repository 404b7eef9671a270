/// How much one message may make the decoder do, whatever its lengths claim.
///
/// The standards bound hardly any list. The defaults are far beyond what a message of 64 KiB needs in practice.
package struct PERLimits: Hashable, Sendable {
    /// How often a type may stand in itself, as generic parameters do.
    package var nesting = 24

    /// The most elements of all lists of a message together.
    package var elements = 8_192

    /// The most octets of memory for what a message holds: list elements, strings and large parts.
    package var storedOctets = 1 << 20

    package init() {}
}
