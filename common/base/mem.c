#include "base/mem.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define CHUNK ((size_t)64 * 1024) /* the first of an arena */
#define ALIGN _Alignof(max_align_t)
#define CACHE_LINE 64
#define APART (2 * CACHE_LINE) /* they are fetched in pairs */
#define LARGE_PAGE ((size_t)2 << 20)

struct arena_chunk {
	struct arena_chunk *older; /* owned */
	max_align_t bytes[];
};

/* Messages are put together in memory, so this one cannot be: see die.h. */
__attribute__((noreturn)) static void
out_of_memory(void)
{
	static const char text[] = ": out of memory\n";
	const char *name = program_invocation_short_name;
	ssize_t said = write(STDERR_FILENO, name, strlen(name));

	if (said >= 0)
		said = write(STDERR_FILENO, text, sizeof(text) - 1);
	(void)said; /* nobody is left to tell */
	exit(2);
}

static void *
there(void *memory)
{
	if (!memory)
		out_of_memory();
	return memory;
}

void *
mem_new(size_t n, size_t size)
{
	return there(calloc(n ? n : 1, size ? size : 1));
}

void *
mem_apart(size_t size)
{
	size_t lines = (size / APART + 1) * APART;

	return memset(there(aligned_alloc(APART, lines)), 0, lines);
}

/* Ask for large pages where some fit into memory of so many bytes. */
static void *
enlarge(void *memory, size_t bytes)
{
	size_t before = -(uintptr_t)memory % LARGE_PAGE;
	size_t whole;

	if (bytes < before + LARGE_PAGE)
		return memory;
	whole = (bytes - before) / LARGE_PAGE * LARGE_PAGE;
	(void)madvise((char *)memory + before, whole, MADV_HUGEPAGE);
	return memory;
}

void *
mem_large(size_t n, size_t size)
{
	size_t bytes, unit;

	if (n > SIZE_MAX / 2 / size)
		out_of_memory();
	bytes = n ? n * size : 1;
	unit = bytes < LARGE_PAGE ? CACHE_LINE : LARGE_PAGE;
	bytes = (bytes + unit - 1) / unit * unit;
	return enlarge(there(aligned_alloc(unit, bytes)), bytes);
}

void *
mem_grow(void *old, size_t *cap, size_t want, size_t size)
{
	size_t n = *cap;

	if (want <= n)
		return old;
	if (n > SIZE_MAX / 2 / size || want > SIZE_MAX / 2 / size)
		out_of_memory();
	n = n * 2 > want ? n * 2 : want;
	*cap = n;
	return enlarge(there(realloc(old, n * size)), n * size);
}

char *
mem_text(const char *bytes, size_t len)
{
	char *copy = there(malloc(len + 1));

	if (len)
		memcpy(copy, bytes, len);
	copy[len] = '\0';
	return copy;
}

void
mem_free(void *memory)
{
	free(memory);
}

void
mem_forget(void *memory, size_t size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t before = -(uintptr_t)memory % page;

	if (size >= before + page)
		(void)madvise((char *)memory + before,
			(size - before) / page * page, MADV_DONTNEED);
}

/* A chunk of twice the size, so that much is had in few and large ones. */
static struct arena_chunk *
next_chunk(struct arena *arena, size_t want)
{
	size_t head = sizeof(struct arena_chunk);
	size_t whole = arena->chunk ? (head + arena->size) * 2 : CHUNK;
	struct arena_chunk *chunk;

	if (whole > LARGE_PAGE)
		whole = LARGE_PAGE;
	if (whole < head + want)
		whole = head + want;
	chunk = mem_large(1, whole);
	chunk->older = arena->chunk;
	*arena = (struct arena){chunk, 0, whole - head};
	return chunk;
}

void *
arena_new(struct arena *arena, size_t size)
{
	size_t want = (size + ALIGN - 1) / ALIGN * ALIGN;
	struct arena_chunk *chunk = arena->chunk;
	void *out;

	if (!chunk || arena->size - arena->used < want)
		chunk = next_chunk(arena, want);
	out = (char *)chunk->bytes + arena->used;
	arena->used += want;
	return out;
}

char *
arena_text(struct arena *arena, const char *bytes, size_t len)
{
	char *copy = arena_new(arena, len + 1);

	if (len)
		memcpy(copy, bytes, len);
	copy[len] = '\0';
	return copy;
}

void
arena_fini(struct arena *arena)
{
	struct arena_chunk *chunk = arena->chunk;

	while (chunk) {
		struct arena_chunk *older = chunk->older;

		free(chunk);
		chunk = older;
	}
	*arena = (struct arena){0};
}
