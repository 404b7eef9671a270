import MGCPAgent
import ProtocolKit
import Testing

/// Transaction numbers (RFC 3435 §3.2.1.2).
struct TransactionNumberTests {
    @Test(arguments: [(UInt32(0), "999999999"), (1, "1"), (999_999_999, "999999999"), (1_000_000_000, "1")])
    func `numbers begin where they are told to`(first: UInt32, number: String) {
        var driver = LayerDriver(first: first)
        driver.send()
        #expect(driver.takeSent().first?.hasPrefix("RQNT \(number) ") == true)
    }

    @Test
    func `after the largest number comes 1, and a number that still waits is passed over`() {
        var driver = LayerDriver(first: 999_999_998)
        for _ in 0..<3 {
            driver.send()
        }
        #expect(
            driver.takeSent().first?.linesOfMessage.filter { $0.hasPrefix("RQNT") }.map { $0.prefix(15) }
                == ["RQNT 999999998 ", "RQNT 999999999 ", "RQNT 1 aaln/1@g"]
        )

        driver = LayerDriver(first: 999_999_999)
        driver.send()
        driver.receive("200 999999999 OK\r\n")
        driver.send()
        driver.send()
        driver.receive("200 2 OK\r\n")
        driver.drain()
        #expect(driver.responses.count == 2)
    }

    @Test
    func `a layer that is started again does not use the numbers of the last three minutes`() {
        for second in [0, 1_764_000_000, 1_764_199_999, 1_800_000_123] as [UInt64] {
            let before = MGCPTransactionLayer<Int>.firstTransaction(atSecond: second)
            let after = MGCPTransactionLayer<Int>.firstTransaction(atSecond: second + 180)
            let distance = (UInt64(after) + 999_999_999 - UInt64(before)) % 999_999_999
            #expect(distance == 900_000)
        }
    }
}
