// The program's own malloc family, which counts and hands on to the C library's (glibc lets a program replace it:
// "Replacing malloc" in its manual).
#include "CMeter.h"

#include <errno.h>
#include <malloc.h>
#include <stddef.h>
#include <time.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static uint64_t allocations;
static int64_t held, start, peak;

static void *taken(void *block) {
    allocations++;
    held += block ? (int64_t)malloc_usable_size(block) : 0;
    peak = held > peak ? held : peak;
    return block;
}

void *malloc(size_t size) { return taken(__libc_malloc(size)); }
void *calloc(size_t count, size_t size) { return taken(__libc_calloc(count, size)); }
void *memalign(size_t alignment, size_t size) { return taken(__libc_memalign(alignment, size)); }
void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
    *block = memalign(alignment, size);
    return *block ? 0 : ENOMEM;
}

void *realloc(void *block, size_t size) {
    int64_t before = block ? (int64_t)malloc_usable_size(block) : 0;
    void *moved = __libc_realloc(block, size);
    if (moved || size == 0) held -= before;
    return taken(moved);
}

void free(void *block) {
    held -= block ? (int64_t)malloc_usable_size(block) : 0;
    __libc_free(block);
}

void cmeter_reset(void) {
    allocations = 0;
    start = peak = held;
}

uint64_t cmeter_allocations(void) { return allocations; }

int64_t cmeter_peak(void) { return peak - start; }

int64_t cmeter_held(void) { return held - start; }

int64_t cmeter_cpu(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}
