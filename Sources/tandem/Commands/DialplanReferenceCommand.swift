import ArgumentParser
import DialplanEngine
import Foundation

/// `tandem dialplan reference`.
struct DialplanReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Print the reference of the dialplan language, made of its schema.",
        discussion: """
            Example:
              tandem dialplan reference Dialplans/dialplan.xsd > Dialplans/reference.md
            """
    )

    @Argument(help: "The schema.")
    var schema = "Dialplans/dialplan.xsd"

    func run() throws {
        guard let data = FileManager.default.contents(atPath: self.schema) else {
            throw ValidationError("`\(self.schema)` cannot be read; name the file dialplan.xsd")
        }
        do throws(DialplanError) {
            let source = DialplanReader.Source(file: self.schema, octets: [UInt8](data))
            print(try DialplanReference.markdown(of: source), terminator: "")
        } catch {
            throw ValidationError(error.description)
        }
    }
}
