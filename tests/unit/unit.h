/*
 * unit.h - what each unit test needs: cmocka, and shorthand for views.
 *
 * A test file is one executable with one group, which prints TAP.
 */
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants the four above first. */
#include <cmocka.h>

#include "base/str.h"

/* Fail unless the view holds just this text. */
#define assert_view(v, text)                                                   \
	do {                                                                   \
		struct view view_ = (v);                                       \
		struct str str_ = {0};                                         \
		str_put(&str_, view_);                                         \
		assert_string_equal(str_text(&str_), text);                    \
		str_fini(&str_);                                               \
	} while (0)

#endif
