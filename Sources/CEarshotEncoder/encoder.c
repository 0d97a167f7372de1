#include "CEarshotEncoder.h"

#include <string.h>

#include "paths.h"
#include "table.h"

bool earshot_encoder_can(earshot_encoder_path path) {
#if defined(__x86_64__)
    switch (path) {
    case EARSHOT_ENCODER_PLAIN: return true;
    case EARSHOT_ENCODER_AVX2: return __builtin_cpu_supports("avx2");
    case EARSHOT_ENCODER_VNNI: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("avxvnni");
    case EARSHOT_ENCODER_VNNI512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vnni");
    }
    return false;
#else
    return path == EARSHOT_ENCODER_PLAIN;
#endif
}

void earshot_encoder_vectors(earshot_encoder_path path, const uint16_t *tokens, const uint32_t *counts, size_t texts,
                             void *scratch, int16_t *vectors) {
    const struct earshot_encoder_table *table = earshot_encoder_table_start();
    switch (path) {
#if defined(__x86_64__)
    case EARSHOT_ENCODER_AVX2: earshot_encode_avx2(table, tokens, counts, texts, scratch, vectors); return;
    case EARSHOT_ENCODER_VNNI: earshot_encode_vnni(table, tokens, counts, texts, scratch, vectors); return;
    case EARSHOT_ENCODER_VNNI512: earshot_encode_vnni512(table, tokens, counts, texts, scratch, vectors); return;
#endif
    default: earshot_encode_plain(table, tokens, counts, texts, scratch, vectors);
    }
}

size_t earshot_encoder_scratch(size_t tokens) {
    return earshot_encoder_lay(NULL, NULL, tokens);
}

const void *earshot_encoder_part_start(earshot_encoder_part part, size_t *count) {
    const struct earshot_encoder_table *table = earshot_encoder_table_start();
    const uint32_t *entries = (const uint32_t *)(table + 1);
    size_t line = 16; // figures of four bytes in a line of 64
    const uint32_t *several = entries + (table->entry_count + line - 1) / line * line;
    const uint32_t *words = several + (table->several_count + line - 1) / line * line;
    switch (part) {
    case EARSHOT_ENCODER_STARTS: *count = WORDS + 1; return table->starts;
    case EARSHOT_ENCODER_SLOTS: *count = SLOTS; return table->slots;
    case EARSHOT_ENCODER_BLOCKS: *count = BLOCKS; return table->blocks;
    case EARSHOT_ENCODER_ENTRIES: *count = table->entry_count; return entries;
    case EARSHOT_ENCODER_SEVERAL: *count = table->several_count; return several;
    case EARSHOT_ENCODER_WORDS: *count = table->word_bytes; return words;
    }
    *count = 0;
    return table;
}

bool earshot_encoder_is_whole(void) {
    const struct earshot_encoder_table *table = earshot_encoder_table_start();
    size_t count = 0;
    const unsigned char *words = earshot_encoder_part_start(EARSHOT_ENCODER_WORDS, &count);
    const unsigned char *first = (const unsigned char *)table + 64;
    uint64_t state = 0xCBF29CE484222325, word = 0;
    for (const unsigned char *at = first; at < words + (count + 63) / 64 * 64; at += sizeof word) {
        memcpy(&word, at, sizeof word);
        state = (state ^ word) * 0x100000001B3;
    }
    return memcmp(table->magic, "EARSHOTE", 8) == 0 && table->version == 1 && state == table->checksum;
}
