#ifndef EARSHOT_CLIBZIP_SHIM_H
#define EARSHOT_CLIBZIP_SHIM_H

#include <zip.h>

#endif
