import Export
import Testing

/// A ZIP archive whose files are stored as they are, read strictly from its local headers
/// (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT §4.3.7).
struct StoredZip {
  private(set) var names: [String] = []
  private var files: [String: [UInt8]] = [:]

  init(_ bytes: [UInt8]) throws {
    var place = 0
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[place + offset + $1]) << (8 * $1) }
    }
    while place + 30 <= bytes.count, number(0, 4) == 0x0403_4B50 {
      try #require(number(6, 2) == 0, "no flags")
      try #require(number(8, 2) == 0, "stored, not packed")
      try #require(number(10, 4) == 1 << 21 | 1 << 16, "1 January 1980")
      try #require(number(28, 2) == 0, "no further field")
      let (size, length) = (number(18, 4), number(26, 2))
      try #require(size == number(22, 4))
      let start = place + 30 + length
      let name = String(decoding: bytes[(place + 30)..<start], as: UTF8.self)
      names.append(name)
      files[name] = Array(bytes[start..<(start + size)])
      place = start + size
    }
    try #require(number(0, 4) == 0x0201_4B50, "then the directory")
    try #require(files.count == names.count, "each once")
  }

  func bytes(_ name: String) throws -> [UInt8] { try #require(files[name], "\(name)") }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func tree(_ name: String) throws -> Tree { try Tree.parsed(try text(name)) }
}

extension Sample {
  /// The book of an edition, opened; nil where there is none.
  func book() async throws -> StoredZip? {
    var book: StoredZip?
    try await Format.named("epub").files(of: edition) { file in
      #expect(file.path == "2026-11-24.1.epub")
      book = try StoredZip(file.bytes)
    }
    return book
  }
}
