#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define LEADPIPE_VERSION "0.1"

#endif
