#include "base/lang.h"

#include "base/view.h"

#include <locale.h>
#include <stdlib.h>

#ifndef LOCALE_DIR
#define LOCALE_DIR "/usr/local/share/locale"
#endif

/* The variable that decides, in the order that setlocale(3) has. */
static const char *
wanted(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "C";
}

/* Is this a language that needs no catalogue? */
static bool
is_english(struct view name)
{
	return view_is(name, "C") || view_is(name, "POSIX") ||
		view_starts(name, VIEW("C.")) || view_starts(name, VIEW("en"));
}

void
lang_start(void)
{
	const char *language = getenv("LANGUAGE");
	const char *locale = wanted();
	const char *dir = getenv("LEAD_LOCALE_DIR");

	if ((!language || !*language) && is_english(view_of(locale)))
		return;
	if (!setlocale(LC_MESSAGES, "") || is_english(view_of(locale))) {
		/*
		 * A locale that was never generated would silently give
		 * English: gettext looks at LANGUAGE in any locale but "C".
		 */
		if (!language || !*language)
			(void)setenv("LANGUAGE", locale, 0);
		(void)setlocale(LC_MESSAGES, "C.UTF-8");
	}
	(void)setlocale(LC_CTYPE, "C.UTF-8");
	(void)bindtextdomain("leadpipe", dir ? dir : LOCALE_DIR);
	(void)bind_textdomain_codeset("leadpipe", "UTF-8");
	(void)textdomain("leadpipe");
}
