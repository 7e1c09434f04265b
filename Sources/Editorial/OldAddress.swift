/// An address that a story had on an older site, below its root: `/2019/01/14/late-news/`.
///
/// Only what can safely be a file of a website is one: no query, no part that climbs, hides or can't be
/// checked out everywhere.
public struct OldAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Beginning with a slash, percent signs decoded.
  public let description: String
  /// The file that answers at it, below the site's folder: `2019/01/14/late-news/index.html`.
  public let file: String

  public init?(_ text: some StringProtocol) {
    let cut = text.prefix { $0 != "#" }
    guard cut.first == "/", !cut.contains("?"), let plain = Self.decoded(cut) else { return nil }
    var parts = plain.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    let endsOpen = parts.last == ""
    if endsOpen { parts.removeLast() }
    guard !parts.isEmpty, parts.count <= 20, SafePath.isSafe(parts.joined(separator: "/")),
      parts.allSatisfy({ !$0.hasPrefix(".") && $0.utf8.count <= 200 })
    else { return nil }
    let path = parts.joined(separator: "/")
    let ending = parts.last?.split(separator: ".").last?.lowercased()
    let isPage = !endsOpen && (ending == "html" || ending == "htm") && path.contains(".")
    file = isPage ? path : path + "/index.html"
    description = "/" + path + (endsOpen ? "/" : "")
  }

  public static func < (left: OldAddress, right: OldAddress) -> Bool {
    left.description < right.description
  }

  private static func decoded(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy({ UInt8(ascii: "+") != $0 }),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value != 0x2F
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
