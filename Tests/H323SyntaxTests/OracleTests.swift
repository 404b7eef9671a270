import Foundation
import H323Syntax
import Testing

/// Messages that another codec made, below the folder that `TANDEM_H323_ORACLE` names; `Tests/H323Oracle/run` makes them
/// and runs this.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TANDEM_H323_ORACLE"] != nil))
struct OracleTests {
    @Test(arguments: MessageKind.allCases)
    func `both codecs agree on values and octets`(_ kind: MessageKind) throws {
        let root = try #require(ProcessInfo.processInfo.environment["TANDEM_H323_ORACLE"])
        let folder = URL(fileURLWithPath: root).appending(path: kind.rawValue)
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        where name.hasSuffix(".bin") && !name.hasSuffix(".q931.bin") {
            let octets = try [UInt8](Data(contentsOf: folder.appending(path: name)))
            let json = try [UInt8](Data(contentsOf: folder.appending(path: name.dropLast(3) + "json")))
            do {
                let message = try kind.decode(octets)
                try #require(JERValue(reflecting: message)).match(try JERValue(json: json))
                #expect(try message.encoded() == octets, "\(kind) \(name)")
            } catch {
                Issue.record("\(kind) \(name): \(error)")
            }
            count += 1
        }
        print("\(kind): \(count) messages")
        #expect(count > 0)
    }
}
