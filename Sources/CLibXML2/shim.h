#ifndef EARSHOT_CLIBXML2_SHIM_H
#define EARSHOT_CLIBXML2_SHIM_H

// Debian's libxml2 headers pull in the system ICU, whose macros clash with the ICU inside Foundation.
// Without this line every file that imports both fails to compile. The encoding-handler structs, whose
// layout depends on it, are never touched from Swift.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xpath.h>

// xmlFree is a mutable global function pointer, which Swift 6 refuses.
static inline void earshot_xml_free(void *pointer) { xmlFree(pointer); }

#endif
