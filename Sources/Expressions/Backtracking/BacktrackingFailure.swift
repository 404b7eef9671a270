import CPCRE2

/// What PCRE2 reports: its error code and the octet at which it stopped reading.
struct BacktrackingFailure: Error {
    let code: Int32
    let position: Int

    /// What is wrong, in words for the author.
    var message: String {
        self.structure ?? self.part ?? "the expression cannot be compiled (PCRE2's error \(self.code))"
    }

    /// What is wrong with brackets, repetitions and size.
    private var structure: String? {
        switch self.code {
        case PCRE2_ERROR_MISSING_SQUARE_BRACKET:
            "a \"[\" has no \"]\""
        case PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS:
            "a \"(\" has no \")\""
        case PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS:
            "a \")\" has no \"(\""
        case PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP, PCRE2_ERROR_PARENTHESES_STACK_CHECK:
            "groups stand too deep in each other"
        case PCRE2_ERROR_PATTERN_TOO_LARGE, PCRE2_ERROR_PATTERN_TOO_COMPLICATED, PCRE2_ERROR_PATTERN_STRING_TOO_LONG,
            PCRE2_ERROR_HEAP_FAILED:
            "the expression is too large; make its repetitions smaller"
        case PCRE2_ERROR_QUANTIFIER_INVALID:
            "a repetition has nothing to repeat; write a \"\\\" before the character itself"
        case PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER:
            "a repetition's largest number is below its smallest"
        case PCRE2_ERROR_QUANTIFIER_TOO_BIG:
            "a repetition's number is above 65535"
        case PCRE2_ERROR_MISSING_COMMENT_CLOSING:
            "a \"(?#\" has no \")\""
        case PCRE2_ERROR_TOO_MANY_CAPTURES, PCRE2_ERROR_TOO_MANY_NAMED_SUBPATTERNS:
            "the expression has too many groups"
        default:
            nil
        }
    }

    /// What is wrong with a class, an escape, a group's name or what looks around.
    private var part: String? {
        switch self.code {
        case PCRE2_ERROR_END_BACKSLASH, PCRE2_ERROR_END_BACKSLASH_C:
            "the expression ends with a \"\\\""
        case PCRE2_ERROR_UNKNOWN_ESCAPE, PCRE2_ERROR_UNSUPPORTED_ESCAPE_SEQUENCE:
            "a \"\\\" begins no escape sequence here"
        case PCRE2_ERROR_ESCAPE_INVALID_IN_CLASS, PCRE2_ERROR_BACKSLASH_N_IN_CLASS:
            "an escape sequence is not allowed in a character class"
        case PCRE2_ERROR_BACKSLASH_C_CALLER_DISABLED, PCRE2_ERROR_BACKSLASH_C_LIBRARY_DISABLED:
            "\"\\C\" is not available; write \"(?s:.)\""
        case PCRE2_ERROR_CLASS_RANGE_ORDER:
            "a range ends before it begins"
        case PCRE2_ERROR_CLASS_INVALID_RANGE:
            "a class cannot be the end of a range; write \"\\-\" for the character itself"
        case PCRE2_ERROR_UNKNOWN_POSIX_CLASS, PCRE2_ERROR_POSIX_CLASS_NOT_IN_CLASS,
            PCRE2_ERROR_POSIX_NO_SUPPORT_COLLATING:
            "there is no such character class"
        case PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE, PCRE2_ERROR_BAD_RELATIVE_REFERENCE,
            PCRE2_ERROR_ZERO_RELATIVE_REFERENCE:
            "it refers to a group that does not exist"
        case PCRE2_ERROR_DUPLICATE_SUBPATTERN_NAME:
            "two groups have the same name"
        case PCRE2_ERROR_INVALID_SUBPATTERN_NAME, PCRE2_ERROR_SUBPATTERN_NAME_EXPECTED,
            PCRE2_ERROR_SUBPATTERN_NAME_TOO_LONG, PCRE2_ERROR_MISSING_NAME_TERMINATOR:
            "this is no valid group name"
        case PCRE2_ERROR_INVALID_AFTER_PARENS_QUERY, PCRE2_ERROR_UNRECOGNIZED_AFTER_QUERY_P:
            "a \"(?\" is followed by nothing that is known"
        case PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH, PCRE2_ERROR_LOOKBEHIND_TOO_COMPLICATED,
            PCRE2_ERROR_LOOKBEHIND_TOO_LONG:
            "what looks behind must have a length that is known"
        case PCRE2_ERROR_VERB_UNKNOWN, PCRE2_ERROR_VERB_ARGUMENT_NOT_ALLOWED, PCRE2_ERROR_VERB_NAME_TOO_LONG:
            "a \"(*\" is followed by no verb; write \"\\*\" for the character itself"
        default:
            nil
        }
    }
}
