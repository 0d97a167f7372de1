// The linear layer in words of sixteen bits, for processors without products of eight; included behind steps.h.
// Before it stand: BYTES, a vector's size; and `pairs`, the sums of two neighbouring products of words.

enum { ROWS = 4, BLOCK = BYTES / 2, AT_ONCE = 4 }; // tokens that attend together; outputs and tokens of a block

/// AT_ONCE tokens × BLOCK outputs. `figures`: four inputs of a token at a time, in the order 0, 2, 1, 3.
INLINE void block(const int16_t (*figures)[INNER], size_t inputs, const uint8_t *weights, int32_t (*out)[16],
                  size_t part) {
    sums all_sums[AT_ONCE][2];
    memset(all_sums, 0, sizeof all_sums);
    for (size_t k = 0; k < inputs; k += 4) {
        words even[2], odd[2];
#pragma clang loop unroll(full)
        for (int p = 0; p < 2; p++) {
            words both = *(const words *)(weights + k * 16 + p * BYTES);
            even[p] = both & 255;
            odd[p] = (words)((unsigned_words)both >> 8);
        }
#pragma clang loop unroll(full)
        for (int r = 0; r < AT_ONCE; r++) {
            words first = pair_everywhere(figures[r] + k), second = pair_everywhere(figures[r] + k + 2);
#pragma clang loop unroll(full)
            for (int p = 0; p < 2; p++) all_sums[r][p] += pairs(even[p], first) + pairs(odd[p], second);
        }
    }
    for (int r = 0; r < AT_ONCE; r++) memcpy(out[r] + part, all_sums[r], sizeof all_sums[r]);
}

/// A token's whole numbers as words, in the order that `block` reads them.
INLINE void widen(const int8_t *row, size_t inputs, int16_t *figures) {
    for (size_t k = 0; k < inputs; k += 4) {
        figures[k] = row[k];
        figures[k + 1] = row[k + 2];
        figures[k + 2] = row[k + 1];
        figures[k + 3] = row[k + 3];
    }
}

/// Linear layer: [count][inputs] wholes × weights → [count][outputs], scaled back, plus bias.
static void multiply(struct earshot_encoder_wholes in, size_t count, const struct earshot_encoder_linear *by,
                     float *out) {
    int16_t figures[AT_ONCE][INNER] __attribute__((aligned(64)));
    int32_t block_sums[AT_ONCE][16] __attribute__((aligned(64)));
    for (size_t first = 0; first < count; first += AT_ONCE) {
        size_t rows = count - first < AT_ONCE ? count - first : AT_ONCE;
        for (size_t r = 0; r < AT_ONCE; r++) {
            size_t row = r < rows ? first + r : first; // the first again where rows run out
            widen(in.whole + row * by->inputs, by->inputs, figures[r]);
        }
        for (size_t at = 0; at < by->outputs; at += 16) {
            const uint8_t *panel = by->weights + at * by->inputs;
            for (size_t part = 0; part < 16; part += BLOCK) {
                block((const int16_t(*)[INNER])figures, by->inputs, panel + part * 4, block_sums, part);
            }
            for (size_t r = 0; r < rows; r++) {
                int_lanes sum = *(const int_lanes *)block_sums[r] - 128 * in.sum[first + r];
                scale_back(sum, in, first + r, by, at, out);
            }
        }
    }
}
