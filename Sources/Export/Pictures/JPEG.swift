/// JPEG files (ITU T.81, annex B).
enum JPEG {
  static func anatomy(_ bytes: Bytes) -> Anatomy? {
    var made = Anatomy()
    made.clean = [0xFF, 0xD8]
    made.clean.reserveCapacity(bytes.count)
    var place = 2
    while bytes[place] == 0xFF, let marker = bytes[place + 1] {
      switch marker {
      case 0xFF: place += 1  // Fill.
      case 0xD9:
        // Phones put further pictures behind the end, with places of their own.
        made.clean += [0xFF, 0xD9]
        made.isWhole = true
        return made.width > 0 ? made : nil
      case 0x01, 0xD0...0xD8:
        made.clean += [0xFF, marker]
        place += 2
      default:
        guard let length = bytes.big(2, at: place + 2), length >= 2,
          place + 2 + length <= bytes.count
        else { return made.width > 0 ? made : nil }
        let end = place + 2 + length
        take(marker, bytes, place..<end, into: &made)
        place = end
        if marker == 0xDA {
          let next = endOfScan(bytes, from: end)
          made.clean += bytes.all[end..<next]
          place = next
        }
      }
    }
    return made.width > 0 ? made : nil
  }

  private static func take(
    _ marker: UInt8, _ bytes: Bytes, _ segment: Range<Int>, into made: inout Anatomy
  ) {
    let content = segment.lowerBound + 4
    switch marker {
    case 0xE1:
      guard bytes.has("Exif\0\0", at: content), made.orientation == 1 else { return }
      made.orientation = Exif.orientation(
        Array(bytes.all[content..<segment.upperBound].dropFirst(6)))
      guard made.orientation > 1 else { return }
      let exif = Array("Exif\0\0".utf8) + Exif.saying(orientation: made.orientation)
      made.clean += [0xFF, 0xE1] + Bytes.big(exif.count + 2, 2) + exif
      return
    case 0xE0 where bytes.has("JFIF\0", at: content),
      0xE2 where bytes.has("ICC_PROFILE\0", at: content),
      0xEE where bytes.has("Adobe", at: content):
      break
    case 0xE0...0xEF, 0xFE: return
    case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker) && made.width == 0:
      made.height = bytes.big(2, at: content + 1) ?? 0
      made.width = bytes.big(2, at: content + 3) ?? 0
    default: break
    }
    made.clean += bytes.all[segment]
  }

  /// Where the next marker stands, or the file ends.
  private static func endOfScan(_ bytes: Bytes, from start: Int) -> Int {
    var place = start
    while let next = bytes.first(0xFF, from: place) {
      guard let marker = bytes[next + 1] else { return bytes.count }
      switch marker {
      case 0x00, 0xD0...0xD7: place = next + 2
      case 0xFF: place = next + 1
      default: return next
      }
    }
    return bytes.count
  }
}
