// How much each token of a text heeds each other one; included by each path behind steps.h.

/// One head's scores of ROWS tokens against all keys.
INLINE void score(const float *const *queries, const float (*keys)[LIMIT], size_t count, float (*scores)[LIMIT]) {
    for (size_t j = 0; j < count; j += 16) {
        lanes sums[ROWS];
        for (int r = 0; r < ROWS; r++) sums[r] = (lanes){0};
        for (size_t d = 0; d < HEAD; d++) {
            lanes key = lanes_at(keys[d] + j);
#pragma clang loop unroll(full)
            for (int r = 0; r < ROWS; r++) sums[r] += key * queries[r][d];
        }
        for (int r = 0; r < ROWS; r++) put(scores[r] + j, sums[r]);
    }
}

/// Turns a token's scores into weights, all positive, and answers their sum.
INLINE float weigh(float *scores, size_t count) {
    const int_lanes numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    lanes most = all(-1e30f), sums = {0};
    for (size_t j = 0; j < count; j += 16) {
        lanes x = lanes_at(scores + j);
        most = choose(numbers + (int)j < (int)count, larger(most, x), most);
    }
    float largest = largest_of(most);
    for (size_t j = 0; j < count; j += 16) {
        lanes x = power_of_e(lanes_at(scores + j) - largest);
        x = choose(numbers + (int)j < (int)count, x, (lanes){0});
        put(scores + j, x);
        sums += x;
    }
    return sum_of(sums);
}

/// ROWS tokens' answers: the values, weighted.
INLINE void gather(float (*scores)[LIMIT], const float *totals, const float *values, size_t count, float *const *out) {
    lanes left[ROWS], right[ROWS];
    for (int r = 0; r < ROWS; r++) left[r] = right[r] = (lanes){0};
    for (size_t j = 0; j < count; j++) {
        lanes first = lanes_at(values + j * 3 * WIDTH), second = lanes_at(values + j * 3 * WIDTH + 16);
#pragma clang loop unroll(full)
        for (int r = 0; r < ROWS; r++) {
            left[r] += first * scores[r][j];
            right[r] += second * scores[r][j];
        }
    }
    for (int r = 0; r < ROWS; r++) {
        float share = 1.0f / totals[r];
        put(out[r], left[r] * share);
        put(out[r] + 16, right[r] * share);
    }
}

/// Attention within one text of `count` tokens: `heads` holds queries, keys and values a token, `joined` gets the answers.
static void attend(struct earshot_encoder_room *room, const float *heads, size_t count, float *joined) {
    size_t padded = (count + 15) / 16 * 16;
    for (size_t head = 0; head < HEADS; head++) {
        const float *start = heads + head * HEAD;
        for (size_t j = 0; j < padded; j++) {
            for (size_t d = 0; d < HEAD; d++) {
                room->keys[d][j] = j < count ? start[j * 3 * WIDTH + WIDTH + d] : 0;
            }
        }
        for (size_t i = 0; i < count; i += ROWS) {
            const float *queries[ROWS];
            float *out[ROWS], totals[ROWS];
            for (size_t r = 0; r < ROWS; r++) {
                size_t row = i + r < count ? i + r : count - 1; // the last again where rows run out
                queries[r] = start + row * 3 * WIDTH;
                out[r] = joined + row * WIDTH + head * HEAD;
            }
            score(queries, (const float(*)[LIMIT])room->keys, count, room->scores);
            for (int r = 0; r < ROWS; r++) totals[r] = weigh(room->scores[r], count);
            gather(room->scores, totals, start + 2 * WIDTH, count, out);
        }
    }
}
