#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

// libxml2's encoding header includes ICU, whose types clash with those of other modules. No ICU type is needed here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

#endif
