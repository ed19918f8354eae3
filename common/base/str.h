/*
 * str.h - text that grows.
 *
 * {0} is an empty one.  data may be NULL while cap is 0; it is NUL-ended only
 * after str_text().  Views of it live until it next grows.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/view.h"

#include <stdarg.h>

struct str {
	char *data; /* owned */
	size_t len; /* bytes in use */
	size_t cap; /* bytes there is room for */
};

/* For str_reserve(): there is no such room yet. */
void str_grow(struct str *s, size_t more);

/* Make room for more bytes behind the end. */
static inline void
str_reserve(struct str *s, size_t more)
{
	if (s->cap - s->len < more)
		str_grow(s, more);
}

void str_fini(struct str *s);

/* Empty it, keeping the room. */
static inline void
str_clear(struct str *s)
{
	s->len = 0;
}

static inline struct view
str_view(const struct str *s)
{
	return (struct view){s->data, s->len};
}

/* All that stands in s from offset on. */
static inline struct view
str_tail(const struct str *s, size_t offset)
{
	return (struct view){
		s->data ? s->data + offset : NULL, s->len - offset};
}

/* Put a byte, a view, a C string, or len bytes at the end. */
static inline void
str_byte(struct str *s, char byte)
{
	if (s->len == s->cap)
		str_grow(s, 1);
	s->data[s->len++] = byte;
}

static inline void
str_bytes(struct str *s, const char *bytes, size_t len)
{
	str_reserve(s, len);
	if (len)
		memcpy(s->data + s->len, bytes, len);
	s->len += len;
}

static inline void
str_put(struct str *s, struct view v)
{
	str_bytes(s, v.at, v.len);
}

static inline void
str_add(struct str *s, const char *text)
{
	str_bytes(s, text, strlen(text));
}

/* A whole number in decimal. */
void str_int(struct str *s, int64_t n);

void str_printf(struct str *s, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void str_vprintf(struct str *s, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

/* The text with a NUL behind it: borrowed, until s next changes. */
const char *str_text(struct str *s);

#endif
