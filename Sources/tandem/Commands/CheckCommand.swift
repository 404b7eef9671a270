import ArgumentParser
import DialplanEngine
import Foundation
import ProtocolKit

/// `tandem check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read the configuration and the dialplans as a start would, and say what is wrong.",
        discussion: """
            The exit code is 0 when the gateway would start, 1 when it would not.

            Example:
              tandem check --config /etc/tandem/tandem.yaml --json
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        do throws(LoadError) {
            let loaded = try LoadedConfiguration(path: self.file.path)
            let warnings = loaded.dialplan.warnings
            if self.json {
                print(Self.json([], warnings: LoadError(dialplan: warnings).problems))
            } else {
                print((warnings.map { "warning: \($0)" } + [loaded.summary]).joined(separator: "\n"))
            }
        } catch {
            print(self.json ? Self.json(error.problems) : error.description)
            throw ExitCode.failure
        }
    }

    private static func json(_ problems: [LoadError.Problem], warnings: [LoadError.Problem] = []) -> String {
        var json = JSONWriter()
        json.object { json in
            json.name("ok")
            json.boolean(problems.isEmpty)
            Self.write("problems", problems, &json)
            Self.write("warnings", warnings, &json)
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func write(_ name: StaticString, _ problems: [LoadError.Problem], _ json: inout JSONWriter) {
        json.name(name)
        json.array(problems) { json, problem in
            json.object { json in
                json.name("file")
                json.string(problem.file)
                json.name("line")
                json.number(problem.line)
                json.name("column")
                json.number(problem.column)
                json.name("key")
                json.string(problem.key)
                json.name("message")
                json.string(problem.message)
            }
        }
    }
}
