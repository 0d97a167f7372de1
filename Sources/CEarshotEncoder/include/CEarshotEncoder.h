#ifndef EARSHOT_ENCODER_H
#define EARSHOT_ENCODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The ways of working out vectors. They differ in speed alone: every one gives the same bits.
typedef enum {
    EARSHOT_ENCODER_PLAIN,  ///< any processor
    EARSHOT_ENCODER_AVX2,   ///< x86-64 of 2013 and later
    EARSHOT_ENCODER_VNNI,   ///< x86-64 with AVX-VNNI
    EARSHOT_ENCODER_VNNI512 ///< x86-64 with AVX-512 VNNI
} earshot_encoder_path;

/// Whether this processor can go this way.
bool earshot_encoder_can(earshot_encoder_path path);

/// The bytes of scratch memory for a batch of so many tokens. Any contents, on a line of 64 bytes.
size_t earshot_encoder_scratch(size_t tokens);

/// The vectors of `texts` texts: 384 components each, × 32,768, of length one.
///
/// `tokens` holds the texts' tokens end to end (ids below 30,522), `counts` how many each text has (0…256; a text of none
/// gets zeros). `scratch` has `earshot_encoder_scratch` bytes for the sum of `counts`. Pure; safe on several threads.
void earshot_encoder_vectors(earshot_encoder_path path, const uint16_t *tokens, const uint32_t *counts, size_t texts,
                             void *scratch, int16_t *vectors);

/// The parts of the vocabulary.
typedef enum {
    EARSHOT_ENCODER_STARTS,  ///< uint32: where each of the 30,522 words begins in the words' bytes; last, where they end
    EARSHOT_ENCODER_SLOTS,   ///< uint16: at the word's FNV-1a hash, or the first free slot after: id + 1
    EARSHOT_ENCODER_BLOCKS,  ///< uint16: which 128 entries each 128 code points have
    EARSHOT_ENCODER_ENTRIES, ///< uint32: what becomes of a character: kind × 2²⁸ + target
    EARSHOT_ENCODER_SEVERAL, ///< uint32: the targets of characters that become several
    EARSHOT_ENCODER_WORDS,   ///< uint8: the words' bytes end to end
} earshot_encoder_part;

/// The start of a part and its count of elements. Valid for as long as the program runs.
const void *earshot_encoder_part_start(earshot_encoder_part part, size_t *count);

/// Whether the table compiled in is whole (its checksum); takes some milliseconds.
bool earshot_encoder_is_whole(void);

#endif
