import ProtocolKit
import Testing

struct IdentifierSourceTests {
    @Test
    func `the same key gives the same identifiers and names its shard`() {
        var first = IdentifierSource(shard: 700, seed: 42)
        var second = IdentifierSource(shard: 700, seed: 42)
        for _ in 0..<100 {
            let token = first.token()
            #expect(token == second.token())
            #expect(IdentifierSource.shard(of: token.bytes) == 700)
            #expect(token.count == 18)
        }
    }

    @Test
    func `identifiers do not repeat`() {
        var source = IdentifierSource(seed: 1)
        #expect(Set((0..<10000).map { _ in source.token() }).count == 10000)
    }

    @Test
    func `the keystream is ChaCha20`() {
        // RFC 8439 A.1, test vector 1: key, counter and nonce all zero.
        var source = IdentifierSource(key: [])
        #expect(source.octets(8) == [0x76, 0xB8, 0xE0, 0xAD, 0xA0, 0xF1, 0x3D, 0x90])
        // Test vector 2 is the next block, counter 1.
        _ = source.octets(56)
        #expect(source.octets(8) == [0x9F, 0x07, 0xE7, 0xBE, 0x55, 0x51, 0x38, 0x7A])
        // A key whose octets all differ tells their order.
        source = IdentifierSource(key: Array(0..<32))
        #expect(source.octets(8) == [0x39, 0xFD, 0x2B, 0x7D, 0xD9, 0xC5, 0x19, 0x6A])
    }
}
