/// libFuzzer's own main loop (compiler-rt, `fuzzer/FuzzerInterface.h`).
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ entry: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

// Safe: set once, before the only thread there is enters libFuzzer's loop.
private nonisolated(unsafe) var tryInput: ([UInt8]) -> Void = { _ in }

/// A libFuzzer entry point; the type that is `@main` of its program.
package protocol FuzzTarget {
    /// Does everything with an input that may be done with what a peer sends, and stops the program when something that
    /// must hold does not.
    static func run(_ octets: [UInt8])
}

extension FuzzTarget {
    /// Hands over to libFuzzer, which reads the program's arguments.
    package static func main() {
        unsafe tryInput = { Self.run($0) }
        var count = CommandLine.argc
        var arguments = unsafe CommandLine.unsafeArgv
        _ = unsafe runFuzzer(&count, &arguments) { start, count in
            // libFuzzer promises `count` octets at `start` for the duration of the call.
            unsafe tryInput(Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }
}
