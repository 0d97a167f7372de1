// The whole way of a batch, from tokens to vectors; included by each path behind its `multiply` and attention.h.

#define LINEAR_OF(layer, name, in_count, out_count)                                                                    \
    &(struct earshot_encoder_linear) {                                                                                 \
        (layer)->name, (layer)->name##_scale, (layer)->name##_total, (layer)->name##_bias, in_count, out_count         \
    }

INLINE void add(float *to, const float *what) {
    for (size_t i = 0; i < WIDTH; i += 16) put(to + i, lanes_at(to + i) + lanes_at(what + i));
}

INLINE void tokens_to_wholes(const float *from, const float *ease, size_t first, size_t count,
                             struct earshot_encoder_wholes to) {
    for (size_t t = first; t < first + count; t++) to_wholes(from + t * WIDTH, ease, to, t, WIDTH);
}

/// The inner layer for up to TILE tokens: wider, bent, narrow again; then added and normalised.
static void pass_inner(const struct earshot_encoder_layer *layer, struct earshot_encoder_batch *batch, size_t first,
                       size_t count) {
    struct earshot_encoder_room *room = batch->room;
    struct earshot_encoder_wholes all_tokens = batch->wholes;
    struct earshot_encoder_wholes in = {all_tokens.whole + first * WIDTH, all_tokens.scale + first,
                                        all_tokens.middle + first, all_tokens.sum + first};
    struct earshot_encoder_wholes inner = {room->whole[0], room->scale, room->middle, room->sum};
    multiply(in, count, LINEAR_OF(layer, inner, WIDTH, INNER), room->inner[0]);
    for (size_t t = 0; t < count; t++) {
        float *row = room->inner[t];
        for (size_t i = 0; i < INNER; i += 16) put(row + i, gelu(lanes_at(row + i)));
        to_wholes(row, layer->outer_ease, inner, t, INNER);
    }
    float *out = batch->joined + first * WIDTH;
    multiply(inner, count, LINEAR_OF(layer, outer, INNER, WIDTH), out);
    for (size_t t = 0; t < count; t++) {
        float *token = batch->state + (first + t) * WIDTH;
        add(token, out + t * WIDTH);
        normalise(token, layer->second_gain, layer->second_bias);
    }
}

static void pass_layer(const struct earshot_encoder_layer *layer, struct earshot_encoder_batch *batch,
                       const uint32_t *counts, size_t texts) {
    size_t tokens = batch->tokens, at = 0;
    tokens_to_wholes(batch->state, layer->heads_ease, 0, tokens, batch->wholes);
    multiply(batch->wholes, tokens, LINEAR_OF(layer, heads, WIDTH, 3 * WIDTH), batch->heads);
    for (size_t text = 0; text < texts; at += counts[text++]) {
        attend(batch->room, batch->heads + at * 3 * WIDTH, counts[text], batch->joined + at * WIDTH);
    }
    tokens_to_wholes(batch->joined, layer->joined_ease, 0, tokens, batch->wholes);
    multiply(batch->wholes, tokens, LINEAR_OF(layer, joined, WIDTH, WIDTH), batch->joined);
    for (size_t t = 0; t < tokens; t++) {
        add(batch->state + t * WIDTH, batch->joined + t * WIDTH);
        normalise(batch->state + t * WIDTH, layer->first_gain, layer->first_bias);
    }
    for (size_t first = 0; first < tokens; first += TILE) {
        size_t count = tokens - first < TILE ? tokens - first : TILE;
        tokens_to_wholes(batch->state, layer->inner_ease, first, count, batch->wholes);
        pass_inner(layer, batch, first, count);
    }
}

/// The mean of a text's tokens, brought to length one, × 32,768.
INLINE void finish(const float *tokens, size_t count, int16_t *vector) {
    float mean[WIDTH] __attribute__((aligned(64)));
    lanes squares = {0};
    for (size_t i = 0; i < WIDTH; i += 16) {
        lanes sums = {0};
        for (size_t t = 0; t < count; t++) sums += lanes_at(tokens + t * WIDTH + i);
        sums /= (float)count;
        put(mean + i, sums);
        squares += sums * sums;
    }
    float length = __builtin_elementwise_sqrt(sum_of(squares));
    for (size_t i = 0; i < WIDTH; i += 16) {
        lanes x = rounded(lanes_at(mean + i) / length * 32768.0f);
        x = larger(smaller(x, all(32767.0f)), all(-32767.0f));
        short_lanes whole = __builtin_convertvector(__builtin_convertvector(x, int_lanes), short_lanes);
        memcpy(vector + i, &whole, sizeof whole);
    }
}

static void encode(const struct earshot_encoder_table *table, const uint16_t *tokens, const uint32_t *counts,
                   size_t texts, void *scratch, int16_t *vectors) {
    size_t total = 0, at = 0;
    for (size_t text = 0; text < texts; text++) total += counts[text];
    struct earshot_encoder_batch batch;
    earshot_encoder_lay(&batch, scratch, total);
    for (size_t text = 0; text < texts; text++) {
        for (size_t place = 0; place < counts[text]; place++, at++) {
            look_up(table, tokens[at], place, batch.state + at * WIDTH);
        }
    }
    for (size_t layer = 0; layer < LAYERS; layer++) pass_layer(&table->layers[layer], &batch, counts, texts);
    const float *start = batch.state;
    for (size_t text = 0; text < texts; start += counts[text++] * WIDTH) {
        if (counts[text] > 0) {
            finish(start, counts[text], vectors + text * WIDTH);
        } else {
            memset(vectors + text * WIDTH, 0, WIDTH * sizeof *vectors);
        }
    }
}
