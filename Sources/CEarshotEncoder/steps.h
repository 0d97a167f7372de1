// The steps in floating point, included by each path with its own instructions switched on.
//
// Equal bits on every machine: nothing but IEEE 754 + − × ÷ √ in one fixed order; no library's functions, no product and
// sum fused into one. A `lanes` is sixteen figures side by side, whatever the processor's own width; sums run over lanes
// and end in one fixed tree.

#include <string.h>

#include "paths.h"

#pragma STDC FP_CONTRACT OFF

// Wide vectors pass between functions that are always put into their callers: no calling convention is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float lanes __attribute__((vector_size(64)));
typedef int32_t int_lanes __attribute__((vector_size(64)));
typedef int8_t byte_lanes __attribute__((vector_size(16)));
typedef int16_t short_lanes __attribute__((vector_size(32)));

#define INLINE __attribute__((always_inline)) static inline

INLINE lanes lanes_at(const float *start) { return *(const lanes *)start; }
INLINE void put(float *start, lanes value) { *(lanes *)start = value; }
INLINE lanes all(float value) { return value - (lanes){0}; }
INLINE lanes choose(int_lanes when, lanes a, lanes b) {
    return (lanes)((when & (int_lanes)a) | (~when & (int_lanes)b));
}
INLINE lanes larger(lanes a, lanes b) { return choose(a > b, a, b); }
INLINE lanes smaller(lanes a, lanes b) { return choose(a < b, a, b); }

#define TREE(name, join)                                                                                               \
    INLINE float name(lanes v) {                                                                                       \
        float eight[8], four[4];                                                                                       \
        for (int i = 0; i < 8; i++) eight[i] = join(v[i], v[i + 8]);                                                   \
        for (int i = 0; i < 4; i++) four[i] = join(eight[i], eight[i + 4]);                                            \
        float left = join(four[0], four[2]), right = join(four[1], four[3]);                                           \
        return join(left, right);                                                                                      \
    }
#define PLUS(a, b) ((a) + (b))
#define LARGER(a, b) ((a) > (b) ? (a) : (b))
#define LEAST(a, b) ((a) < (b) ? (a) : (b))
TREE(sum_of, PLUS)
TREE(largest_of, LARGER)
TREE(least_of, LEAST)

/// To the nearest whole number, halves to the even one; for figures within ±2²².
INLINE lanes rounded(lanes x) {
    const float shift = 12582912.0f; // 1.5 × 2²³: one unit is then the last bit
    return (x + shift) - shift;
}

/// e to the power x for x ≤ 0, to a few units of the last place; 0 below −87.
INLINE lanes power_of_e(lanes x) {
    lanes low = larger(x, all(-87.0f));
    lanes whole = rounded(low * 1.44269504f);
    lanes rest = (low - whole * 0.693359375f) - whole * -2.12194440e-4f; // ln 2 in two parts
    lanes sum = rest * (1.0f / 5040) + (1.0f / 720);                     // Taylor; |rest| ≤ ln 2 / 2
    sum = sum * rest + (1.0f / 120);
    sum = sum * rest + (1.0f / 24);
    sum = sum * rest + (1.0f / 6);
    sum = sum * rest + 0.5f;
    sum = sum * rest + 1.0f;
    sum = sum * rest + 1.0f;
    int_lanes bits = (__builtin_convertvector(whole, int_lanes) + 127) << 23;
    lanes scaled = sum * (lanes)bits;
    return choose(x < -87.0f, (lanes){0}, scaled);
}

/// x times the normal distribution's share below x, to 2e-6. Figures: Models/encoder/fit_gelu.py.
INLINE lanes gelu(lanes x) {
    static const float figures[13] = {
        0.14136377f,     -0.0702966601f, 0.0515217185f,    -0.0404330865f, 0.03142263f,     -0.0233330354f, 0.0165112372f,
        -0.0109915575f,  0.00614813343f, -0.00288373651f,  0.00200338033f, -0.00153227372f, 0.000499425747f,
    };
    lanes held = larger(smaller(x, all(5.0f)), all(-5.0f));
    lanes t = held * held * 0.08f - 1.0f;
    lanes sum = all(figures[12]);
    for (int i = 11; i >= 0; i--) sum = sum * t + figures[i];
    return x * (held * sum + 0.5f);
}

/// One token's figures, eased, in eight bits: the least becomes −128, the largest 127, halves go to the even number.
INLINE void to_wholes(const float *from, const float *ease, struct earshot_encoder_wholes to, size_t token,
                      size_t count) {
    lanes most = lanes_at(from) * lanes_at(ease), least = most;
    for (size_t i = 16; i < count; i += 16) {
        lanes x = lanes_at(from + i) * lanes_at(ease + i);
        most = larger(most, x);
        least = smaller(least, x);
    }
    float low = least_of(least), width = largest_of(most) - low;
    float inverse = width > 0 ? 255.0f / width : 0;
    int_lanes sums = {0};
    int8_t *whole = to.whole + token * count;
    for (size_t i = 0; i < count; i += 16) {
        lanes x = (lanes_at(from + i) * lanes_at(ease + i) - low) * inverse;
        int_lanes figures = __builtin_convertvector(rounded(x), int_lanes) - 128;
        *(byte_lanes *)(whole + i) = __builtin_convertvector(figures, byte_lanes);
        sums += figures;
    }
    int32_t total = 0;
    for (int i = 0; i < 16; i++) total += sums[i];
    to.sum[token] = total;
    to.scale[token] = width / 255.0f;
    to.middle[token] = low + 128.0f * to.scale[token];
}

/// Sixteen outputs of a linear layer, from the exact sums of products.
INLINE void scale_back(int_lanes sums, struct earshot_encoder_wholes in, size_t token,
                       const struct earshot_encoder_linear *by, size_t output, float *out) {
    lanes both = lanes_at(by->scale + output) * in.scale[token];
    lanes shift = lanes_at(by->total + output) * in.middle[token];
    put(out + token * by->outputs + output,
        __builtin_convertvector(sums, lanes) * both + shift + lanes_at(by->bias + output));
}

/// Brings a token to mean 0 and variance 1, then times `gain`, plus `bias`.
INLINE void normalise(float *token, const float *gain, const float *bias) {
    lanes sums = {0}, squares = {0};
    for (size_t i = 0; i < WIDTH; i += 16) sums += lanes_at(token + i);
    float mean = sum_of(sums) / WIDTH;
    for (size_t i = 0; i < WIDTH; i += 16) {
        lanes x = lanes_at(token + i) - mean;
        squares += x * x;
    }
    float inverse = 1.0f / __builtin_elementwise_sqrt(sum_of(squares) / WIDTH + 1e-12f);
    for (size_t i = 0; i < WIDTH; i += 16) {
        lanes x = (lanes_at(token + i) - mean) * inverse;
        put(token + i, x * lanes_at(gain + i) + lanes_at(bias + i));
    }
}

/// A word's figures plus its place's.
INLINE void look_up(const struct earshot_encoder_table *table, uint16_t token, size_t place, float *state) {
    size_t word = token < WORDS ? token : 0;
    for (size_t i = 0; i < WIDTH; i += 16) {
        byte_lanes whole = *(const byte_lanes *)(table->words[word] + i);
        lanes x = __builtin_convertvector(whole, lanes) * table->word_scale[word];
        put(state + i, x + lanes_at(table->place[place] + i));
    }
    normalise(state, table->gain, table->bias);
}
