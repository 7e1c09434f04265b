public import Editorial

/// A picture's file taken apart: how large it is shown, and what of it goes out.
///
/// What a camera or a program wrote beside the pixels stays in the newsroom: places, owners, serial
/// numbers, thumbnails of an uncut picture. The colour profile and which way is up go along, and
/// not a pixel changes: the same bytes come out on every machine, and cleaning twice changes
/// nothing more.
public struct PictureFile: Sendable {
  public let type: PictureType
  /// In pixels, as it is shown: turned where the file says so.
  public let width, height: Int
  /// The file without what it carried besides.
  public let bytes: [UInt8]
  /// Whether the file goes on to its end.
  public let isWhole: Bool
  /// Whether it is, or may be, more than one picture after the other.
  public let isMoving: Bool

  /// A browser needs four bytes for each.
  public static let mostPixels = 100_000_000

  /// Reads the bytes of a picture whose name says what kind it is.
  public init(_ bytes: [UInt8], path: String) throws(PictureFault) {
    guard let type = PictureType(bytes), type == PictureType(path: path) else {
      throw PictureFault(path: path, .otherKind)
    }
    guard let anatomy = Self.anatomy(Bytes(bytes), type), anatomy.width > 0, anatomy.height > 0
    else { throw PictureFault(path: path, .damaged) }
    guard anatomy.width <= Self.mostPixels / anatomy.height else {
      throw PictureFault(
        path: path, .tooManyPixels(width: anatomy.width, height: anatomy.height))
    }
    (self.type, self.bytes) = (type, anatomy.clean)
    (isWhole, isMoving) = (anatomy.isWhole, anatomy.isMoving)
    let isTurned = anatomy.orientation >= 5
    width = isTurned ? anatomy.height : anatomy.width
    height = isTurned ? anatomy.width : anatomy.height
  }

  private static func anatomy(_ bytes: Bytes, _ type: PictureType) -> Anatomy? {
    switch type {
    case .jpeg: JPEG.anatomy(bytes)
    case .png: PNG.anatomy(bytes)
    case .gif: GIF.anatomy(bytes)
    case .webp: WebP.anatomy(bytes)
    case .avif: AVIF.anatomy(bytes)
    }
  }
}

/// What the reader of a kind of picture finds.
struct Anatomy {
  /// As stored.
  var width = 0
  var height = 0
  /// As Exif counts: from 5 on width and height change places.
  var orientation = 1
  var isWhole = false
  var isMoving = false
  /// The bytes that go out.
  var clean: [UInt8] = []
}
