#include "record/scan.h"

#include "base/mem.h"
#include "base/utf8.h"

#define STEP SCAN_STEP
#define STRIDE ((size_t)64 * STEP) /* bytes there is room made for at once */

/* A bit for each of 64 bytes. */
struct masks {
	uint64_t end;	  /* TAB or LF */
	uint64_t line;	  /* LF */
	uint64_t special; /* backslash or CR */
	uint64_t high;	  /* not ASCII */
};

/* The masks of some bytes and of those behind them, which are n further. */
static inline struct masks
join(struct masks a, struct masks b, int n)
{
	return (struct masks){a.end | b.end << n, a.line | b.line << n,
		a.special | b.special << n, a.high | b.high << n};
}

#if defined(__SSE2__)
#include <immintrin.h>

__attribute__((target("avx2"))) static inline struct masks
masks_32(const char *p)
{
	__m256i v = _mm256_loadu_si256((const void *)p);
	__m256i line = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n'));
	__m256i tab = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\t'));
	__m256i cr = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\r'));
	__m256i backslash = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\\'));

	return (struct masks){
		(unsigned)_mm256_movemask_epi8(_mm256_or_si256(line, tab)),
		(unsigned)_mm256_movemask_epi8(line),
		(unsigned)_mm256_movemask_epi8(_mm256_or_si256(cr, backslash)),
		(unsigned)_mm256_movemask_epi8(v),
	};
}

__attribute__((target("avx2"))) static inline struct masks
masks_wide(const char *p)
{
	return join(masks_32(p), masks_32(p + 32), 32);
}

static inline struct masks
masks_16(const char *p)
{
	__m128i v = _mm_loadu_si128((const void *)p);
	__m128i line = _mm_cmpeq_epi8(v, _mm_set1_epi8('\n'));
	__m128i tab = _mm_cmpeq_epi8(v, _mm_set1_epi8('\t'));
	__m128i cr = _mm_cmpeq_epi8(v, _mm_set1_epi8('\r'));
	__m128i backslash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));

	return (struct masks){
		(unsigned)_mm_movemask_epi8(_mm_or_si128(line, tab)),
		(unsigned)_mm_movemask_epi8(line),
		(unsigned)_mm_movemask_epi8(_mm_or_si128(cr, backslash)),
		(unsigned)_mm_movemask_epi8(v),
	};
}

static inline struct masks
masks_plain(const char *p)
{
	return join(join(masks_16(p), masks_16(p + 16), 16),
		join(masks_16(p + 32), masks_16(p + 48), 16), 32);
}

#else

static inline struct masks
masks_plain(const char *p)
{
	struct masks m = {0};

	for (int i = 0; i < STEP; i++) {
		unsigned char c = (unsigned char)p[i];

		m.line |= (uint64_t)(c == '\n') << i;
		m.end |= (uint64_t)(c == '\n' || c == '\t') << i;
		m.special |= (uint64_t)(c == '\r' || c == '\\') << i;
		m.high |= (uint64_t)(c >= 0x80) << i;
	}
	return m;
}

#endif

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
	if (scan->ends_cap < scan->ends_n + STRIDE + 9) {
		uint32_t *base = scan->ends ? scan->ends - 1 : NULL;

		base = mem_grow(base, &scan->ends_cap,
			scan->ends_n + STRIDE + 9, sizeof(*base));
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

/* How masks are made: there is one way for each kind of processor. */
typedef struct masks masks_maker(const char *p);

/* Note one step; whether all is valid UTF-8, as good says of what is before. */
static inline __attribute__((always_inline)) bool
note_step(struct scan *scan, struct masks m, struct view bytes, size_t i,
	bool good)
{
	if (i % STRIDE == 0)
		make_room(scan);
	note_lines(scan, m);
	note_ends(scan, m.end, (uint32_t)i);
	if (m.special)
		scan->odd[scan->odd_n++] = (uint32_t)i;
	return m.high && good ? check_utf8(scan, bytes, i, m.high) : good;
}

/* Inlined into each caller, with its way of making masks. */
static inline __attribute__((always_inline)) void
scan_all(struct scan *scan, struct view bytes, masks_maker *masks_of)
{
	char last[STEP] = {0};
	bool good = true;
	size_t i = 0;

	for (; bytes.len - i >= STEP; i += STEP)
		good = note_step(scan, masks_of(bytes.at + i), bytes, i, good);
	if (i < bytes.len) {
		memcpy(last, bytes.at + i, bytes.len - i);
		good = note_step(scan, masks_of(last), bytes, i, good);
	}
	if (good)
		scan->valid = bytes.len;
}

#if defined(__SSE2__)

__attribute__((target("avx2,bmi,popcnt"))) static void
scan_wide(struct scan *scan, struct view bytes)
{
	scan_all(scan, bytes, masks_wide);
}

static bool
is_wide(void)
{
	return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}

#else

static void
scan_wide(struct scan *scan, struct view bytes)
{
	scan_all(scan, bytes, masks_plain);
}

static bool
is_wide(void)
{
	return true;
}

#endif

void
scan_bytes_by(struct scan *scan, struct view bytes, bool wide)
{
	scan->ends_n = 0;
	scan->lines_n = 0;
	scan->odd_n = 0;
	scan->valid = 0;
	make_room(scan);
	if (wide)
		scan_wide(scan, bytes);
	else
		scan_all(scan, bytes, masks_plain);
}

void
scan_bytes(struct scan *scan, struct view bytes)
{
	scan_bytes_by(scan, bytes, is_wide());
}

void
scan_fini(struct scan *scan)
{
	mem_free(scan->ends ? scan->ends - 1 : NULL);
	mem_free(scan->lines);
	mem_free(scan->odd);
	*scan = (struct scan){0};
}
