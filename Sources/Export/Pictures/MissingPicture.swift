internal import Editorial

extension Picture {
  /// Who made it, and what may be done with it: `Photo: Ana Costa · CC BY 4.0`.
  var rights: String? {
    let parts = [credit, license].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

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
