internal import Editorial
internal import Foundation

/// An entry of READ MORE for partners.
struct FurtherReading {
  /// The id of a story of the newsroom, or the address of another's.
  let uri: String
  let title: String
  /// Nil for a story of a newsroom that has no address.
  let address: String?
  let source: String?
  let isOwn: Bool
}

extension Archive {
  /// READ MORE of a story, without what readers can't see and without what leads nowhere.
  func furtherReading(of story: Article) -> [FurtherReading] {
    let addressing = addressing(of: story)
    return related(of: story).compactMap { entry in
      switch entry {
      case .own(let name):
        return self.story(named: name).map {
          FurtherReading(
            uri: $0.id.urn, title: line($0.headline) ?? $0.id.urn, address: address(of: $0),
            source: nil, isOwn: true)
        }
      case .outside(let headline, let url, let source):
        // Without an address of its own a relative one leads nowhere.
        guard let target = addressing.link(url), target.contains(":"),
          URL(string: target, encodingInvalidCharacters: false) != nil
        else { return nil }
        return FurtherReading(
          uri: target, title: line(Site.titled(headline, from: source)) ?? target,
          address: target, source: line(source), isOwn: false)
      }
    }
  }
}
