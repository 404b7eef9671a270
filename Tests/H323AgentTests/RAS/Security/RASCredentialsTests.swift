import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// The tokens of H.235.0 that prove a password, against values that were computed apart from this code.
struct RASCredentialsTests {
    private let credentials = RASCredentials(name: "alice", password: "secret")
    private let time = CivilTime(nanoseconds: 1_700_000_000_000_000_000)

    @Test
    func `an access token has the MD5 of its octet, the password and the time`() {
        var body = Sample.bandwidthRequest()
        self.credentials.sign(&body, by: .accessToken, at: self.time, octet: 0x2A)

        let token = body.tokens?.first
        #expect(token?.tokenOID == OID(1, 2, 840, 113548, 10, 1, 2, 1))
        #expect(token?.timeStamp == 1_700_000_000)
        #expect(token?.random == 42)
        #expect(token?.generalID == BMPString(units: Array("alice\0".utf16)))
        #expect(
            token?.challenge == [
                0xA6, 0x2C, 0xA5, 0x44, 0xA6, 0x11, 0x2E, 0x1C,
                0x4D, 0xC9, 0x9A, 0xBA, 0x7C, 0x02, 0x71, 0xA6,
            ]
        )
    }

    @Test
    func `a hashed token has the MD5 of the clear token that is not sent`() {
        var body = Sample.bandwidthRequest()
        self.credentials.sign(&body, by: .md5, at: self.time, octet: 0)

        guard case .cryptoEPPwdHash(let token) = body.cryptoTokens?.first else {
            Issue.record("no token")
            return
        }
        #expect(token.alias == .h323ID("alice"))
        #expect(token.timeStamp == 1_700_000_000)
        #expect(token.token.algorithmOID == OID(1, 2, 840, 113549, 2, 5))
        #expect(
            token.token.hash.octets == [
                0x17, 0xE8, 0x09, 0x2B, 0x96, 0x9D, 0xA1, 0xBC,
                0x39, 0x64, 0xC7, 0x90, 0x60, 0x3E, 0x7E, 0x87,
            ]
        )
        #expect(body.tokens == nil)
    }

    @Test
    func `signed messages can be written`() throws {
        var body = Sample.bandwidthRequest()
        for mechanism in RASMechanism.allCases {
            self.credentials.sign(&body, by: mechanism, at: self.time, octet: 255)
        }
        let message = try H225.RasMessage(decoding: try body.message.encoded())
        #expect(message == body.message)
    }
}
