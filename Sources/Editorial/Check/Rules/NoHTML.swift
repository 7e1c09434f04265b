extension Rule {
  /// Tags of HTML, which no reader gets.
  static let noHTML = Rule(
    "no-html", wants: "a body without raw HTML",
    .story { sheet in
      guard sheet.story.file.body.contains(0x3C) else { return [] }
      let (body, text) = (sheet.body, Array(sheet.story.file.text.utf8))
      let places = body.placesOfBytes
      return RawHTML.tags(in: text).map { tag in
        let (start, end) = (places[tag.range.lowerBound], places[tag.range.upperBound])
        return Find(
          message: ["<script", "<style"].contains { tag.text.lowercased().hasPrefix($0) }
            ? "the tag \(tag.text.prefix(40)) is dropped with what it holds"
            : "the tag \(tag.text.prefix(40)) is dropped, and its text kept",
          range: body.starts[start]..<body.starts[end], lack: "a body without raw HTML")
      }
    })
}
