extension Q931Message {
    /// The H.225.0 message in the User-user element, or `nil` when there is none.
    package func userInformation(
        limits: PERLimits = PERLimits()
    ) throws(H323SyntaxError) -> H225.H323UserInformation? {
        guard let userUser = self.first(Q931UserUser.self), userUser.isASN1 else {
            return nil
        }
        return try H225.H323UserInformation(decoding: userUser.information, limits: limits)
    }

    /// Puts an H.225.0 message into the User-user element, in place of one that is there.
    package mutating func setUserInformation(
        _ information: H225.H323UserInformation,
        extensionBitmaps: PERExtensionBitmaps = .asKnown
    ) throws(H323SyntaxError) {
        let octets = try information.encoded(extensionBitmaps: extensionBitmaps)
        self.elements.removeAll { $0.codeset == 0 && $0.identifier == .userUser }
        self.add(Q931UserUser(octets))
    }
}
