import CallModel
import DialplanEngine
import Testing

struct CauseSetTests {
    @Test
    func `a set holds what was inserted and not removed`() {
        var set: CauseSet = [.userBusy, .interworking]
        set.remove(.userBusy)

        #expect(!set.contains(.userBusy))
        #expect(set.contains(.interworking))
        #expect(!CauseSet.all.contains(Q850Cause(rawValue: 128)))
    }

    @Test
    func `fail-over stops by default when the callee has had enough`() {
        #expect(!CauseSet.failOverDefault.contains(.normalClearing))
        #expect(!CauseSet.failOverDefault.contains(.callRejected))
        #expect(CauseSet.failOverDefault.contains(.userBusy))
        #expect(CauseSet.failOverDefault.contains(.interworking))
    }
}
