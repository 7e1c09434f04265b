internal import Editorial

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
    let bytes = Bytes(bytes)
    if bytes.has([0xFF, 0xD8, 0xFF], at: 0) {
      self = .jpeg
    } else if bytes.has(PNG.signature, at: 0) {
      self = .png
    } else if bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0) {
      self = .gif
    } else if bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) {
      self = .webp
    } else if AVIF.isOne(bytes) {
      self = .avif
    } else {
      return nil
    }
  }

  public var mediaType: String { "image/\(rawValue)" }

  /// How the newsroom's files of the kind end.
  public var ending: String { self == .jpeg ? "jpg" : rawValue }
}

extension Picture {
  /// Whether a path ends like a kind of picture that goes out.
  static func isKnown(_ path: String) -> Bool { PictureType(path: path) != nil }

  /// The media type that a path's ending claims.
  static func kind(of path: String) -> String? { PictureType(path: path)?.mediaType }
}

/// A picture that a text names and the edition does not have.
public struct MissingPicture: Error, Equatable {
  public let path: String

  public init(_ path: String) { self.path = path }
}
