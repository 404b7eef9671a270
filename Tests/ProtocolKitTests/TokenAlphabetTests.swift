import ProtocolKit
import Testing

struct TokenAlphabetTests {
    @Test
    func `every value has one character and comes back from it`() {
        let characters = (0..<32).map { TokenAlphabet.character(UInt8($0)) }
        #expect(String(decoding: characters, as: UTF8.self) == "0123456789abcdefghjkmnpqrstvwxyz")
        #expect(characters.map { TokenAlphabet.value($0) } == (0..<32).map { UInt8($0) })
        #expect(["i", "l", "o", "u", "A", "-"].allSatisfy { TokenAlphabet.value($0.utf8.first ?? 0) == nil })
    }

    @Test(arguments: [0, 1, 31, 32, 0xFFFF_FFFF, 0x7_FFFF_FFFF] as [UInt64])
    func `a number of 35 bits survives in seven characters`(number: UInt64) {
        var bytes: [UInt8] = []
        TokenAlphabet.append(number, characters: 7, to: &bytes)
        #expect(bytes.count == 7)
        #expect(TokenAlphabet.number(in: bytes, at: 0..<7) == number)
        #expect(TokenAlphabet.number(in: bytes, at: 1..<9) == nil)
    }
}
