extension Flow {
  mutating func add(picture element: HTMLElement, larger: String? = nil, _ style: Style) {
    let alt = element["alt"] ?? ""
    guard let source = Self.source(of: element) else {
      guard !alt.isEmpty else { return }
      note("a picture without an address came over as its words: \(alt)")
      return add(.text(alt), style)
    }
    guard !source.lowercased().hasPrefix("data:") else {
      note("a picture that was inside the text itself (data:) is left out")
      return alt.isEmpty ? () : add(.text(alt), style)
    }
    let whole = manner.address(source)
    guard LinkAddress.isAllowed(whole) else { return alt.isEmpty ? () : add(.text(alt), style) }
    let shown = manner.picture(larger ?? whole)
    mark(shown)
    add(.picture(source: shown, title: "", alt: alt), style)
  }

  /// Where the picture is; pages that load it late have that in another attribute.
  private static func source(of element: HTMLElement) -> String? {
    let source = element["src"]
    if let source, !source.lowercased().hasPrefix("data:") { return source }
    let late = ["data-src", "data-lazy-src", "data-original"].lazy.compactMap { element[$0] }.first
    return late ?? largest(of: element["srcset"] ?? element["data-srcset"]) ?? source
  }

  /// The last of the largest in a list of `address 300w, address 2x`.
  private static func largest(of list: String?) -> String? {
    var best: (address: String, size: Double)?
    for entry in (list ?? "").split(separator: ",") {
      let parts = entry.split(whereSeparator: \.isWhitespace)
      guard let address = parts.first else { continue }
      let size = parts.count > 1 ? Double(parts[1].dropLast()) ?? 0 : 0
      if best.map({ size > $0.size }) ?? true { best = (String(address), size) }
    }
    return best?.address
  }

  /// The picture that is all that a link holds.
  func pictureAlone(in element: HTMLElement) -> HTMLElement? {
    let children = element.children.filter { !$0.isBlank }
    guard children.count == 1, case .element(let child) = children[0] else { return nil }
    return child.name == "img"
      ? child
      : ["span", "picture"].contains(child.name)
        ? pictureAlone(in: child) : nil
  }

  /// A picture with the words below it is one; anything else in a figure stands, and the words follow.
  mutating func add(figure element: HTMLElement, _ inside: Inside) {
    endParagraph()
    var captions: [HTMLNode] = []
    let content = Self.without("figcaption", element.children, &captions)
    var parts = blocks(of: content, inside)
    let caption = blocks(of: captions, inside)
    if parts.count == 1, case .paragraph(var pieces) = parts[0], pieces.count == 1,
      case .picture(let source, let title, let alt) = pieces[0].kind, title.isEmpty,
      pieces[0].style.link == nil, !caption.isEmpty
    {
      let words = caption.inlines()
      if words.contains(where: { $0.style.link != nil }) {
        note("the link in a picture's caption came over as words alone")
      }
      pieces[0].kind = .picture(source: source, title: words.words, alt: alt)
      parts = [.paragraph(pieces)]
    } else {
      parts += caption
    }
    for part in parts { append(part) }
  }

  private static func without(
    _ name: String, _ nodes: [HTMLNode], _ taken: inout [HTMLNode]
  ) -> [HTMLNode] {
    nodes.compactMap { node in
      guard case .element(var element) = node else { return node }
      if element.name == name {
        taken.append(node)
        return nil
      }
      guard element.name != "figure" else { return node }
      element.children = without(name, element.children, &taken)
      return .element(element)
    }
  }

  /// What a page shows from elsewhere becomes a link to it.
  mutating func add(embedded element: HTMLElement, _ inside: Inside) {
    let source =
      element["src"] ?? element["data-src"] ?? element["data"] ?? element.first("source")?["src"]
    guard let source else { return add(element.children, inside) }
    endParagraph()
    let whole = manner.address(source)
    guard LinkAddress.isAllowed(whole), !source.hasPrefix("#") else {
      return note("an embedded `\(element.name)` without an address for readers is left out")
    }
    let address = whole.hasPrefix("//") ? "https:" + whole : whole
    note("what was embedded from \(address.prefix(120)) came over as a link")
    var style = inside.style
    style.link = Style.Link(address: address)
    add(.text(element["title"] ?? address), style)
    endParagraph()
  }
}
