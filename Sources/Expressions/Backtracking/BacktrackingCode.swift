import CPCRE2
import CRE2

/// The PCRE2 object of one expression, freed with the last copy of it.
///
/// `@unchecked Sendable` holds because the pointer never changes and compiled code is read only after compilation
/// (pcre2api, "Multithreading": thread-safe unless the just-in-time compiler is used); all that a match writes to is
/// made for that match. `@safe` holds because the pointer is private and valid from `init` to `deinit`.
@safe
final class BacktrackingCode: @unchecked Sendable {
    /// The number of capturing groups.
    let groupCount: Int

    /// Whether a match can only begin at the start of the text.
    private let isAnchored: Bool
    private let pointer: OpaquePointer

    /// Compiles; the failure says what is wrong and where.
    static func compile(
        _ pattern: [UInt8],
        _ options: BacktrackingExpression.Options
    ) -> Result<BacktrackingCode, BacktrackingFailure> {
        var flags = PCRE2_NEVER_BACKSLASH_C
        flags |= options.ignoresCase ? PCRE2_CASELESS : 0
        flags |= options.dotMatchesNewline ? PCRE2_DOTALL : 0
        flags |= options.anchored ? PCRE2_ANCHORED | UInt32(PCRE2_ENDANCHORED) : 0
        guard let context = unsafe pcre2_compile_context_create_8(nil) else {
            return .failure(BacktrackingFailure(code: PCRE2_ERROR_HEAP_FAILED, position: 0))
        }
        defer { unsafe pcre2_compile_context_free_8(context) }
        // Whatever the library was built for, so that a plan means the same everywhere.
        _ = unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
        _ = unsafe pcre2_set_bsr_8(context, UInt32(PCRE2_BSR_UNICODE))
        var code: Int32 = 0
        var position = 0
        // The pattern's octets are read within their count and during the call only; an empty one may be a null pointer,
        // which is why it is given an octet that is not read.
        let made = unsafe (pattern.isEmpty ? [0] : pattern).withUnsafeBufferPointer { octets in
            unsafe pcre2_compile_8(octets.baseAddress, pattern.count, flags, &code, &position, context)
        }
        guard let made = unsafe made else {
            return .failure(BacktrackingFailure(code: code, position: min(max(position, 0), pattern.count)))
        }
        return .success(unsafe BacktrackingCode(made))
    }

    /// Owns `pointer`, which compilation has made.
    private init(_ pointer: OpaquePointer) {
        unsafe self.pointer = pointer
        var groups: UInt32 = 0
        var options: UInt32 = 0
        // Both are asked for by the size that they have (pcre2_pattern_info).
        _ = unsafe pcre2_pattern_info_8(pointer, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
        _ = unsafe pcre2_pattern_info_8(pointer, UInt32(PCRE2_INFO_ALLOPTIONS), &options)
        self.groupCount = Int(groups)
        self.isAnchored = options & PCRE2_ANCHORED != 0
    }

    deinit {
        unsafe pcre2_code_free_8(self.pointer)
    }

    /// Matches, and writes the ranges of the match and of its groups when it is successful and they are wanted.
    func match(
        _ text: [UInt8],
        _ limits: BacktrackingLimits,
        into ranges: UnsafeMutableBufferPointer<cre2_range>?
    ) -> ExpressionMatch {
        guard text.count <= min(limits.textOctets, Int(Int32.max)),
            let context = unsafe self.context(limits, starts: self.isAnchored ? 1 : text.count + 1)
        else {
            return .limitExceeded
        }
        defer { unsafe pcre2_match_context_free_8(context) }
        guard let result = unsafe pcre2_match_data_create_from_pattern_8(self.pointer, nil) else {
            return .limitExceeded
        }
        defer { unsafe pcre2_match_data_free_8(result) }
        // The text is read within its count and during the call only.
        let code = unsafe (text.isEmpty ? [0] : text).withUnsafeBufferPointer { octets in
            unsafe pcre2_match_8(self.pointer, octets.baseAddress, text.count, 0, 0, result, context)
        }
        guard code >= 0 else {
            return Self.outcome(ofError: code)
        }
        if let ranges = unsafe ranges {
            unsafe Self.copy(result, into: ranges)
        }
        return .matched
    }

    /// The limits as PCRE2 takes them; its match limit holds anew for each place where a match may begin.
    private func context(_ limits: BacktrackingLimits, starts: Int) -> OpaquePointer? {
        guard let context = unsafe pcre2_match_context_create_8(nil) else {
            return nil
        }
        _ = unsafe pcre2_set_match_limit_8(context, UInt32(clamping: max(limits.steps / starts, 1)))
        _ = unsafe pcre2_set_depth_limit_8(context, UInt32(clamping: limits.depth))
        _ = unsafe pcre2_set_heap_limit_8(context, UInt32(clamping: limits.memory / 1024))
        return unsafe context
    }

    private static func outcome(ofError code: Int32) -> ExpressionMatch {
        switch code {
        case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY,
            PCRE2_ERROR_RECURSELOOP:
            .limitExceeded
        default:
            // No match, or a text that is not the UTF-8 which `(*UTF)` asks for.
            .notMatched
        }
    }

    private static func copy(_ result: OpaquePointer, into ranges: UnsafeMutableBufferPointer<cre2_range>) {
        let count = Int(unsafe pcre2_get_ovector_count_8(result))
        guard let offsets = unsafe pcre2_get_ovector_pointer_8(result) else {
            return
        }
        for index in ranges.indices {
            // The vector has `count` pairs, and those of groups that took no part are all ones, which is -1 here too.
            let start = index < count ? unsafe offsets[index * 2] : -1
            let end = index < count ? unsafe offsets[index * 2 + 1] : -1
            unsafe ranges[index] = cre2_range(
                start: Int32(truncatingIfNeeded: start),
                end: Int32(truncatingIfNeeded: end)
            )
        }
    }
}
