#include "CXMLReader.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

// Hangs at `_private` of libxml2's contexts, which get themselves as the data of their callbacks.
typedef struct {
  const stet_walk *walk;
  stet_fault fault;
} state;

static state *of(void *context) { return ((xmlParserCtxtPtr)context)->_private; }

static void note(void *context, int result) {
  if (!result) return;
  of(context)->fault.stopped = 1;
  xmlStopParser(context);
}

static int is_over(void *context) {
  const stet_fault *fault = &of(context)->fault;
  return fault->stopped || fault->has_doctype;
}

static void text(void *context, const xmlChar *text, int count) {
  if (is_over(context) || count <= 0) return;
  const stet_walk *walk = of(context)->walk;
  note(context, walk->text(walk->context, (const char *)text, (size_t)count));
}

static void html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  if (is_over(context)) return;
  const stet_walk *walk = of(context)->walk;
  int result = walk->start(
      walk->context, (const char *)name, NULL, xmlSAX2GetLineNumber(context));
  for (; !result && attributes && attributes[0]; attributes += 2) {
    const char *value = attributes[1] ? (const char *)attributes[1] : "";
    result = walk->attribute(
        walk->context, (const char *)attributes[0], NULL, value, strlen(value));
  }
  note(context, result);
}

static void html_end(void *context, const xmlChar *name) {
  if (is_over(context)) return;
  const stet_walk *walk = of(context)->walk;
  note(context, walk->end(walk->context, (const char *)name));
}

// The content of script and style.
static void html_code(void *context, const xmlChar *text, int count) {}

int stet_html_walk(const char *bytes, size_t count, const stet_walk *walk) {
  if (count > INT_MAX / 2) return -1;
  if (count == 0) return 0;
  xmlInitParser();
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (!parser) return -1;
  state self = {.walk = walk};
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = html_start;
  parser->sax->endElement = html_end;
  parser->sax->characters = text;
  parser->sax->ignorableWhitespace = text;
  parser->sax->cdataBlock = html_code;
  parser->_private = &self;
  xmlDocPtr document = htmlCtxtReadMemory(
      parser, bytes, (int)count, NULL, "UTF-8",
      HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  int result = self.fault.stopped || parser->errNo == XML_ERR_NO_MEMORY ? -1 : 0;
  if (document) xmlFreeDoc(document);
  htmlFreeParserCtxt(parser);
  return result;
}

static void xml_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
    int namespaces, const xmlChar **declared, int count, int defaulted,
    const xmlChar **attributes) {
  if (is_over(context)) return;
  const stet_walk *walk = of(context)->walk;
  int result = walk->start(
      walk->context, (const char *)name, (const char *)space, xmlSAX2GetLineNumber(context));
  // Each is name, prefix, namespace, value and its end.
  for (int i = 0; !result && i < count; i++, attributes += 5) {
    result = walk->attribute(
        walk->context, (const char *)attributes[0], (const char *)attributes[2],
        (const char *)attributes[3], (size_t)(attributes[4] - attributes[3]));
  }
  note(context, result);
}

static void xml_end(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  html_end(context, name);
}

static void xml_doctype(
    void *context, const xmlChar *name, const xmlChar *public, const xmlChar *system) {
  of(context)->fault.has_doctype = 1;
  of(context)->fault.line = xmlSAX2GetLineNumber(context);
  xmlStopParser(context);
}

static void xml_error(void *context, xmlErrorPtr error) {
  stet_fault *fault = &of(context)->fault;
  if (error->level != XML_ERR_FATAL || fault->code || is_over(context)) return;
  fault->code = error->code;
  fault->line = error->line;
}

int stet_xml_walk(
    const char *bytes, size_t count, const stet_walk *walk, stet_fault *fault) {
  memset(fault, 0, sizeof *fault);
  fault->code = XML_ERR_NO_MEMORY;
  if (count > INT_MAX / 2) return -1;
  xmlInitParser();
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser) return -1;
  state self = {.walk = walk};
  xmlSAXHandler *sax = parser->sax;
  memset(sax, 0, sizeof *sax);
  sax->initialized = XML_SAX2_MAGIC;
  sax->startElementNs = xml_start;
  sax->endElementNs = xml_end;
  sax->characters = text;
  sax->ignorableWhitespace = text;
  sax->cdataBlock = text;
  sax->internalSubset = xml_doctype;
  sax->serror = xml_error;
  parser->_private = &self;
  // Without a DTD no limit of libxml2's is needed, and they would cut long texts.
  xmlDocPtr document = xmlCtxtReadMemory(
      parser, bytes, (int)count, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE);
  int isWell = parser->wellFormed && !self.fault.stopped && !self.fault.has_doctype;
  *fault = self.fault;
  if (!isWell && !fault->code && !fault->stopped && !fault->has_doctype)
    fault->code = parser->errNo ? parser->errNo : XML_ERR_INTERNAL_ERROR;
  if (document) xmlFreeDoc(document);
  xmlFreeParserCtxt(parser);
  return isWell ? 0 : -1;
}
