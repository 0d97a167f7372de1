#ifndef EARSHOT_ENCODER_TABLE_H
#define EARSHOT_ENCODER_TABLE_H

#include <stddef.h>
#include <stdint.h>

// The layout of encoder.bin, as Models/encoder/make_table.py writes it. Every part begins on a line of 64 bytes.

enum {
    LAYERS = 6,       // blocks of attention and inner layer
    WIDTH = 384,      // components of a token
    INNER = 1536,     // components of the inner layer
    HEADS = 12,       // of attention, 32 components each
    HEAD = 32,
    LIMIT = 256,      // tokens of a text
    WORDS = 30522,    // of the vocabulary
    SLOTS = 65536,    // of its hash table
    BLOCKS = 8704,    // of 128 code points
};

// A linear layer. Its weights: 0…255, less 128 and times the output's scale; sixteen outputs at a time, four inputs of each
// side by side: [outputs / 16][inputs / 4][16][4]. `total`: what an output's weights come to. `ease`: powers of two by which
// the inputs are multiplied before they go to eight bits (the weights have the opposite in them).
#define LINEAR(name, outputs, inputs)                                                                                  \
    uint8_t name[(outputs) * (inputs)];                                                                                \
    float name##_scale[outputs];                                                                                       \
    float name##_total[outputs];                                                                                       \
    float name##_bias[outputs];                                                                                        \
    float name##_ease[inputs]

struct earshot_encoder_layer {
    LINEAR(heads, 3 * WIDTH, WIDTH); // queries (with 1/√32 in them), keys, values
    LINEAR(joined, WIDTH, WIDTH);
    float first_gain[WIDTH], first_bias[WIDTH];
    LINEAR(inner, INNER, WIDTH);
    LINEAR(outer, WIDTH, INNER);
    float second_gain[WIDTH], second_bias[WIDTH];
};

struct earshot_encoder_table {
    char magic[8];          // "EARSHOTE"
    uint32_t version;       // 1
    uint32_t entry_count;   // of `entries` behind this
    uint32_t several_count; // of the longer targets behind them
    uint32_t word_bytes;    // of the words behind those
    uint64_t checksum;      // FNV-1a of 64 bits over the words of eight bytes behind the first 64 bytes
    uint8_t rest[32];
    struct earshot_encoder_layer layers[LAYERS];
    float place[LIMIT][WIDTH]; // position and sentence
    float gain[WIDTH], bias[WIDTH];
    float word_scale[WORDS + 6];
    int8_t words[WORDS][WIDTH];
    uint32_t starts[WORDS + 6]; // of each word in the words' bytes
    uint16_t slots[SLOTS];      // id + 1, or 0
    uint16_t blocks[BLOCKS];    // which 128 entries a block of code points has
};

_Static_assert(sizeof(struct earshot_encoder_layer) % 64 == 0, "parts begin on lines of 64 bytes");
_Static_assert(sizeof(struct earshot_encoder_table) % 64 == 0, "parts begin on lines of 64 bytes");
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the table is little-endian");

const struct earshot_encoder_table *earshot_encoder_table_start(void);

#endif
