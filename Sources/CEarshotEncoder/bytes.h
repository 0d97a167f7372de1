// The linear layer in bytes, for processors with products of unsigned and signed bytes; included behind steps.h.
// Before it stand: `sums`, a vector of 32-bit sums; `products`, which adds to each sum four products of bytes;
// `everywhere`, one figure in each place; VECTORS and AT_ONCE, how many sums a block has, along outputs and tokens.

enum { BLOCK = VECTORS * sizeof(sums) / 4 }; // outputs of a block

/// `rows` tokens × BLOCK outputs, four inputs an instruction.
INLINE void block(struct earshot_encoder_wholes in, size_t t, int rows, size_t inputs, const uint8_t *panel,
                  int32_t (*out)[BLOCK]) {
    sums all_sums[AT_ONCE][VECTORS];
    const int8_t *row = in.whole + t * inputs;
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
#pragma clang loop unroll(full)
        for (int p = 0; p < VECTORS; p++) all_sums[r][p] = everywhere(-128 * in.sum[t + r]);
    }
    for (size_t k = 0; k < inputs; k += 4) {
        sums weights[VECTORS];
#pragma clang loop unroll(full)
        for (int p = 0; p < VECTORS; p++) {
            size_t output = p * sizeof(sums) / 4;
            weights[p] = *(const sums *)(panel + output / 16 * 16 * inputs + k * 16 + output % 16 * 4);
        }
#pragma clang loop unroll(full)
        for (int r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, row + r * inputs + k, sizeof four);
            sums figures = everywhere(four);
#pragma clang loop unroll(full)
            for (int p = 0; p < VECTORS; p++) all_sums[r][p] = products(all_sums[r][p], weights[p], figures);
        }
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) memcpy(out[r], all_sums[r], sizeof all_sums[r]);
}

/// Linear layer: [count][inputs] wholes × weights → [count][outputs], scaled back, plus bias.
static void multiply(struct earshot_encoder_wholes in, size_t count, const struct earshot_encoder_linear *by,
                     float *out) {
    int32_t block_sums[AT_ONCE][BLOCK] __attribute__((aligned(64)));
    for (size_t first = 0; first < by->outputs; first += BLOCK) {
        const uint8_t *panel = by->weights + first * by->inputs;
        for (size_t t = 0, rows; t < count; t += rows) {
            rows = count - t >= AT_ONCE ? AT_ONCE : count - t >= 2 ? 2 : 1;
            switch (rows) {
            case AT_ONCE: block(in, t, AT_ONCE, by->inputs, panel, block_sums); break;
            case 2: block(in, t, 2, by->inputs, panel, block_sums); break;
            default: block(in, t, 1, by->inputs, panel, block_sums);
            }
            for (size_t r = 0; r < rows; r++) {
                for (size_t i = 0; i < BLOCK; i += 16) {
                    scale_back(*(const int_lanes *)(block_sums[r] + i), in, t + r, by, first + i, out);
                }
            }
        }
    }
}
