#ifndef CRE2_H
#define CRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled expression. It does not change after it is made, so any number of threads may match with it.
typedef struct cre2_expression cre2_expression;

/// What to compile and how.
typedef struct {
    const char *pattern;
    size_t pattern_length;
    /// The memory that the compiled expression and its automaton's cache may take, in octets.
    int64_t maximum_memory;
    /// Whether the text is UTF-8; otherwise each octet is a character.
    bool utf8;
    bool case_insensitive;
    /// Whether `.` matches a line feed.
    bool dot_matches_newline;
} cre2_options;

/// Where a part of the text stands; both are -1 for a group that took no part.
typedef struct {
    int32_t start;
    int32_t end;
} cre2_range;

/// Compiles; never returns null unless memory is exhausted. Ask `cre2_error_code` whether it succeeded.
cre2_expression *cre2_create(const cre2_options *options);

void cre2_destroy(cre2_expression *expression);

/// 0 when the expression may be matched with.
int cre2_error_code(const cre2_expression *expression);

/// The part of the pattern that is wrong; lives as long as the expression.
const char *cre2_error_part(const cre2_expression *expression, size_t *length);

/// The number of capturing groups.
int cre2_group_count(const cre2_expression *expression);

/// Matches `text`, whole when `anchored`, and writes the ranges of the match and of its groups.
bool cre2_match(const cre2_expression *expression, const uint8_t *text, size_t length, bool anchored,
                cre2_range *ranges, size_t range_count);

#ifdef __cplusplus
}
#endif

#endif
