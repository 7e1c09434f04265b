internal import Editorial
internal import Synchronization

/// What the formats say of a picture that goes out.
struct PictureFacts: Hashable, Sendable {
  /// A smaller size of the same picture.
  struct Size: Hashable, Sendable {
    let path: String
    let width, height: Int
  }

  /// On `live`, `media/2026/11/bridge.jpg`, which is also its address on the site.
  let path: String
  /// `image/jpeg`, of its sizes too.
  let mediaType: String
  /// How many bytes of it go out.
  let bytes: Int
  /// In pixels, as it is shown: turned where its file says so.
  let width, height: Int
  /// Its smaller sizes, the narrowest first.
  let sizes: [Size]
}

extension Archive {
  /// What is to be said of a picture; nil where the edition does not have it.
  ///
  /// Throws a ``PictureFault`` where the file is not what its name says.
  func picture(at path: String) throws -> PictureFacts? {
    if let known = pictures[path] { return known }
    guard let file = try file(ofPicture: path) else { return nil }
    var sizes: [PictureFacts.Size] = []
    for smaller in Picture.smaller(of: path) {
      guard let made = try self.file(ofPicture: smaller), made.width < file.width else { continue }
      sizes.append(PictureFacts.Size(path: smaller, width: made.width, height: made.height))
    }
    let facts = PictureFacts(
      path: path, mediaType: file.type.mediaType, bytes: file.bytes.count, width: file.width,
      height: file.height, sizes: sizes)
    pictures[path] = facts
    return facts
  }

  private func file(ofPicture path: String) throws -> PictureFile? {
    do {
      return try PictureFile(try edition.media(path), path: path)
    } catch is MissingPicture {
      return nil
    }
  }
}

/// What was worked out of pictures, of so many as fit.
final class PictureMemory: Sendable {
  private static let most = 16_384
  private let known = Mutex<[String: PictureFacts]>([:])

  subscript(path: String) -> PictureFacts? {
    get { known.withLock { $0[path] } }
    set {
      known.withLock {
        if $0.count >= Self.most { $0.removeAll(keepingCapacity: true) }
        $0[path] = newValue
      }
    }
  }
}
