public import Editorial

/// A format of an export, chosen by name.
public struct Format: Sendable {
  public let name: String
  /// What it is for, in a line.
  public let summary: String
  /// Whether a path has the form of one that this format writes.
  let owns: @Sendable (String) -> Bool
  /// Gives the files in a fixed order and returns how many stories they carry.
  let make: @Sendable (Archive, (File) throws -> Void) async throws -> Int

  init(
    _ name: String, _ summary: String, owns: @escaping @Sendable (String) -> Bool,
    make: @escaping @Sendable (Archive, (File) throws -> Void) async throws -> Int
  ) {
    (self.name, self.summary, self.make) = (name, summary, make)
    self.owns = { path in
      guard path.hasSuffix(".\(name).xml") else { return owns(path) }
      return owns(path.dropLast(name.utf8.count + 5) + ".xml")
    }
  }

  /// A path that says its format too, `2026/11/24/bridge.nitf.xml`, where another format has the plain
  /// one.
  static func told(apart path: String, _ name: String) -> String {
    "\(path.dropLast(".xml".count)).\(name).xml"
  }

  /// Every format, in the order in which help shows them.
  ///
  /// Register a new one here.
  public static let all: [Format] = [
    .site, .rss, .atom, .jsonfeed, .sitemap, .newsSitemap, .epub, .newsletter, .ninjs, .newsml,
    .nitf,
    .text, .markdown,
  ]

  /// The format of that name.
  public static func named(_ name: String) throws(UnknownFormat) -> Format {
    guard let format = all.first(where: { $0.name == name }) else {
      throw UnknownFormat(name: name)
    }
    return format
  }

  /// Makes the files of an edition one after another, in a fixed order and in bounded memory.
  ///
  /// `emit` is called on one task at a time. Returns how many stories the files carry.
  @discardableResult
  public func files(of edition: Edition, emit: (File) throws -> Void) async throws -> Int {
    try await make(try Archive(edition), emit)
  }
}

/// One file of an export.
public struct File: Hashable, Sendable {
  /// Below the folder of the export, with `/` between its parts.
  public let path: String
  public let bytes: [UInt8]

  public init(_ path: String, _ bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }

  init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
}

/// A format that stet does not know.
public struct UnknownFormat: Explained, Equatable {
  public let name: String
  public var problem: String { "there is no format `\(name)`" }
  public var hint: String? {
    let names = Format.all.map(\.name)
    if let near = names.nearest(to: name) { return "did you mean \(near)?" }
    return "the formats are \(prose(names))"
  }
}

/// Whether a path is `YYYY/MM/DD/slug` and this ending.
func isStory(_ path: String, _ ending: String) -> Bool {
  path.hasSuffix(ending) && Place("articles/\(path.dropLast(ending.count)).md") != nil
}
