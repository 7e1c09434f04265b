#include "CZip.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

struct stet_zip {
  unsigned char *bytes;
  size_t count, room, place;
  zipFile file;
};

// The "stream" of each function is the archive itself.

static voidpf ZCALLBACK open_archive(voidpf opaque, const void *name, int mode) {
  (void)name, (void)mode;
  return opaque;
}

static uLong ZCALLBACK read_archive(voidpf opaque, voidpf stream, void *bytes, uLong count) {
  (void)opaque;
  stet_zip *self = stream;
  size_t rest = self->count - self->place;
  if (count > rest) count = rest;
  memcpy(bytes, self->bytes + self->place, count);
  self->place += count;
  return count;
}

static uLong ZCALLBACK write_archive(voidpf opaque, voidpf stream, const void *bytes, uLong count) {
  (void)opaque;
  stet_zip *self = stream;
  if (count > self->room - self->place) {
    size_t room = self->room ? self->room : 65536;
    while (room - self->place < count) room *= 2;
    unsigned char *larger = realloc(self->bytes, room);
    if (!larger) return 0;
    self->bytes = larger;
    self->room = room;
  }
  memcpy(self->bytes + self->place, bytes, count);
  self->place += count;
  if (self->place > self->count) self->count = self->place;
  return count;
}

static ZPOS64_T ZCALLBACK tell_archive(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((stet_zip *)stream)->place;
}

static long ZCALLBACK seek_archive(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)opaque;
  stet_zip *self = stream;
  size_t start = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                 : origin == ZLIB_FILEFUNC_SEEK_CUR ? self->place
                                                    : self->count;
  if (offset > self->count - start) return -1;
  self->place = start + offset;
  return 0;
}

static int ZCALLBACK close_archive(voidpf opaque, voidpf stream) {
  (void)opaque, (void)stream;
  return 0;
}

static int ZCALLBACK tell_error(voidpf opaque, voidpf stream) {
  (void)opaque, (void)stream;
  return 0;
}

stet_zip *stet_zip_new(void) {
  stet_zip *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  zlib_filefunc64_def functions = {open_archive, read_archive,  write_archive, tell_archive,
                                   seek_archive, close_archive, tell_error,    self};
  self->file = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
  if (!self->file) {
    free(self);
    return NULL;
  }
  return self;
}

void stet_zip_free(stet_zip *self) {
  if (self->file) zipClose(self->file, NULL);
  free(self->bytes);
  free(self);
}

int stet_zip_add(stet_zip *self, const char *name, const void *bytes, size_t count) {
  if (!self->file || count > 0x7fffffff) return -1;
  // 1 January 1980, midnight.
  zip_fileinfo info = {.dosDate = 1 << 21 | 1 << 16};
  if (zipOpenNewFileInZip(self->file, name, &info, NULL, 0, NULL, 0, NULL, 0, 0) != ZIP_OK)
    return -1;
  int result = count ? zipWriteInFileInZip(self->file, bytes, (unsigned)count) : ZIP_OK;
  return zipCloseFileInZip(self->file) == ZIP_OK && result == ZIP_OK ? 0 : -1;
}

int stet_zip_finish(stet_zip *self, const void **bytes, size_t *count) {
  if (!self->file) return -1;
  int result = zipClose(self->file, NULL);
  self->file = NULL;
  *bytes = self->bytes;
  *count = self->count;
  return result == ZIP_OK ? 0 : -1;
}
