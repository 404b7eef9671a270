import XMLReading

/// What is left of files after preprocessing, and where each of its lines stood.
struct PreprocessedText {
    /// A line of a file.
    private struct Origin {
        let file: Int
        let line: Int
    }

    private(set) var octets: [UInt8] = []
    /// The files that it was made of.
    private(set) var files: [String] = []
    private var origins: [Origin] = []
    private var isAtLineStart = true
    /// Whether the line has nothing yet but what stands in no file.
    private var isLineOpen = false

    /// Begins a file; what is added comes from there.
    mutating func index(of file: String) -> Int {
        if let index = self.files.lastIndex(of: file) {
            return index
        }
        self.files.append(file)
        return self.files.count - 1
    }

    /// Adds what stands in no file: the line is that of what follows on it.
    mutating func append(framing text: String, file: Int, line: Int) {
        self.append(text.utf8, file: file, line: line)
        self.isLineOpen = true
    }

    /// Adds text of one line.
    mutating func append(_ text: some Sequence<UInt8>, file: Int, line: Int) {
        for octet in text {
            if self.isLineOpen {
                _ = self.origins.popLast()
            }
            if self.isAtLineStart || self.isLineOpen {
                self.origins.append(Origin(file: file, line: line))
            }
            self.isLineOpen = false
            self.octets.append(octet)
            self.isAtLineStart = octet == 0x0A
        }
    }

    /// Where a place in what is left stood before.
    func place(of location: XMLLocation) -> DialplanPlace {
        let index = max(location.line - 1, 0)
        guard let origin = self.origins.indices.contains(index) ? self.origins[index] : self.origins.last else {
            return DialplanPlace(file: location.file, line: location.line)
        }
        return DialplanPlace(file: self.files[origin.file], line: origin.line)
    }

    /// Empties comments: they may hold `--` in FreeSWITCH's eyes, which XML does not allow (XML 1.0 §2.5).
    mutating func emptyComments() {
        var index = 0
        while let start = self.firstIndex(of: 0x3C, from: index) {
            if self.starts("<![CDATA[", at: start) {
                index = self.end("]]>", from: start + 9) ?? self.octets.count
            } else if self.starts("<!--", at: start) {
                let end = self.end("-->", from: start + 4)
                let inside = (start + 4)..<max(start + 4, end.map { $0 - 3 } ?? self.octets.count)
                for place in inside where self.octets[place] != 0x0A {
                    self.octets[place] = 0x20
                }
                index = end ?? self.octets.count
            } else {
                index = start + 1
            }
        }
    }

    private func firstIndex(of octet: UInt8, from index: Int) -> Int? {
        self.octets[min(index, self.octets.count)...].firstIndex(of: octet)
    }

    private func starts(_ text: String, at index: Int) -> Bool {
        self.octets[index...].starts(with: text.utf8)
    }

    /// Behind the first `text` at or after `index`.
    private func end(_ text: String, from index: Int) -> Int? {
        let marks = Array(text.utf8)
        var next = index
        while let found = self.firstIndex(of: marks[0], from: next) {
            if self.starts(text, at: found) {
                return found + marks.count
            }
            next = found + 1
        }
        return nil
    }
}
