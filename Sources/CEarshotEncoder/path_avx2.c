#if defined(__x86_64__)

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#include "steps.h"

#define BYTES 32
typedef int16_t words __attribute__((vector_size(BYTES)));
typedef uint16_t unsigned_words __attribute__((vector_size(BYTES)));
typedef int32_t sums __attribute__((vector_size(BYTES)));

INLINE sums pairs(words a, words b) { return (sums)_mm256_madd_epi16((__m256i)a, (__m256i)b); }

INLINE words pair_everywhere(const int16_t *start) {
    int32_t both;
    memcpy(&both, start, sizeof both);
    return (words)_mm256_set1_epi32(both);
}

#include "words.h"

#include "attention.h"
#include "forward.h"

ENCODE(earshot_encode_avx2) { encode(table, tokens, counts, texts, scratch, vectors); }

#pragma clang attribute pop

#endif
