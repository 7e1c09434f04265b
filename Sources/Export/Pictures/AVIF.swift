/// AVIF files (AV1 Image File Format 1.1, on ISO/IEC 23008-12).
enum AVIF {
  static func anatomy(_ bytes: Bytes) -> Anatomy? {
    var made = Anatomy(clean: bytes.all)
    var boxes = Boxes(bytes, in: 0..<bytes.count)
    var isRead = false
    while let box = boxes.next() {
      switch box.name {
      case "ftyp", "mdat": break
      case "meta" where !isRead:
        guard let items = Items(bytes, box.content), items.read(bytes, into: &made) else {
          return nil
        }
        isRead = true
      case "moov":
        made.isMoving = true
        blankNotes(bytes, in: box.content, depth: 0, &made)
      default: blank(box, &made)
      }
    }
    made.isWhole = boxes.left == 0
    // What is no box goes out as nothing.
    made.clean.removeLast(boxes.left)
    return isRead ? made : nil
  }

  /// Blanks what a moving picture says about itself.
  private static func blankNotes(
    _ bytes: Bytes, in range: Range<Int>, depth: Int, _ made: inout Anatomy
  ) {
    for box in Boxes(bytes, in: range) {
      switch box.name {
      case "udta", "meta", "uuid": blank(box, &made)
      case "trak" where depth == 0: blankNotes(bytes, in: box.content, depth: 1, &made)
      default: break
      }
    }
  }

  /// Makes a box one of no meaning, in place: other boxes count from the file's beginning.
  private static func blank(_ box: Boxes.Box, _ made: inout Anatomy) {
    let name = box.whole.lowerBound + 4
    made.clean.replaceSubrange(name..<name + 4, with: "free".utf8)
    for place in box.content { made.clean[place] = 0 }
  }
}
