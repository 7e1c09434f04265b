extension Rule {
  /// Places in other stories, whose words the record has in blobs alone.
  public static let anchors = Rule("anchors", wants: "links to subheads that exist", .outside)
}

/// A link to a place in another story.
public struct FarAnchor: Hashable, Sendable {
  public var fragment: String
  public var entry: Entry
  public var offset: Int
}

extension Desk {
  /// The places in other stories to which a story leads.
  public func farAnchors(of sheet: Sheet) throws(Damage) -> [FarAnchor] {
    let page = try sheet.page(in: self)
    var anchors: [FarAnchor] = []
    for link in sheet.links where !link.isPicture {
      guard
        case .own(let path, let fragment?) = Destination(
          link.address, site: policy.house.url, page: page),
        path != page, !fragment.isEmpty, let file = Sheet.story(ofPage: path),
        let entry = try entry(ofPage: file), entry.publication == .live
      else { continue }
      anchors.append(FarAnchor(fragment: fragment, entry: entry, offset: link.offset))
    }
    return anchors
  }
}

extension Story {
  /// The names of the places on its page to which a link may lead.
  public var anchors: [String] { Prose(bodyOf: self).anchors }
}

extension Prose {
  /// The anchors of its subheads.
  var anchors: [String] {
    var anchors = Anchors()
    var names: [String] = []
    var before: Range<Int>?
    for line in lines {
      let kind = LineKind(scalars[line])
      let isCode =
        !line.isEmpty && parts[line.lowerBound] == .code && scalar(line.lowerBound) != "`"
      if isCode {
        before = nil
      } else if kind == .heading {
        names.append(anchors.anchor(for: heading(line)))
        before = nil
      } else if let words = before, isUnderline(line) {
        names.append(anchors.anchor(for: heading(words)))
        before = nil
      } else {
        before = kind == .text ? line : nil
      }
    }
    return names
  }

  /// Whether a line makes a subhead of the one above.
  private func isUnderline(_ line: Range<Int>) -> Bool {
    let text = scalars[line].drop { $0 == " " }
    let sign = text.first
    guard sign == "=" || sign == "-" else { return false }
    return text.drop { $0 == sign }.allSatisfy(Letter.isBlank)
  }

  /// The words of a subhead, marks and addresses left out.
  private func heading(_ line: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for index in line where parts[index] != .hidden && parts[index] != .target {
      view.append(scalars[index])
    }
    var words = String(view)
    if words.drop(while: { $0 == " " }).hasPrefix("#") {
      words = String(words.drop { $0 == " " || $0 == "#" })
      while words.last == "#" || words.last == " " { words.removeLast() }
    }
    return words.filter { $0 != "*" && $0 != "_" }
  }
}
