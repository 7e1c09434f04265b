#pragma once
#include <stddef.h>

// libxml2's parsers of HTML and XML (https://gnome.pages.gitlab.gnome.org/libxml2/html/), as a walk:
// no tree is built, nothing is loaded, no entity is resolved but those of the language itself.

// Each returns 0 to go on and anything else to stop. Names and values end with NUL, as UTF-8.
typedef struct stet_walk {
  void *_Nullable context;
  // `line` is where the tag ends; `space` is the namespace's address, NULL for none and in HTML.
  int (*_Nonnull start)(
      void *_Nullable context, const char *_Nonnull name, const char *_Nullable space, long line);
  // One attribute of the element that was started last.
  int (*_Nonnull attribute)(
      void *_Nullable context, const char *_Nonnull name, const char *_Nullable space,
      const char *_Nonnull value, size_t count);
  int (*_Nonnull text)(void *_Nullable context, const char *_Nonnull text, size_t count);
  int (*_Nonnull end)(void *_Nullable context, const char *_Nonnull name);
} stet_walk;

// What ended a walk through XML before its end.
typedef struct stet_fault {
  // libxml2's number of the error (xmlParserErrors); 0 where there is none.
  int code;
  long line;
  // Whether there is a document type declaration, which ends the walk.
  int has_doctype;
  // Whether a callback ended it.
  int stopped;
} stet_fault;

// Walks through HTML, however broken. 0, or -1 where a callback stopped it or memory ran out.
int stet_html_walk(
    const char *_Nonnull bytes, size_t count, const stet_walk *_Nonnull walk);

// Walks through an XML document, which must be UTF-8 whatever its declaration says. 0 where it is
// well formed to its end, else -1, and `fault` says why.
int stet_xml_walk(
    const char *_Nonnull bytes, size_t count, const stet_walk *_Nonnull walk,
    stet_fault *_Nonnull fault);
