internal import Crypto
internal import Editorial

/// The id of an imported story: made of where it comes from and what it says there, so that a second run
/// finds it again, on any machine.
///
/// What has a name everywhere is known by that name.
enum Identity {
  static func id(of story: Incoming) -> StoryID {
    if let uri = story.uri { return id(ofItem: uri) }
    var hash = SHA256()
    hash.update(data: Array("stet-import-1\u{0}\(story.source)\u{0}".utf8))
    hash.update(data: story.raw)
    return id(Array(hash.finalize()), since: story.date)
  }

  /// The id of a wire item, whatever its version and its file.
  static func id(ofItem uri: String) -> StoryID {
    id(Array(SHA256.hash(data: Array("stet-import-item-1\u{0}\(uri)".utf8))), since: nil)
  }

  private static func id(_ digest: [UInt8], since date: Moment?) -> StoryID {
    let high = digest[0..<2].reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
    let low = digest[2..<10].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let moment = max(0, date?.seconds ?? 0)
    return StoryID(at: Moment(seconds: moment), random: (high, low))
  }

  /// Eight letters and digits that tell bytes from others.
  static func mark(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).prefix(4).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}
