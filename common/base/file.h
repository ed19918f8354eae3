/*
 * file.h - files opened, written and closed with every answer looked at.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/str.h"

#include <sys/types.h>

/* Write all of it, however often that takes.  False: see errno. */
bool file_write_all(int fd, const char *bytes, size_t len);

/* Read until len bytes or the end.  How many; -1: see errno. */
ssize_t file_read_all(int fd, char *bytes, size_t len);

/*
 * Open for reading; "-" is standard input.  A file that cannot be opened, or
 * a directory, is a message and status 2.
 */
int file_open(const char *path);

/* The name of an operand in messages: "stdin" for "-". */
const char *file_name(const char *path);

/*
 * Put all of a file at the end of out.  False, with errno, when it cannot be
 * read; a missing file is ENOENT.
 */
bool file_load(const char *path, struct str *out);

/* The same; false: there is no such file.  Status 2 when it cannot be read. */
bool file_load_if(const char *path, struct str *out);

/* Is there a file of that name?  Status 2 when that cannot be told. */
bool file_exists(const char *path);

/* Descriptors 0, 1 and 2 that are closed are opened on /dev/null. */
void file_fill_standard(void);

/* A pipe at either end is made 1 MiB large, where the kernel allows it. */
void file_widen_pipe(int fd);

/* An unlinked temporary file, for reading and writing, mode 0600. */
int file_spool(void);

/* Make sure that a directory entry of path's directory is on disk. */
bool file_sync_directory(const char *path);

/*
 * The name that what is to take path's place has beside it for a moment, at
 * the end of beside: there is one, so that what a killed program left is
 * found.  file_clear_beside() removes it; false, with errno: it cannot.
 */
void file_beside(const char *path, struct str *beside);
bool file_clear_beside(const char *path);

/*
 * Where a program's records go: standard output, or a file that takes the
 * place of path as a whole when it is closed, and not before.  Of a link it is
 * the file it leads to that is replaced; /dev/stdout and the like are the
 * descriptors they name.
 */
struct output {
	int fd;
	const char *path; /* borrowed: to be replaced; NULL: nothing is */
	const char *name; /* borrowed: for messages */
	char *real;	  /* owned: path, if that is there */
};

/* Status 2 with a message when it cannot be opened. */
void output_open(struct output *out, const char *path);

/* Status 2 with a message when it cannot be written. */
void output_write(struct output *out, struct view bytes);

/*
 * What is written so far is on the disk, or status 2 with a message.  Of two
 * files that belong together both are synced before either gets its name.
 */
void output_sync(struct output *out);

/*
 * Close and check.  With a path: sync, give it its name, sync the directory.
 * Until then nothing has that name but what was there before, not even when
 * the program is killed.  A new file has mode 0600; one that is replaced
 * keeps its mode and, where we may, its owner.
 */
void output_close(struct output *out);

/* The same two, but false, with errno, when it could not be done. */
bool output_put(struct output *out, struct view bytes);
bool output_end(struct output *out);

#endif
