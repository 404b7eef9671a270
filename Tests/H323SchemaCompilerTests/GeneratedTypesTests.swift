import Foundation
import H323SchemaCompiler
import Testing

/// The Swift types in the tree and the schemas that they come from.
struct GeneratedTypesTests {
    private static var folder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appending(path: "Sources/H323Syntax")
    }

    @Test
    func `the types in the tree are those that the schemas give`() throws {
        for (path, text) in try H323SchemaCompiler.compile(below: Self.folder) {
            let file = try String(contentsOf: Self.folder.appending(path: path), encoding: .utf8)
            #expect(file == text, "run: swift run H323SchemaCompiler Sources/H323Syntax; \(path) is not what it makes")
        }
    }

    @Test
    func `no type in the tree is without a schema`() throws {
        let paths = Set(try H323SchemaCompiler.compile(below: Self.folder).keys)
        for module in Set(paths.compactMap { $0.split(separator: "/").first.map(String.init) }) {
            let folder = Self.folder.appending(path: module).path(percentEncoded: false)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                #expect(paths.contains("\(module)/\(name)"), "delete \(module)/\(name)")
            }
        }
    }
}
