extension Flow {
  mutating func add(list element: HTMLElement, _ inside: Inside) {
    var items: [Block.Item] = []
    for node in element.children where !node.isBlank {
      guard case .element(let child) = node, child.name != "li" else {
        if case .element(let item) = node {
          items.append(
            Block.Item(blocks: blocks(of: item.children, inside), done: Self.tick(item)))
        } else {
          items.append(Block.Item(blocks: blocks(of: [node], inside)))
        }
        continue
      }
      let parts = blocks(of: [node], inside)
      // A list right inside a list belongs to the item before it.
      if ["ul", "ol"].contains(child.name), !items.isEmpty {
        items[items.count - 1].blocks += parts
      } else {
        items.append(Block.Item(blocks: parts))
      }
    }
    items.removeAll { $0.blocks.isEmpty }
    guard !items.isEmpty else { return endParagraph() }
    let start = element["start"].flatMap { Int($0) } ?? 1
    let isNumbered = element.name == "ol"
    append(.list(start: isNumbered ? min(max(start, 0), 999_999_999) : nil, items))
  }

  /// Terms with what they mean: Markdown has no such list, so each meaning is an item below its term.
  mutating func add(definitions element: HTMLElement, _ inside: Inside) {
    endParagraph()
    var meanings: [Block.Item] = []
    func end(_ flow: inout Flow) {
      if !meanings.isEmpty { flow.append(.list(start: nil, meanings)) }
      meanings = []
    }
    for node in element.children where !node.isBlank {
      guard case .element(let child) = node else {
        end(&self)
        for block in blocks(of: [node], inside) { append(block) }
        continue
      }
      if child.name == "dd" {
        let parts = blocks(of: child.children, inside)
        if !parts.isEmpty { meanings.append(Block.Item(blocks: parts)) }
      } else {
        end(&self)
        if child.name == "div" {
          add(definitions: child, inside)
        } else {
          for block in blocks(of: child.children, inside) { append(block) }
        }
      }
    }
    end(&self)
  }

  /// Whether the item begins with a box, and whether that is ticked.
  private static func tick(_ item: HTMLElement) -> Bool? {
    guard case .element(let first)? = item.children.first(where: { !$0.isBlank }) else {
      return nil
    }
    if first.name == "label" || first.name == "p" { return tick(first) }
    guard first.name == "input", first["type"]?.lowercased() == "checkbox" else { return nil }
    return first.attributes["checked"] != nil
  }
}
