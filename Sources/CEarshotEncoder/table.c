#include "table.h"

// #embed is C23; the toolchain's clang has it as an extension in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const _Alignas(64) unsigned char bytes[] = {
#embed "encoder.bin"
};

_Static_assert(sizeof bytes > sizeof(struct earshot_encoder_table), "encoder.bin does not belong to this layout");

const struct earshot_encoder_table *earshot_encoder_table_start(void) {
    return (const struct earshot_encoder_table *)(const void *)bytes;
}
