#if defined(__x86_64__)

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,avxvnni"))), apply_to = function)

#include "steps.h"

enum { ROWS = 4, VECTORS = 2, AT_ONCE = 6 }; // tokens that attend together; sums of a block

typedef int32_t sums __attribute__((vector_size(32)));
INLINE sums everywhere(int32_t figure) { return (sums)_mm256_set1_epi32(figure); }
INLINE sums products(sums to, sums weights, sums figures) {
    return (sums)_mm256_dpbusd_avx_epi32((__m256i)to, (__m256i)weights, (__m256i)figures);
}

#include "bytes.h"

#include "attention.h"
#include "forward.h"

ENCODE(earshot_encode_vnni) { encode(table, tokens, counts, texts, scratch, vectors); }

#pragma clang attribute pop

#endif
