#include "CStartup.h"

void stet_startup(void) {}

// libgit2's start parses the machine's whole bundle of certificates, 3 to 4 ms, for a TLS that is
// never used here. Defining the function before the shared library's turns that into nothing.
int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}
