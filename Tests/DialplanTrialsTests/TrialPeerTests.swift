import DialplanTrials
import Testing

struct TrialPeerTests {
    @Test(arguments: [
        ("user/bob", "user/bob", true), ("user/bob", "user/bobby", false),
        ("trunk/carrier/*", "trunk/carrier/0123", true),
        ("trunk/carrier/*", "trunk/other/0123", false), ("*", "", true), ("*bob*", "sip:bob@192.0.2.1", true),
        ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbY", false), ("", "x", false),
    ])
    func `a pattern covers what its stars can stand for`(pattern: String, target: String, isCovered: Bool) {
        let peer = TrialPeer(pattern: pattern, behavior: .answers, after: .zero)

        #expect(peer.covers(target) == isCovered)
    }
}
