public import Editorial

extension Picture {
  /// Whether a path ends like a kind of picture that goes out.
  ///
  /// SVG does not: opened by itself it runs scripts.
  static func isKnown(_ path: String) -> Bool { kind(of: path) != nil }

  /// The media type that a path's ending claims.
  static func kind(of path: String) -> String? {
    switch path.split(separator: ".").last?.lowercased() {
    case "jpg", "jpeg": "image/jpeg"
    case "png": "image/png"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "avif": "image/avif"
    default: nil
    }
  }

  /// Whether the bytes begin as those of the kind that the path's ending claims.
  static func isGenuine(_ bytes: [UInt8], _ path: String) -> Bool {
    switch kind(of: path) {
    case "image/jpeg": bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case "image/png": bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case "image/gif": bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8)
    case "image/webp":
      bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    case "image/avif":
      bytes.dropFirst(4).starts(with: "ftypavi".utf8)
        || bytes.dropFirst(4).starts(with: "ftypmif1".utf8)
    default: false
    }
  }
}

/// A picture that a text names and the edition does not have.
public struct MissingPicture: Error, Equatable {
  public let path: String

  public init(_ path: String) { self.path = path }
}

/// A picture that can't go out.
public struct PictureFault: Explained, Equatable {
  public let path: String
  public var problem: String { "`\(path)` is not the kind of picture that its name says" }
  public var hint: String? { "add it anew as a JPEG, PNG, GIF, WebP or AVIF with the right ending" }
}
