/// A story as its file says it: the words, read from front matter and body.
///
/// Its managed fields are what the file claims; what the record holds is the Judge's ``Entry``.
public struct Story: Sendable {
  public let file: FrontMatter

  public init(_ bytes: [UInt8]) throws(Fault) { file = try FrontMatter(bytes) }

  public init(_ file: FrontMatter) { self.file = file }

  public subscript(key: String) -> Value? { file[key] }

  public var id: StoryID? { file["id"]?.text.flatMap { StoryID($0) } }
  public var headline: String { file["headline"]?.text ?? "" }
  public var kicker: String? { file["kicker"]?.text }
  /// Under either of its names in the trade.
  public var standfirst: String? { (file["standfirst"] ?? file["deck"])?.text }
  public var section: String? { file["section"]?.text }
  public var tags: [String] { file["tags"]?.texts ?? [] }
  /// Handles, or plain names of people outside.
  public var byline: [String] { file["byline"]?.texts ?? [] }
  public var reporting: [String] { file["reporting"]?.texts ?? [] }
  /// Agencies or sources of the copy.
  public var credit: [String] { file["credit"]?.texts ?? [] }
  public var dateline: String? { file["dateline"]?.text }
  public var language: String? { file["language"]?.text }
  /// IPTC: 1 most urgent, 5 normal, 9 least.
  public var urgency: Int? { file["urgency"]?.text.flatMap(Int.init) }
  /// A longer account than the standfirst, for partners.
  public var summary: String? { file["summary"]?.text }
  /// The words that tell a wire story apart, as `harbour-bridge-vote`.
  public var slugline: String? { file["slugline"]?.text }
  /// Codes of IPTC Media Topics, `medtop:20000002` or the number alone.
  public var mediatopics: [String] { file["mediatopics"]?.texts ?? [] }
  /// Codes of IPTC's genres, as `Interview`.
  public var genres: [String] { file["genre"]?.texts ?? [] }
  public var copyright: String? { file["copyright"]?.text }
  /// The story of the newsroom that this one says in another language, by slug, id or path.
  public var translationOf: String? { file["translation-of"]?.text }
  public var embargo: String? { file["embargo"]?.text }
  public var kind: String? { file["kind"]?.text }
  public var notice: String? { file["notice"]?.text }
  /// The number of the notice, the newest being 1, that an open version gives other words.
  public var amends: Int? { file["amends"]?.text.flatMap(Int.init) }
  /// The version that its managed line names.
  public var version: Int? { file["version"]?.text.flatMap(Int.init) }
  /// What its managed lines say that readers were told, newest first.
  public var notices: [Notice] { (file["notices"]?.elements ?? []).compactMap(Notice.init) }
  /// The word fields of an open version that its publication takes out.
  public static let versionKeys: Set = ["kind", "notice", "amends"]
  public var related: [Related] { (file["related"]?.elements ?? []).compactMap(Related.init) }
  /// Addresses of an older site below its root, as `/2019/01/14/late-news/`, that lead on to it.
  public var aliases: [String] { file["aliases"]?.texts ?? [] }
  public var image: Picture? { file["image"].flatMap(Picture.init) }
  public var copy: Copy { Copy(file.text) }

  /// The handles among the byline: those that have the form of one.
  public var bylineHandles: [Handle] { byline.compactMap { Handle($0) } }

  /// The number of words of the body, marks of Markdown left out.
  public var wordCount: Int {
    copy.published.split { $0.isWhitespace }
      .count { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// Whether readers would find a word in the body.
  public var hasBody: Bool {
    copy.published.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  /// The paths under `media/` that the story names, sorted.
  public var pictures: [String] {
    var found: Set<String> = []
    if let file = image?.file { found.insert(file) }
    return Self.pictures(in: Array(file.body), found)
  }

  /// The paths under `media/` that readers of the story see: what stands in comments and queries is
  /// none of theirs.
  var shownPictures: [String] {
    let named: Set<String> = if let file = image?.file { [file] } else { [] }
    return Self.pictures(in: Array(copy.published.utf8), named)
  }

  private static func pictures(in bytes: [UInt8], _ named: Set<String>) -> [String] {
    var found = named
    let sign = Array("media/".utf8)
    var index = 0
    while index + sign.count < bytes.count {
      guard bytes[index] == sign[0], bytes[index...].starts(with: sign) else {
        index += 1
        continue
      }
      let path = bytes[index...].prefix {
        switch $0 {
        case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
      }
      found.insert(String(decoding: path, as: UTF8.self))
      index += path.count
    }
    return found.sorted()
  }
}

/// A picture with what must stand beside it.
public struct Picture: Hashable, Sendable {
  /// Its path under `media/`.
  public var file: String
  public var caption, credit, alt, license: String?

  public init?(_ value: Value) {
    if let file = value.text {
      self.file = file
    } else {
      guard let file = value["file"]?.text else { return nil }
      self.file = file
    }
    (caption, credit) = (value["caption"]?.text, value["credit"]?.text)
    (alt, license) = (value["alt"]?.text, value["license"]?.text)
  }
}

/// The stories of the newsroom to which a story leads, as `live` names them: by id.
struct StoryLinks {
  var related: [Related]
  var translationOf: StoryID?
}

/// An entry of READ MORE.
public enum Related: Hashable, Sendable {
  /// A story of the newsroom, by slug, id or path.
  case own(String)
  case outside(headline: String, url: String, source: String?)

  public init?(_ value: Value) {
    if let name = value.text {
      self = .own(name)
      return
    }
    guard let headline = value["headline"]?.text, let url = value["url"]?.text else { return nil }
    self = .outside(headline: headline, url: url, source: value["source"]?.text)
  }

  public var value: Value {
    switch self {
    case .own(let name): .scalar(name)
    case .outside(let headline, let url, let source):
      Value(["headline": headline, "url": url, "source": source])
    }
  }
}
