#include "CXMLWriter.h"

#include <libxml/xmlwriter.h>
#include <stdlib.h>

struct stet_xml {
  xmlBufferPtr buffer;
  xmlTextWriterPtr writer;
};

static int code(int result) { return result < 0 ? -1 : 0; }

stet_xml *stet_xml_new(void) {
  stet_xml *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->buffer = xmlBufferCreate();
  if (self->buffer) self->writer = xmlNewTextWriterMemory(self->buffer, 0);
  if (!self->writer || xmlTextWriterSetIndent(self->writer, 1) < 0 ||
      xmlTextWriterSetIndentString(self->writer, BAD_CAST "  ") < 0 ||
      xmlTextWriterStartDocument(self->writer, NULL, "UTF-8", NULL) < 0) {
    stet_xml_free(self);
    return NULL;
  }
  return self;
}

void stet_xml_free(stet_xml *self) {
  if (self->writer) xmlFreeTextWriter(self->writer);
  if (self->buffer) xmlBufferFree(self->buffer);
  free(self);
}

int stet_xml_indent(stet_xml *self, int on) {
  return code(xmlTextWriterSetIndent(self->writer, on));
}

int stet_xml_start(stet_xml *self, const char *name) {
  return code(xmlTextWriterStartElement(self->writer, BAD_CAST name));
}

int stet_xml_attribute(stet_xml *self, const char *name, const char *value) {
  return code(xmlTextWriterWriteAttribute(self->writer, BAD_CAST name, BAD_CAST value));
}

int stet_xml_text(stet_xml *self, const char *text) {
  return code(xmlTextWriterWriteString(self->writer, BAD_CAST text));
}

int stet_xml_cdata(stet_xml *self, const char *text) {
  return code(xmlTextWriterWriteCDATA(self->writer, BAD_CAST text));
}

int stet_xml_raw(stet_xml *self, const char *markup) {
  return code(xmlTextWriterWriteRaw(self->writer, BAD_CAST markup));
}

int stet_xml_comment(stet_xml *self, const char *text) {
  return code(xmlTextWriterWriteComment(self->writer, BAD_CAST text));
}

int stet_xml_end(stet_xml *self) { return code(xmlTextWriterEndElement(self->writer)); }

int stet_xml_finish(stet_xml *self, const char **bytes, size_t *count) {
  if (xmlTextWriterEndDocument(self->writer) < 0 || xmlTextWriterFlush(self->writer) < 0) return -1;
  *bytes = (const char *)xmlBufferContent(self->buffer);
  *count = (size_t)xmlBufferLength(self->buffer);
  return 0;
}
