import Editorial

/// A story as it is written in a file: fields, then a body.
struct Written {
  var fields = "headline: Harbour bridge approved\nbyline: [ana]\n"
  var body = ""

  var story: Story { get throws { try Story(FrontMatter("---\n\(fields)---\n\(body)")) } }

  init(_ body: String) { self.body = body }

  init(fields: String, _ body: String = "Water came in.\n") {
    (self.fields, self.body) = (fields, body)
  }
}
