import Foundation

/// A line on the terminal that says how far long work is.
struct ProgressLine {
    let isOn: Bool

    init(isOn: Bool) {
        self.isOn = isOn && isatty(FileHandle.standardError.fileDescriptor) == 1
    }

    func show(_ text: String) {
        if self.isOn {
            FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
        }
    }

    func clear() {
        self.show("")
    }
}
