#pragma once
#include <stddef.h>

// A ZIP archive in memory, by minizip (https://www.winimage.com/zLibDll/minizip.html).
// Files are stored as they are, at the earliest time that ZIP knows: the same files give the same
// bytes, whatever the library's version. add and finish return 0, or -1 when there is no memory left.
typedef struct stet_zip stet_zip;

stet_zip *_Nullable stet_zip_new(void);
void stet_zip_free(stet_zip *_Nonnull self);
int stet_zip_add(
    stet_zip *_Nonnull self, const char *_Nonnull name, const void *_Nullable bytes, size_t count);
// Ends the archive. The bytes are the archive's, until it is freed.
int stet_zip_finish(
    stet_zip *_Nonnull self, const void *_Nullable *_Nonnull bytes, size_t *_Nonnull count);
