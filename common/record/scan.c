#include "record/scan.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "record/scan_widest.h"

#define STEP SCAN_STEP
#define STRIDE ((size_t)64 * STEP) /* bytes there is room made for at once */
#define IN_VAIN 16 /* ends that may be written behind the last */

static inline unsigned
count(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) +
		(bits >> 2 & UINT64_C(0x3333333333333333));
	bits = (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	return (unsigned)(bits * UINT64_C(0x0101010101010101) >> 56);
}

/* Note the first end of a mask, or in vain that there is none; the others. */
static inline uint64_t
note_end(uint32_t *end, uint64_t mask, uint32_t offset)
{
	*end = offset +
		(unsigned)__builtin_ctzll(mask | UINT64_C(1) << (STEP - 1));
	return mask & (mask - 1);
}

/*
 * Note the ends of one step, of which the first byte is at offset.  They are
 * written eight at a time, the last of them in vain: a loop that runs just
 * as often as there are ends would be guessed wrong at each step.
 */
static inline void
note_ends(struct scan *scan, uint64_t mask, uint32_t offset)
{
	uint32_t *ends = scan->ends + scan->ends_n;

	scan->ends_n += count(mask);
	do {
		mask = note_end(ends, mask, offset);
		mask = note_end(ends + 1, mask, offset);
		mask = note_end(ends + 2, mask, offset);
		mask = note_end(ends + 3, mask, offset);
		mask = note_end(ends + 4, mask, offset);
		mask = note_end(ends + 5, mask, offset);
		mask = note_end(ends + 6, mask, offset);
		mask = note_end(ends + 7, mask, offset);
		ends += 8;
	} while (mask);
}

/*
 * Note the lines of one step, before its ends.  Most steps have one or none,
 * which nobody can guess: one is always written, if need be in vain.
 */
static inline void
note_lines(struct scan *scan, struct masks m)
{
	uint32_t before = (uint32_t)scan->ends_n;
	uint32_t *lines = scan->lines + scan->lines_n;

	scan->lines_n += count(m.line);
	do {
		*lines++ = before + count(m.end & (m.line ^ (m.line - 1)));
		m.line &= m.line - 1;
	} while (m.line);
}

/* Room for the ends of another stride, and one in front of them all. */
static void
make_room(struct scan *scan)
{
	size_t most = 1 + scan->ends_n + STRIDE + IN_VAIN;

	if (scan->ends_cap < most) {
		uint32_t *base = scan->ends ? scan->ends - 1 : NULL;

		base = mem_grow(base, &scan->ends_cap, most, sizeof(*base));
		base[0] = UINT32_MAX;
		scan->ends = base + 1;
	}
	if (scan->lines_cap < scan->lines_n + STRIDE + 1)
		scan->lines = mem_grow(scan->lines, &scan->lines_cap,
			scan->lines_n + STRIDE + 1, sizeof(*scan->lines));
	if (scan->odd_cap < scan->odd_n + STRIDE / STEP)
		scan->odd = mem_grow(scan->odd, &scan->odd_cap,
			scan->odd_n + STRIDE / STEP, sizeof(*scan->odd));
}

/*
 * Check the characters that start at the bytes of mask, which are not ASCII;
 * those before scan->valid were part of a character before.
 */
static bool
check_utf8(struct scan *scan, struct view bytes, size_t offset, uint64_t mask)
{
	for (; mask; mask &= mask - 1) {
		size_t at = offset + (size_t)__builtin_ctzll(mask);
		size_t size;

		if (at < scan->valid)
			continue;
		scan->valid = at;
		size = utf8_size(view_from(bytes, at));
		if (!size)
			return false;
		scan->valid = at + size;
	}
	return true;
}

/* How masks are made and ends noted: one way for each kind of processor. */
typedef struct masks masks_maker(const char *p);
typedef void ends_noter(struct scan *scan, uint64_t mask, uint32_t offset);

/* Note all but the ends of one step; is it valid UTF-8, if good before it? */
static inline __attribute__((always_inline)) bool
note_step(struct scan *scan, struct masks m, struct view bytes, size_t i,
	bool good)
{
	if (i % STRIDE == 0)
		make_room(scan);
	note_lines(scan, m);
	if (m.special)
		scan->odd[scan->odd_n++] = (uint32_t)i;
	return m.high && good ? check_utf8(scan, bytes, i, m.high) : good;
}

/* Inlined into each caller, with its ways of making masks and noting ends. */
static inline __attribute__((always_inline)) void
scan_all(struct scan *scan, struct view bytes, masks_maker *masks_of,
	ends_noter *note)
{
	char last[STEP] = {0};
	bool good = true;

	for (size_t i = 0; i < bytes.len; i += STEP) {
		const char *at = bytes.at + i;
		struct masks m;

		if (bytes.len - i < STEP)
			at = memcpy(last, at, bytes.len - i);
		m = masks_of(at);
		good = note_step(scan, m, bytes, i, good);
		note(scan, m.end, (uint32_t)i);
	}
	if (good)
		scan->valid = bytes.len;
}

static void
scan_plain(struct scan *scan, struct view bytes)
{
	scan_all(scan, bytes, masks_plain, note_ends);
}

#if defined(__SSE2__)

__attribute__((target("avx2,bmi,popcnt"))) static void
scan_wide(struct scan *scan, struct view bytes)
{
	scan_all(scan, bytes, masks_wide, note_ends);
}

__attribute__((target(WIDEST))) static inline void
note_ends_widest(struct scan *scan, uint64_t mask, uint32_t offset)
{
	unsigned n = count(mask);

	compress_bits(mask, (int)n, offset, scan->ends + scan->ends_n);
	scan->ends_n += n;
}

__attribute__((target(WIDEST))) static void
scan_widest(struct scan *scan, struct view bytes)
{
	scan_all(scan, bytes, masks_widest, note_ends_widest);
}

enum scan_way
scan_best(void)
{
	if (__builtin_cpu_supports("avx512bw") &&
		__builtin_cpu_supports("avx512vbmi2"))
		return SCAN_WIDEST;
	if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"))
		return SCAN_WIDE;
	return SCAN_PLAIN;
}

#else

static void
scan_wide(struct scan *scan, struct view bytes)
{
	scan_plain(scan, bytes);
}

static void
scan_widest(struct scan *scan, struct view bytes)
{
	scan_plain(scan, bytes);
}

enum scan_way
scan_best(void)
{
	return SCAN_PLAIN;
}

#endif

void
scan_bytes_by(struct scan *scan, struct view bytes, enum scan_way way)
{
	static void (*const ways[])(struct scan *, struct view) = {
		[SCAN_PLAIN] = scan_plain,
		[SCAN_WIDE] = scan_wide,
		[SCAN_WIDEST] = scan_widest,
	};

	scan->ends_n = 0;
	scan->lines_n = 0;
	scan->odd_n = 0;
	scan->valid = 0;
	make_room(scan);
	ways[way](scan, bytes);
}

void
scan_bytes(struct scan *scan, struct view bytes)
{
	scan_bytes_by(scan, bytes, scan_best());
}

void
scan_fini(struct scan *scan)
{
	mem_free(scan->ends ? scan->ends - 1 : NULL);
	mem_free(scan->lines);
	mem_free(scan->odd);
	*scan = (struct scan){0};
}
