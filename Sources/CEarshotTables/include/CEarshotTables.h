#ifndef EARSHOT_TABLES_H
#define EARSHOT_TABLES_H

#include <stddef.h>

/// The tables compiled into the program, each a file of `tables/`.
typedef enum {
    EARSHOT_TABLE_TONE,       ///< tone.tsv: the tone lexicon
    EARSHOT_TABLE_TONE_WEIGHTS, ///< tone-weights.tsv: learned tone weights of words and pairs
    EARSHOT_TABLE_LANGUAGE,   ///< language.bin: learned weights that tell languages apart
    EARSHOT_TABLE_STOP_WORDS, ///< stopwords.txt: English words that carry no topic
    EARSHOT_TABLE_ABBREVIATIONS, ///< abbreviations.tsv: abbreviations of council business
    EARSHOT_TABLE_SPELLINGS,  ///< spellings.tsv: other spellings of words
    EARSHOT_TABLE_BACKGROUND, ///< background.tsv: how common words are in comments in general
    EARSHOT_TABLE_APPROVAL, ///< approval.tsv: the direction of approval among sentence vectors
} earshot_table;

/// The bytes of one table and their count. The pointer is valid for as long as the program runs.
const unsigned char *earshot_table_bytes(earshot_table table, size_t *count);

#endif
