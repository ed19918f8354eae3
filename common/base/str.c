#include "base/str.h"

#include "base/mem.h"

#include <stdio.h>

void
str_grow(struct str *s, size_t more)
{
	size_t want;

	if (__builtin_add_overflow(s->len, more, &want) ||
		__builtin_add_overflow(want, 16, &want))
		want = SIZE_MAX; /* which mem_grow() refuses */
	s->data = mem_grow(s->data, &s->cap, want, 1);
}

void
str_fini(struct str *s)
{
	mem_free(s->data);
	*s = (struct str){0};
}

void
str_int(struct str *s, int64_t n)
{
	uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;
	char digits[20];
	size_t i = sizeof(digits);

	if (n >= 0 && n < 100) { /* most numbers are small */
		if (n >= 10)
			str_byte(s, (char)('0' + n / 10));
		str_byte(s, (char)('0' + n % 10));
		return;
	}
	do {
		digits[--i] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (n < 0)
		str_byte(s, '-');
	str_bytes(s, digits + i, sizeof(digits) - i);
}

void
str_vprintf(struct str *s, const char *format, va_list args)
{
	va_list again;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	if (len > 0) {
		str_reserve(s, (size_t)len + 1);
		(void)vsnprintf(
			s->data + s->len, (size_t)len + 1, format, again);
		s->len += (size_t)len;
	}
	va_end(again);
}

void
str_printf(struct str *s, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	str_vprintf(s, format, args);
	va_end(args);
}

const char *
str_text(struct str *s)
{
	str_reserve(s, 1);
	s->data[s->len] = '\0';
	return s->data;
}
