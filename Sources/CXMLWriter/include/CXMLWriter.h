#pragma once
#include <stddef.h>

// libxml2's text writer (https://gnome.pages.gitlab.gnome.org/libxml2/html/libxml-xmlwriter.html).
// All but new and free return 0, or -1 when the writer failed.
typedef struct stet_xml stet_xml;

stet_xml *_Nullable stet_xml_new(void);
void stet_xml_free(stet_xml *_Nonnull self);
int stet_xml_indent(stet_xml *_Nonnull self, int on);
int stet_xml_start(stet_xml *_Nonnull self, const char *_Nonnull name);
int stet_xml_attribute(
    stet_xml *_Nonnull self, const char *_Nonnull name, const char *_Nonnull value);
int stet_xml_text(stet_xml *_Nonnull self, const char *_Nonnull text);
int stet_xml_cdata(stet_xml *_Nonnull self, const char *_Nonnull text);
// Markup that is well formed already.
int stet_xml_raw(stet_xml *_Nonnull self, const char *_Nonnull markup);
// A text without two hyphens in a row.
int stet_xml_comment(stet_xml *_Nonnull self, const char *_Nonnull text);
int stet_xml_end(stet_xml *_Nonnull self);
// Ends the document. The bytes are the writer's, until it is freed.
int stet_xml_finish(
    stet_xml *_Nonnull self, const char *_Nullable *_Nonnull bytes, size_t *_Nonnull count);
