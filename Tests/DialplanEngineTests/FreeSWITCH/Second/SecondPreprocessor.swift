/// Preprocessing for the second implementation, straight from the manual: `set`, `include` and `$${name}`.
struct SecondPreprocessor {
    let files: [String: String]
    var globals: [String: String]

    mutating func run(_ file: String) -> String {
        var output = ""
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        for written in (self.files[file] ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            if ["<include>", "</include>", "<?"].contains(where: { written.contains($0) }) {
                continue
            }
            let line = self.replaced(String(written))
            guard let tag = line.uppercased().range(ofText: "X-PRE-PROCESS") else {
                output += line + "\n"
                continue
            }
            let place = line.index(
                line.startIndex,
                offsetBy: line.uppercased().distance(from: line.uppercased().startIndex, to: tag.lowerBound)
            )
            guard line[..<place].hasSuffix("<") else {
                continue
            }
            let parts = line[place...].split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
            if parts.count > 3, parts[1] == "set", let equals = parts[3].firstIndex(of: "=") {
                self.globals[String(parts[3][..<equals])] = String(parts[3][equals...].dropFirst())
            } else if parts.count > 3, parts[1] == "include" {
                for name in self.matches(parts[3], in: folder) {
                    output += self.run(name)
                }
            }
        }
        return output
    }

    private func matches(_ pattern: String, in folder: String) -> [String] {
        let path = folder.isEmpty ? pattern : folder + "/" + pattern
        guard let star = path.firstIndex(of: "*") else {
            return self.files[path] == nil ? [] : [path]
        }
        let before = path[..<star]
        let after = path[star...].dropFirst()
        return self.files.keys.sorted().filter { name in
            name.hasPrefix(before) && name.hasSuffix(after)
                && !name.dropFirst(before.count).dropLast(after.count).contains("/")
        }
    }

    private func replaced(_ line: String) -> String {
        var result = ""
        var rest = Substring(line)
        while let start = rest.range(ofText: "$${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
            result += rest[..<start.lowerBound] + (self.globals[String(rest[start.upperBound..<end])] ?? "")
            rest = rest[end...].dropFirst()
        }
        return result + rest
    }
}
