package import Foundation

/// Writes the Swift types of `Sources/H323Syntax` from its schemas: `swift run H323SchemaCompiler Sources/H323Syntax`.
@main
package enum H323SchemaCompiler {
    package static func main() {
        guard CommandLine.arguments.count == 2 else {
            self.stop("usage: H323SchemaCompiler FOLDER, which has the folder Schema")
        }
        let folder = URL(fileURLWithPath: CommandLine.arguments[1])
        do {
            for (path, text) in try self.compile(below: folder) {
                let file = folder.appending(path: path)
                // What is the same stays, so that it is not compiled again.
                if (try? String(contentsOf: file, encoding: .utf8)) == text {
                    continue
                }
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
        } catch {
            self.stop("\(error)")
        }
    }

    /// The Swift files that the schemas in `Schema` below a folder give, by their paths from that folder on.
    package static func compile(below folder: URL) throws -> [String: String] {
        let schemas = folder.appending(path: "Schema")
        let names = try FileManager.default.contentsOfDirectory(atPath: schemas.path(percentEncoded: false))
        var modules: [SchemaModule] = []
        for name in names.sorted() where name.hasSuffix(".schema") {
            let text = try String(contentsOf: schemas.appending(path: name), encoding: .utf8)
            modules.append(try SchemaReader.read(text, file: "Schema/\(name)"))
        }
        return try self.compile(modules)
    }

    /// The Swift files that the text of one schema gives; errors call it `file`.
    package static func compile(_ text: String, file: String) throws -> [String: String] {
        try self.compile([try SchemaReader.read(text, file: file)])
    }

    private static func compile(_ modules: [SchemaModule]) throws -> [String: String] {
        let catalog = try SchemaCatalog(modules)
        var files: [String: String] = [:]
        for module in modules {
            for (name, text) in SwiftEmitter(module, in: catalog).files() {
                files["\(module.name)/\(name)"] = text
            }
        }
        return files
    }

    private static func stop(_ problem: String) -> Never {
        FileHandle.standardError.write(Data("\(problem)\n".utf8))
        exit(1)
    }
}
