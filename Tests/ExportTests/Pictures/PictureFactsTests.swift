import Synchronization
import TestSupport
import Testing

@testable import Export

@Suite struct PictureFactsTests {
  private func archive(_ files: [String: [UInt8]]) throws -> Archive {
    var edition = Sample().edition
    edition.media = { path in
      guard let bytes = files[path] else { throw MissingPicture(path) }
      return bytes
    }
    return try Archive(edition)
  }

  @Test func theSmallerSizesOfAPictureComeWithIt() throws {
    var jpeg = SamplePicture.jpeg.bytes
    let name = "media/2026/11/bridge.jpg"
    let frame = try #require(jpeg.indices.first { jpeg[$0...].starts(with: [0xFF, 0xC0]) })
    // Stored 8 wide and 2000 high, so shown 2000 wide.
    jpeg.replaceSubrange(frame + 5..<frame + 7, with: Bytes.big(2000, 2))
    var small = jpeg
    small.replaceSubrange(frame + 5..<frame + 7, with: Bytes.big(640, 2))
    let files = [
      name: jpeg, "media/2026/11/bridge-640w.jpg": small, "media/2026/11/bridge-1280w.jpg": jpeg,
    ]
    let facts = try #require(try archive(files).picture(at: name))
    #expect((facts.width, facts.height, facts.mediaType) == (2000, 8, "image/jpeg"))
    #expect(facts.bytes < jpeg.count)
    // What is as wide as the picture itself is no smaller size of it.
    #expect(
      facts.sizes == [
        PictureFacts.Size(path: "media/2026/11/bridge-640w.jpg", width: 640, height: 8)
      ])
    #expect(try archive(files).picture(at: "media/2026/11/bridge-640w.jpg")?.sizes == [])
    #expect(try archive(files).picture(at: "media/2026/11/none.jpg") == nil)
  }

  @Test func whatIsNotWhatItsNameSaysIsAFault() throws {
    let archive = try archive(["media/2026/11/a.jpg": SamplePicture.png.bytes])
    #expect(throws: PictureFault(path: "media/2026/11/a.jpg", .otherKind)) {
      try archive.picture(at: "media/2026/11/a.jpg")
    }
  }

  @Test func aPictureIsReadOnce() throws {
    let reads = Mutex(0)
    var edition = Sample().edition
    edition.media = { _ in
      reads.withLock { $0 += 1 }
      return SamplePicture.gif.bytes
    }
    let archive = try Archive(edition)
    for _ in 0..<3 { _ = try archive.picture(at: "media/2026/11/a.gif") }
    #expect(reads.withLock { $0 } == 3, "the picture and its two sizes")
  }
}
