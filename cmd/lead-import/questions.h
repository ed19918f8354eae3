/*
 * questions.h - exports that have a question in one field and its answer in
 * the next: "Question 1", "Response 1".
 *
 * Where all rows ask the same, the question is the header of the answers:
 * "May we e-mail you?" must not be passed over (headers_ask.h).
 */
#ifndef QUESTIONS_H
#define QUESTIONS_H

#include "dump.h"

/* Name the answers of a dump so, before its headers are looked at. */
void questions_read(struct dump *dump, size_t max_record);

#endif
