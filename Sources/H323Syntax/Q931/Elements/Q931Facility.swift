/// Facility (Q.931 clause 4.6, Q.932): empty in H.225.0, whose services stand in the User-user element.
package struct Q931Facility: Q931Value {
    package static let identifier = Q931ElementIdentifier.facility

    /// What stands in it nonetheless.
    package let contents: [UInt8]

    package init(contents: [UInt8] = []) {
        self.contents = contents
    }
}
