import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Who is no media gateway of ours gets nothing and changes nothing (RFC 3435 §5).
struct SpoofedMGCPTests {
    @Test(arguments: ["10.0.0.66:2427", "127.0.0.2:2427"])
    func `messages from elsewhere are not heard`(address: String) throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        let connection = try #require(stage.carol.connection)
        let name = "aaln/1@[10.0.0.50]"
        stage.gateway.spoofs(
            "DLCX 901 \(name) MGCP 1.0\nC: \(connection.callID)\nI: \(connection.id)\nE: 900 gone\n",
            from: address
        )
        stage.gateway.spoofs("NTFY 902 \(name) MGCP 1.0\nX: 0\nO: L/hu\n", from: address)
        stage.gateway.spoofs("RSIP 903 *@[10.0.0.50] MGCP 1.0\nRM: restart\n", from: address)
        stage.gateway.spoofs("nonsense", from: address)
        stage.simulation.run(for: .seconds(10))
        #expect(stage.carol.talks)
        #expect(call.count(of: .bye) == 0)
        call.bye()
        try stage.finish()
    }

    @Test
    func `a response to a command of ours from elsewhere is not heard`() throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        for number in 1...200 {
            stage.gateway.spoofs("500 \(number) Unknown\n", from: "10.0.0.66:2427")
        }
        stage.simulation.run(for: .seconds(10))
        #expect(stage.carol.talks)
        call.bye()
        try stage.finish()
    }
}
