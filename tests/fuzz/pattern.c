/* A pattern is refused or matched in a time that is bounded, and rightly. */
#include "fuzz.h"

#include "base/pattern.h"

#include <regex.h>

/* Does glibc take it in the same sense?  Only where it is plain and quick. */
static bool
is_common(struct view pattern)
{
	static const char letters[] = "abc.|()^$*+?";

	for (size_t i = 0; i < pattern.len; i++)
		if (!pattern.at[i] || !strchr(letters, pattern.at[i]))
			return false;
	/* Repeats of repeats, anchors amid: POSIX leaves some undefined. */
	for (size_t i = 0; i + 1 < pattern.len; i++)
		if (strchr("*+?^$(|", pattern.at[i]) &&
			strchr("*+?^", pattern.at[i + 1]))
			return false;
	return pattern.len && pattern.len < 12 && !strchr("*+?", *pattern.at) &&
		view_find(pattern, VIEW("()")) == pattern.len &&
		view_find(pattern, VIEW("(|")) == pattern.len &&
		view_find(pattern, VIEW("|)")) == pattern.len &&
		view_find(pattern, VIEW("||")) == pattern.len &&
		pattern.at[0] != '|' && pattern.at[pattern.len - 1] != '|';
}

static void
compare(struct view pattern, struct view text, bool found)
{
	char *p = mem_text(pattern.at, pattern.len);
	char *t = mem_text(text.at, text.len);
	regex_t regex;

	if (!strchr(p, '^') && !strchr(p, '$') && strlen(t) == text.len &&
		utf8_valid(text) == text.len &&
		regcomp(&regex, p, REG_EXTENDED | REG_NOSUB) == 0) {
		bool ascii = true;

		for (size_t i = 0; i < text.len; i++)
			ascii = ascii && text.at[i] > 0;
		if (ascii)
			assert((regexec(&regex, t, 0, NULL, 0) == 0) == found);
		regfree(&regex);
	}
	mem_free(p);
	mem_free(t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view all = {(const char *)data, size};
	struct view text = view_from(all, view_find_byte(all, '\n') + 1);
	struct view source = view_upto(all, view_find_byte(all, '\n'));
	struct arena arena = {0};
	const char *why = NULL;
	const struct pattern *pattern = pattern_read(source, &arena, &why);

	assert(!pattern == (why != NULL));
	if (pattern) {
		bool found = pattern_in(pattern, text);

		if (is_common(source) && text.len < 64)
			compare(source, text, found);
	}
	arena_fini(&arena);
	return 0;
}
