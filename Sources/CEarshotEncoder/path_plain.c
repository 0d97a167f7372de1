#include "steps.h"

// Any processor: x86-64 as it was in 2003, ARM, others. Plain C, which the compiler turns into what vectors there are.

#define BYTES 16
typedef int16_t words __attribute__((vector_size(BYTES)));
typedef uint16_t unsigned_words __attribute__((vector_size(BYTES)));
typedef int32_t sums __attribute__((vector_size(BYTES)));

#if defined(__x86_64__)
#include <emmintrin.h>
INLINE sums pairs(words a, words b) { return (sums)_mm_madd_epi16((__m128i)a, (__m128i)b); }
#else
typedef int16_t half_words __attribute__((vector_size(BYTES / 2)));
INLINE sums pairs(words a, words b) {
    half_words a_even = __builtin_shufflevector(a, a, 0, 2, 4, 6), a_odd = __builtin_shufflevector(a, a, 1, 3, 5, 7);
    half_words b_even = __builtin_shufflevector(b, b, 0, 2, 4, 6), b_odd = __builtin_shufflevector(b, b, 1, 3, 5, 7);
    return __builtin_convertvector(a_even, sums) * __builtin_convertvector(b_even, sums) +
           __builtin_convertvector(a_odd, sums) * __builtin_convertvector(b_odd, sums);
}
#endif

INLINE words pair_everywhere(const int16_t *start) {
    int32_t both;
    memcpy(&both, start, sizeof both);
    return (words)(sums){both, both, both, both};
}

#include "words.h"

#include "attention.h"
#include "forward.h"

ENCODE(earshot_encode_plain) { encode(table, tokens, counts, texts, scratch, vectors); }
