/*
 * mem.h - memory that is there or the program ends.
 *
 * None of these returns NULL: out of memory is a message and status 2, so no
 * caller checks for it.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* n things of size bytes, all zero.  Owned by the caller: mem_free(). */
void *mem_new(size_t n, size_t size);

/*
 * One thing of size bytes, all zero, for one thread to write to: apart from
 * what others write, since processors share memory by the cache line.
 */
void *mem_apart(size_t size);

/*
 * n things of size bytes, not cleared, for much that is looked up here and
 * there: where the kernel has large pages, the processor finds its way about
 * them sooner.
 */
void *mem_large(size_t n, size_t size);

/*
 * Make room for at least want things of size bytes: *cap is the number there
 * is room for, and at least doubles when it grows.  Returns where they now
 * are; new room is not cleared.
 */
void *mem_grow(void *old, size_t *cap, size_t want, size_t size);

/* A copy of len bytes with a NUL after them. */
char *mem_text(const char *bytes, size_t len);

void mem_free(void *memory);

/*
 * What stands there is needed no more, though its memory is not freed yet:
 * whole pages go back to the kernel.
 */
void mem_forget(void *memory, size_t size);

/*
 * An arena: memory for things that live and die together.  {0} is an empty
 * one.  What it hands out, not cleared, stays where it is until arena_fini();
 * its chunks grow up to a large page.
 */
struct arena {
	struct arena_chunk *chunk; /* owned: the newest, linked to the older */
	size_t used, size;	   /* bytes of the newest chunk */
};

void *arena_new(struct arena *arena, size_t size);
char *arena_text(struct arena *arena, const char *bytes, size_t len);
void arena_fini(struct arena *arena);

#endif
