#include "CEarshotTables.h"

// #embed is C23; the toolchain's clang has it as an extension in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char tone[] = {
#embed "tables/tone.tsv"
};
static const unsigned char tone_weights[] = {
#embed "tables/tone-weights.tsv"
};
static const unsigned char language[] = {
#embed "tables/language.bin"
};
static const unsigned char abbreviations[] = {
#embed "tables/abbreviations.tsv"
};
static const unsigned char spellings[] = {
#embed "tables/spellings.tsv"
};
static const unsigned char background[] = {
#embed "tables/background.tsv"
};
static const unsigned char approval[] = {
#embed "tables/approval.tsv"
};
static const unsigned char stop_words[] = {
#embed "tables/stopwords.txt"
};

const unsigned char *earshot_table_bytes(earshot_table table, size_t *count) {
    switch (table) {
    case EARSHOT_TABLE_TONE: *count = sizeof tone; return tone;
    case EARSHOT_TABLE_TONE_WEIGHTS: *count = sizeof tone_weights; return tone_weights;
    case EARSHOT_TABLE_LANGUAGE: *count = sizeof language; return language;
    case EARSHOT_TABLE_STOP_WORDS: *count = sizeof stop_words; return stop_words;
    case EARSHOT_TABLE_ABBREVIATIONS: *count = sizeof abbreviations; return abbreviations;
    case EARSHOT_TABLE_SPELLINGS: *count = sizeof spellings; return spellings;
    case EARSHOT_TABLE_BACKGROUND: *count = sizeof background; return background;
    case EARSHOT_TABLE_APPROVAL: *count = sizeof approval; return approval;
    }
    *count = 0;
    return tone;
}
