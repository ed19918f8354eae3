/*
 * confine.h - a program that reads hostile text gives up what it will not
 * need, so that a fault in a parser cannot be made into more.
 *
 * Linux's Landlock (since 5.13); on kernels without it nothing happens.
 */
#ifndef BASE_CONFINE_H
#define BASE_CONFINE_H

/*
 * From now on this thread, and those it starts, can execute no file, and can
 * make, write or remove files only in the directory that holds path (NULL:
 * nowhere).  What is open already stays as it is; reading is not restricted.
 */
void confine(const char *path);

#endif
