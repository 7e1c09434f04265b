#pragma once
#include <md4c.h>

/* glibc declares it for _GNU_SOURCE only, which Swift's view of it does not have. */
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
#define STET_RENAME_EXCHANGE 2u
