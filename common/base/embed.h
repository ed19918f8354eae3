/*
 * embed.h - a file of the source tree made part of a program.
 *
 *	EMBED(default_rules, "cmd/lead-score/rules.tsv")
 *
 * at file scope gives default_rules and default_rules_end, the file's first
 * byte and the one behind its last.  The path counts from the project's root,
 * where the compiler runs.  A file that embeds is called shipped.c: the
 * Makefile builds it again when a .tsv of its folder changes.
 */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#define EMBED(name, path)                                                      \
	__asm__(".pushsection .rodata\n" #name ":\n.incbin \"" path            \
		"\"\n" #name "_end:\n.popsection\n");                          \
	extern const char name[], name##_end[]

#endif
