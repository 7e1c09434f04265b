/// A kind of picture that goes out, told by a file's first bytes.
///
/// SVG is none: opened by itself it runs scripts.
public enum PictureType: String, Sendable, CaseIterable {
  case jpeg, png, gif, webp, avif

  /// The kind that the ending of a path claims.
  public init?(path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "jpg", "jpeg": self = .jpeg
    case "png": self = .png
    case "gif": self = .gif
    case "webp": self = .webp
    case "avif": self = .avif
    default: return nil
    }
  }

  /// The kind that the bytes themselves are of.
  public init?(_ bytes: [UInt8]) {
    func has(_ text: String, at place: Int) -> Bool {
      bytes.dropFirst(place).starts(with: text.utf8)
    }
    // A file of ISO's media format names what it is good for: the kind itself, and others behind it.
    func isBranded(_ brand: String) -> Bool {
      let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      return has("ftyp", at: 4)
        && ([8] + stride(from: 16, to: min(length, 256), by: 4)).contains { has(brand, at: $0) }
    }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if has("GIF87a", at: 0) || has("GIF89a", at: 0) {
      self = .gif
    } else if has("RIFF", at: 0), has("WEBP", at: 8) {
      self = .webp
    } else if isBranded("avif") || isBranded("avis") {
      self = .avif
    } else {
      return nil
    }
  }

  public var mediaType: String { "image/\(rawValue)" }

  /// How the newsroom's files of the kind end.
  public var ending: String { self == .jpeg ? "jpg" : rawValue }
}
