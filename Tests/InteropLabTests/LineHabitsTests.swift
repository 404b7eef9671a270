import InteropLab
import MGCPSyntax
import ProtocolKit
import SimulationKit
import Testing

/// What people at the telephones of a lab do by themselves.
struct LineHabitsTests {
    private var habits = LineHabits(answerDelay: .milliseconds(20), talkTime: nil)
    private let ring = LabNote.rings(LabRing(pattern: "rg"))

    private static func moment(_ milliseconds: Int64) -> Instant {
        Instant.start.advanced(by: .milliseconds(milliseconds))
    }

    @Test
    mutating func `a telephone that rings is answered, and put down when the other side has hung up`() throws {
        let connection = MGCPConnectionID(try #require(MGCPIdentifier("1")))
        self.habits.notice(self.ring, at: 3, isOffHook: false, now: Self.moment(0))

        #expect(self.habits.nextAct(at: Self.moment(19)) == nil)
        #expect(self.habits.nextAct(at: Self.moment(20)) == .liftsReceiver(3))
        self.habits.lifted(3, isConnected: true, now: Self.moment(20))
        #expect(self.habits.nextDeadline == nil)

        self.habits.notice(.connectionDeleted(connection), at: 3, isOffHook: true, now: Self.moment(500))
        #expect(self.habits.nextAct(at: Self.moment(500)) == .hangsUp(3))
    }

    @Test
    mutating func `a telephone that rings no more is left alone`() {
        self.habits.notice(self.ring, at: 3, isOffHook: false, now: Self.moment(0))
        self.habits.notice(.ringingStopped, at: 3, isOffHook: false, now: Self.moment(10))

        #expect(self.habits.nextDeadline == nil)
        #expect(self.habits.nextAct(at: Self.moment(1_000)) == nil)
    }

    @Test
    mutating func `whoever finds nobody there hangs up`() {
        self.habits.lifted(1, isConnected: false, now: Self.moment(0))

        #expect(self.habits.nextAct(at: Self.moment(999)) == nil)
        #expect(self.habits.nextAct(at: Self.moment(1_000)) == .hangsUp(1))
    }

    @Test
    func `people with a rhythm act at its beats`() {
        var habits = LineHabits(answerDelay: .milliseconds(20), talkTime: nil, rhythm: .milliseconds(10))
        habits.notice(self.ring, at: 0, isOffHook: false, now: Self.moment(3))
        habits.notice(self.ring, at: 1, isOffHook: false, now: Self.moment(10))

        #expect(habits.nextAct(at: Self.moment(29)) == nil)
        #expect(habits.nextDeadline == Self.moment(30))
        #expect(habits.nextAct(at: Self.moment(30)) != nil)
        #expect(habits.nextAct(at: Self.moment(30)) != nil)
    }

    @Test
    func `whoever has little time hangs up first`() {
        var habits = LineHabits(answerDelay: .milliseconds(20), talkTime: .milliseconds(100))
        habits.notice(self.ring, at: 0, isOffHook: false, now: Self.moment(0))

        #expect(habits.nextAct(at: Self.moment(20)) == .liftsReceiver(0))
        #expect(habits.nextAct(at: Self.moment(119)) == nil)
        #expect(habits.nextAct(at: Self.moment(120)) == .hangsUp(0))
    }
}
