#ifndef REGIONET_CGRAPHVIZ_SHIM_H
#define REGIONET_CGRAPHVIZ_SHIM_H
#include <gvc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

/* What the Swift importer cannot see or cannot use:
   - Agdirected and its kin are mutable globals, which strict concurrency refuses;
   - cgraph takes char * where it means const char *;
   - ND_coord, GD_bb, agtail and aghead are macros that look like functions.
   Everything is static inline, so that a system library target is enough. */

static inline Agraph_t *gvx_open(const char *name, int directed, int strict) {
  Agdesc_t kind = directed ? (strict ? Agstrictdirected : Agdirected) : (strict ? Agstrictundirected : Agundirected);
  return agopen((char *)name, kind, NULL);
}
static inline Agnode_t *gvx_node(Agraph_t *g, const char *name) { return agnode(g, (char *)name, 1); }
static inline Agedge_t *gvx_edge(Agraph_t *g, Agnode_t *tail, Agnode_t *head) { return agedge(g, tail, head, NULL, 1); }
static inline int gvx_declare(Agraph_t *g, int kind, const char *name, const char *value) {
  return agattr(g, kind, (char *)name, (char *)value) != NULL;
}
static inline int gvx_set(void *object, const char *name, const char *value) {
  return agset(object, (char *)name, (char *)value);
}
static inline Agsym_t *gvx_next_attribute(Agraph_t *g, int kind, Agsym_t *after) { return agnxtattr(g, kind, after); }
static inline const char *gvx_value(void *object, Agsym_t *attribute) { return agxget(object, attribute); }
static inline Agnode_t *gvx_tail(Agedge_t *e) { return AGTAIL(e); }
static inline Agnode_t *gvx_head(Agedge_t *e) { return AGHEAD(e); }
static inline int gvx_is_directed(Agraph_t *g) { return agisdirected(g); }
static inline int gvx_is_strict(Agraph_t *g) { return agisstrict(g); }
static inline void gvx_seed(unsigned seed) {
  srand(seed);
  srand48((long)seed);
}

/* After a layout: points, y upwards; sizes in inches. */
static inline double gvx_x(Agnode_t *n) { return ND_coord(n).x; }
static inline double gvx_y(Agnode_t *n) { return ND_coord(n).y; }
static inline double gvx_width(Agnode_t *n) { return ND_width(n); }
static inline double gvx_height(Agnode_t *n) { return ND_height(n); }
static inline boxf gvx_box(Agraph_t *g) { return GD_bb(g); }

/* The graph as DOT text in memory, without a layout; free(*text) afterwards. */
static inline int gvx_write(Agraph_t *g, char **text, size_t *length) {
  FILE *stream = open_memstream(text, length);
  if (!stream) return -1;
  int failure = agwrite(g, stream);
  return fclose(stream) != 0 || failure != 0 ? -1 : 0;
}

/* A file that lies in memory and under no name, for pictures: the library reads them from files only.
   Returns its descriptor, or -1. */
static inline int gvx_memory_file(const void *bytes, size_t count) {
#ifdef __linux__
  int file = (int)syscall(SYS_memfd_create, "picture", 1u /* MFD_CLOEXEC */);
#else
  char name[] = "/tmp/regionet-XXXXXX";
  int file = mkstemp(name);
  if (file >= 0) unlink(name);
#endif
  if (file < 0) return -1;
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written <= 0) {
      close(file);
      return -1;
    }
    bytes = (const char *)bytes + written;
    count -= (size_t)written;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

/* Runs `work` on a thread of its own with a stack of `bytes`: the recursion of dot goes as deep as the graph.
   Waits for it; returns 0, or an error number when no thread could be had. */
static inline int gvx_run(void *(*work)(void *), void *argument, size_t bytes) {
  pthread_attr_t attributes;
  pthread_t thread;
  int failure = pthread_attr_init(&attributes);
  if (failure) return failure;
  failure = pthread_attr_setstacksize(&attributes, bytes);
  if (!failure) failure = pthread_create(&thread, &attributes, work, argument);
  pthread_attr_destroy(&attributes);
  return failure ? failure : pthread_join(thread, NULL);
}
#endif
