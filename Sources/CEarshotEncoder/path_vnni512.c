#if defined(__x86_64__)

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))),                 \
                             apply_to = function)

#include "steps.h"

enum { ROWS = 4, VECTORS = 4, AT_ONCE = 6 }; // tokens that attend together; sums of a block

typedef int_lanes sums;
INLINE sums everywhere(int32_t figure) { return (sums)_mm512_set1_epi32(figure); }
INLINE sums products(sums to, sums weights, sums figures) {
    return (sums)_mm512_dpbusd_epi32((__m512i)to, (__m512i)weights, (__m512i)figures);
}

#include "bytes.h"

#include "attention.h"
#include "forward.h"

ENCODE(earshot_encode_vnni512) { encode(table, tokens, counts, texts, scratch, vectors); }

#pragma clang attribute pop

#endif
