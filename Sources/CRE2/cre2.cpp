#include "cre2.h"

#include <re2/re2.h>

#include <new>

struct cre2_expression {
    RE2 expression;

    cre2_expression(const re2::StringPiece &pattern, const RE2::Options &options) : expression(pattern, options) {}
};

// More groups than this are refused at compilation, so that a match needs no heap.
static constexpr int most_groups = 32;

cre2_expression *cre2_create(const cre2_options *options) {
    RE2::Options settings;
    settings.set_encoding(options->utf8 ? RE2::Options::EncodingUTF8 : RE2::Options::EncodingLatin1);
    settings.set_case_sensitive(!options->case_insensitive);
    settings.set_dot_nl(options->dot_matches_newline);
    settings.set_max_mem(options->maximum_memory);
    settings.set_log_errors(false);
    return new (std::nothrow)
        cre2_expression(re2::StringPiece(options->pattern, options->pattern_length), settings);
}

void cre2_destroy(cre2_expression *expression) { delete expression; }

int cre2_error_code(const cre2_expression *expression) {
    return expression->expression.ok() ? 0 : static_cast<int>(expression->expression.error_code());
}

const char *cre2_error_part(const cre2_expression *expression, size_t *length) {
    const std::string &part = expression->expression.error_arg();
    *length = part.size();
    return part.data();
}

int cre2_group_count(const cre2_expression *expression) { return expression->expression.NumberOfCapturingGroups(); }

// `room` keeps the array small for the few groups that expressions usually have.
template <int room>
static bool match(const RE2 &expression, const uint8_t *text, size_t length, bool anchored, cre2_range *ranges,
                  int wanted) {
    // An empty text may come as a null pointer; RE2 tells "matched nothing" from "took no part" by the pointer.
    const char *start = text == nullptr ? "" : reinterpret_cast<const char *>(text);
    re2::StringPiece parts[room];
    if (!expression.Match(re2::StringPiece(start, length), 0, length, anchored ? RE2::ANCHOR_BOTH : RE2::UNANCHORED,
                          parts, wanted)) {
        return false;
    }
    for (int index = 0; index < wanted; index++) {
        const char *part = parts[index].data();
        bool took_part = part != nullptr;
        ranges[index].start = took_part ? static_cast<int32_t>(part - start) : -1;
        ranges[index].end = took_part ? static_cast<int32_t>(part - start + parts[index].size()) : -1;
    }
    return true;
}

bool cre2_match(const cre2_expression *expression, const uint8_t *text, size_t length, bool anchored,
                cre2_range *ranges, size_t range_count) {
    if (range_count <= 4) {
        return match<4>(expression->expression, text, length, anchored, ranges, static_cast<int>(range_count));
    }
    int wanted = range_count > most_groups + 1 ? most_groups + 1 : static_cast<int>(range_count);
    for (size_t index = wanted; index < range_count; index++) {
        ranges[index] = {-1, -1};
    }
    return match<most_groups + 1>(expression->expression, text, length, anchored, ranges, wanted);
}
