#ifndef EARSHOT_ENCODER_PATHS_H
#define EARSHOT_ENCODER_PATHS_H

#include "table.h"

enum { TILE = 64 }; // tokens that pass through the inner layer together

// Tokens in eight bits: a whole number −128…127 times the token's scale, plus its middle.
struct earshot_encoder_wholes {
    int8_t *whole;
    float *scale;
    float *middle;
    int32_t *sum; // of the whole numbers
};

// A linear layer's part of the table.
struct earshot_encoder_linear {
    const uint8_t *weights;
    const float *scale, *total, *bias;
    size_t inputs, outputs;
};

// What a batch needs once.
struct earshot_encoder_room {
    float keys[HEAD][LIMIT];   // one head's keys, turned
    float scores[4][LIMIT];    // of four tokens
    float inner[TILE][INNER];  // the inner layer
    int8_t whole[TILE][INNER]; // the same in eight bits
    float scale[TILE];
    float middle[TILE];
    int32_t sum[TILE];
};

// A batch's rooms in the caller's scratch memory: `tokens` rows each.
struct earshot_encoder_batch {
    size_t tokens;
    struct earshot_encoder_room *room;
    float *state;  // [WIDTH]: the token, as the last layer left it
    float *heads;  // [3 × WIDTH]: query, key, value
    float *joined; // [WIDTH]: attention's answer, or the outer layer's
    struct earshot_encoder_wholes wholes;
};

_Static_assert(sizeof(struct earshot_encoder_room) % 64 == 0, "rows begin on lines of 64 bytes");

/// Lays a batch's rooms out; answers where they end. `scratch` may be null, to measure.
static inline size_t earshot_encoder_lay(struct earshot_encoder_batch *batch, void *scratch, size_t tokens) {
    size_t rows = (tokens + 15) / 16 * 16, at = sizeof(struct earshot_encoder_room);
    unsigned char *start = scratch;
    size_t state = at, heads = state + rows * WIDTH * sizeof(float);
    size_t joined = heads + rows * 3 * WIDTH * sizeof(float), scale = joined + rows * WIDTH * sizeof(float);
    size_t middle = scale + rows * sizeof(float), sum = middle + rows * sizeof(float);
    size_t whole = sum + rows * sizeof(int32_t);
    if (start) {
        *batch = (struct earshot_encoder_batch){
            .tokens = tokens,
            .room = (void *)start,
            .state = (void *)(start + state),
            .heads = (void *)(start + heads),
            .joined = (void *)(start + joined),
            .wholes = {(void *)(start + whole), (void *)(start + scale), (void *)(start + middle), (void *)(start + sum)},
        };
    }
    return whole + rows * WIDTH;
}

#define ENCODE(name)                                                                                                   \
    void name(const struct earshot_encoder_table *table, const uint16_t *tokens, const uint32_t *counts, size_t texts, \
              void *scratch, int16_t *vectors)

ENCODE(earshot_encode_plain);
ENCODE(earshot_encode_avx2);
ENCODE(earshot_encode_vnni);
ENCODE(earshot_encode_vnni512);

#endif
