internal import Editorial

/// Where on a page a picture stands, and with that how wide it comes to be.
enum PicturePlace: String {
  /// Over a story.
  case story = "(min-width: 53rem) 50rem, 100vw"
  /// On top of the front.
  case lead = "(min-width: 64rem) 39rem, 100vw"
  /// First in a block of the front, or over a short story there.
  case feature = "(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw"
  /// Beside a headline.
  case row = "(min-width: 40rem) 14rem, 7rem"
  /// In a text.
  case body = "(min-width: 40rem) 40rem, 100vw"
}

extension Site {
  /// What the template `image` says of a picture; nil where the edition does not have it.
  ///
  /// The first one of a page is asked for at once, the others when they come near.
  func image(
    _ path: String, alt: String?, at place: PicturePlace, isFirst: Bool = false,
    _ links: Addressing
  ) throws -> Fields? {
    guard let facts = try archive.picture(at: path) else { return nil }
    return Fields([
      "source": links.own(path), "srcset": facts.sourceSet(links), "sizes": place.rawValue,
      "width": String(facts.width), "height": String(facts.height), "alt": alt,
      "isFirst": isFirst, "isTall": facts.isTall,
    ])
  }

  /// The path of a story's picture, where it is one that goes out.
  func shownPicture(of story: Article) -> String? {
    story.image.flatMap { Addressing.picture($0.file) }.flatMap { Picture.isKnown($0) ? $0 : nil }
  }
}

extension PictureFacts {
  /// Whether it is so much higher than wide that it would fill a screen.
  var isTall: Bool { height * 10 > width * 11 }

  /// The sizes that there are of it, as `srcset` has them; nil where there is but one.
  func sourceSet(_ links: Addressing) -> String? {
    guard !sizes.isEmpty else { return nil }
    return (sizes.map { "\(links.own($0.path)) \($0.width)w" } + ["\(links.own(path)) \(width)w"])
      .joined(separator: ", ")
  }
}

extension Archive {
  /// What there is to say of the pictures in a text, by their paths.
  func pictures(in text: Markdown) throws -> [String: PictureFacts] {
    var facts: [String: PictureFacts] = [:]
    for case .picture(let source, _, _) in text.events {
      guard let path = Addressing.picture(source), Picture.isKnown(path), facts[path] == nil else {
        continue
      }
      facts[path] = try picture(at: path)
    }
    return facts
  }
}
