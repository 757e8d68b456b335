#ifndef REGIONET_CGRAPHVIZ_SHIM_H
#define REGIONET_CGRAPHVIZ_SHIM_H
#include <gvc.h>
#endif
