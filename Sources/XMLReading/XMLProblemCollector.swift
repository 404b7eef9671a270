import CLibXML2

/// Receives what libxml2 reports and keeps it as problems.
final class XMLProblemCollector {
    private(set) var problems: [XMLProblem] = []
    private let file: String
    private let limit: Int
    private let locations: [XMLLocation]

    init(file: String, limit: Int, locations: [XMLLocation] = []) {
        self.file = file
        self.limit = limit
        self.locations = locations
    }

    /// The function that libxml2 calls; its first argument is an unretained collector.
    static let receive: @convention(c) (UnsafeMutableRawPointer?, xmlErrorPtr?) -> Void = { owner, error in
        guard let owner = unsafe owner, let error = unsafe error else {
            return
        }
        // The owner is the collector that registered itself and waits for the call in which this runs to return.
        unsafe Unmanaged<XMLProblemCollector>.fromOpaque(owner).takeUnretainedValue().add(error)
    }

    func add(_ message: String, at location: XMLLocation) {
        if self.problems.count < self.limit {
            self.problems.append(XMLProblem(message, at: location))
        }
    }

    /// Copies what libxml2 lends for the time of the call.
    func add(_ error: xmlErrorPtr) {
        let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "the file cannot be read"
        let words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let node = unsafe error.pointee.node?.assumingMemoryBound(to: xmlNode.self)
        if let location = unsafe node.flatMap({ unsafe XMLTree.location(of: $0, in: self.locations) }) {
            self.add(words, at: location)
        } else {
            let line = Int(unsafe error.pointee.line)
            self.add(words, at: XMLLocation(file: self.file, line: line, column: Int(unsafe error.pointee.int2)))
        }
    }
}
