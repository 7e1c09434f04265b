import Editorial
import Export
import TestSupport
import Testing

@Suite struct PictureFileTests {
  private func read(_ picture: SamplePicture) throws -> PictureFile {
    try PictureFile(picture.bytes, path: "media/2026/11/a.\(picture)")
  }

  /// All but GIF and AVIF are told by Exif to be turned by a quarter.
  @Test(arguments: SamplePicture.allCases) func aPictureIsAsLargeAsItIsShown(
    _ picture: SamplePicture
  ) throws {
    let file = try read(picture)
    let isTurned = ![.gif, .avif].contains(picture)
    #expect((file.width, file.height) == (isTurned ? (4, 8) : (8, 4)))
    #expect(file.type.mediaType == "image/\(picture)")
    #expect(file.isWhole)
  }

  @Test(arguments: SamplePicture.allCases) func whatACameraWroteGoesOutWithNone(
    _ picture: SamplePicture
  ) throws {
    #expect(String(decoding: picture.bytes, as: UTF8.self).contains("Canary"))
    let file = try read(picture)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(!text.contains("Canary"))
    #expect(!text.contains("xmpmeta"))
    #expect(!text.contains("<rdf"))

    let again = try PictureFile(file.bytes, path: "a.\(picture)")
    #expect(again.bytes == file.bytes)
    #expect((again.width, again.height) == (file.width, file.height))
    #expect(again.isWhole)
  }

  /// A file that ends early, or lies about a part of itself, is refused or read: never past its end.
  @Test(arguments: SamplePicture.allCases) func aDamagedFileIsReadSafely(
    _ picture: SamplePicture
  ) throws {
    let bytes = picture.bytes
    for count in bytes.indices.dropLast() {
      guard let file = try? PictureFile(Array(bytes.prefix(count)), path: "a.\(picture)") else {
        continue
      }
      #expect(file.bytes.count <= count + 40)
    }
    for place in bytes.indices {
      for change: UInt8 in [0x00, 0x01, 0x7F, 0x80, 0xFF] where bytes[place] != change {
        var changed = bytes
        changed[place] = change
        _ = try? PictureFile(changed, path: "a.\(picture)")
      }
    }
  }

  @Test(arguments: SamplePicture.allCases) func aFileThatEndsEarlyIsNotWhole(
    _ picture: SamplePicture
  ) throws {
    let bytes = try read(picture).bytes
    for count in [bytes.count - 1, bytes.count - 20] {
      let file = try? PictureFile(Array(bytes.prefix(count)), path: "a.\(picture)")
      #expect(file?.isWhole != true, "\(count) of \(bytes.count)")
    }
  }

  @Test(
    arguments: [
      ("a.jpg", "<html>", PictureFault.Reason.otherKind), ("a.png", "", .otherKind),
      ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", .otherKind),
      ("a.png", "GIF89a\u{1}\0\u{1}\0\0\0\0;", .otherKind),
      ("a.gif", "GIF89a\0\0\u{1}\0\0\0\0;", .damaged), ("a.gif", "GIF89a", .damaged),
      ("a.webp", "RIFF\u{20}\0\0\0WEBPVP8 ", .damaged),
    ]) func whatIsNoPictureIsNamed(
      path: String, text: String, reason: PictureFault.Reason
    )
  {
    #expect(throws: PictureFault(path: path, reason)) {
      try PictureFile(Array(text.utf8), path: path)
    }
  }

  @Test func aClaimOfTooManyPixelsIsRefused() throws {
    var bytes = try read(.png).bytes
    for (place, byte) in [(18, 0xEA), (19, 0x60), (22, 0xEA), (23, 0x60)] as [(Int, UInt8)] {
      bytes[place] = byte
    }
    #expect(throws: PictureFault(path: "a.png", .tooManyPixels(width: 60_000, height: 60_000))) {
      try PictureFile(bytes, path: "a.png")
    }
  }
}
