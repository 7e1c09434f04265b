internal import Editorial

extension Book {
  /// The page that shows the cover.
  func coverPage() throws -> String {
    try page(title, at: "cover.xhtml") { writer in
      writer.element("div", ["class": "cover", "epub:type": "cover"]) { writer in
        writer.empty("img", ["src": "cover.svg", "alt": words, "role": "doc-cover"])
      }
    }
  }

  /// What the cover says.
  private var words: String {
    ([title] + lead.map(\.headline)).joined(separator: ". ")
  }

  private static let width = 1_600
  private static let height = 2_400

  /// The cover set in type: the paper's name, the day, what leads.
  func cover() throws -> String {
    var writer = try XMLWriter()
    writer.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": String(Self.width),
        "height": String(Self.height), "viewBox": "0 0 \(Self.width) \(Self.height)",
        "role": "img", "xml:lang": archive.house.language,
      ]
    ) { writer in
      writer.element("title", [:], words)
      writer.empty(
        "rect", ["width": String(Self.width), "height": String(Self.height), "fill": "#fbfaf6"])
      var y = 240
      func text(_ words: String?, size: Int, of columns: Int, most: Int, color: String = "#1a1a1a")
      {
        guard let words else { return }
        for line in Self.lines(words, columns: columns, most: most) {
          y += size * 6 / 5
          writer.element(
            "text",
            [
              "x": String(Self.width / 2), "y": String(y), "font-size": String(size),
              "font-family": "Georgia, 'Times New Roman', serif", "text-anchor": "middle",
              "fill": color, "direction": direction(of: archive.house.language),
            ], line)
        }
      }
      text(archive.edition.ribbon, size: 56, of: 44, most: 2, color: "#a00000")
      text(archive.house.title, size: 170, of: 14, most: 3)
      y += 60
      text(day, size: 64, of: 40, most: 1, color: "#555555")
      y += 80
      writer.empty(
        "rect",
        [
          "x": "200", "y": String(y), "width": String(Self.width - 400), "height": "6",
          "fill": "#1a1a1a",
        ])
      y += 60
      for (index, story) in lead.enumerated() {
        let isFirst = index == 0
        text(story.headline, size: isFirst ? 96 : 72, of: isFirst ? 26 : 34, most: isFirst ? 4 : 3)
        y += 60
      }
    }
    return try writer.finish()
  }

  /// A text in lines of so many columns, cut with … where it is longer; signs of East Asia take two.
  static func lines(_ text: String, columns: Int, most: Int) -> [String] {
    var lines = [""]
    var used = 0
    func width(_ sign: Character) -> Int {
      sign.unicodeScalars.first.map { $0.value >= 0x1100 && $0.value < 0x20000 ? 2 : 1 } ?? 1
    }
    for word in text.words() {
      let length = word.reduce(0) { $0 + width($1) }
      if used > 0, used + 1 + length <= columns {
        lines[lines.count - 1] += " "
        used += 1
      } else if used > 0 {
        lines.append("")
        used = 0
      }
      for sign in word {
        if used + width(sign) > columns, used > 0 {
          lines.append("")
          used = 0
        }
        lines[lines.count - 1].append(sign)
        used += width(sign)
      }
    }
    guard lines.count > most else { return lines }
    lines = Array(lines.prefix(most))
    lines[most - 1] = lines[most - 1].dropLast() + "…"
    return lines
  }
}
