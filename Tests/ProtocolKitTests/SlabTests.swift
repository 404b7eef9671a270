import ProtocolKit
import Testing

struct SlabTests {
    private var slab = Slab<String>()

    @Test
    mutating func `an index of a removed element does not find its successor`() {
        let first = self.slab.insert("first")
        self.slab.remove(first)
        let second = self.slab.insert("second")
        #expect(first.slot == second.slot)
        #expect(self.slab[first] == nil)
        #expect(self.slab[second] == "second")
        #expect(self.slab.remove(first) == nil)
        #expect(self.slab.count == 1)
    }

    @Test
    mutating func `elements change in place and writes to the dead are ignored`() {
        let indices = (0..<200).map { self.slab.insert("\($0)") }
        self.slab[indices[100]]?.append("!")
        #expect(self.slab[indices[100]] == "100!")
        self.slab.remove(indices[100])
        self.slab[indices[100]]?.append("!")
        #expect(self.slab[indices[100]] == nil)
        #expect(self.slab.indices.count == 199)
    }
}
