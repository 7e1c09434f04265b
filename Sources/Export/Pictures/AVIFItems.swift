/// The table of what an AVIF file holds: its pictures, and what is said of them.
struct Items {
  private var primary = 0
  private var kinds: [Int: String] = [:]
  private var extents: [Int: [Range<Int>]] = [:]
  /// The boxes that say something of an item, by its number.
  private var properties: [Int: [Boxes.Box]] = [:]

  /// Reads a `meta` box; nil where it contradicts itself.
  init?(_ bytes: Bytes, _ content: Range<Int>) {
    guard content.count >= 4 else { return nil }
    let boxes = Dictionary(
      Boxes(bytes, in: content.dropFirst(4)).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    guard let main = boxes["pitm"], let locations = boxes["iloc"], let list = boxes["iinf"],
      let about = boxes["iprp"], let version = bytes[main.content.lowerBound],
      let number = bytes.big(version == 0 ? 2 : 4, at: main.content.lowerBound + 4)
    else { return nil }
    primary = number
    guard readKinds(bytes, list.content),
      readExtents(bytes, locations.content, data: boxes["idat"]?.content),
      readProperties(bytes, about.content)
    else { return nil }
  }

  /// Notes the size of the picture that is shown, and empties what is said besides; false where its
  /// size is not said or its notes can't be found.
  func read(_ bytes: Bytes, into made: inout Anatomy) -> Bool {
    for property in properties[primary] ?? [] {
      let start = property.content.lowerBound
      if property.name == "ispe", let width = bytes.big(4, at: start + 4),
        let height = bytes.big(4, at: start + 8)
      {
        (made.width, made.height) = (width, height)
      } else if property.name == "irot", let angle = bytes[start], angle & 1 == 1 {
        made.orientation = 6
      }
    }
    for (item, kind) in kinds where kind == "Exif" || kind == "mime" || kind == "uri " {
      guard let extents = extents[item] else { return false }
      for (index, extent) in extents.enumerated() {
        guard extent.upperBound <= bytes.count else { return false }
        // Readers of Exif want an offset and a head, of XMP white space.
        let nothing: [UInt8] =
          kind != "Exif"
          ? [] : index > 0 ? [] : [0, 0, 0, 0, 0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]
        for (offset, place) in extent.enumerated() {
          let filling: UInt8 = kind == "Exif" ? 0 : 0x20
          made.clean[place] = nothing.indices.contains(offset) ? nothing[offset] : filling
        }
      }
    }
    return made.width > 0
  }

  private mutating func readKinds(_ bytes: Bytes, _ content: Range<Int>) -> Bool {
    guard let version = bytes[content.lowerBound] else { return false }
    let start = content.lowerBound + (version == 0 ? 6 : 8)
    guard start <= content.upperBound else { return false }
    for box in Boxes(bytes, in: start..<content.upperBound) where box.name == "infe" {
      let start = box.content.lowerBound
      guard let version = bytes[start], version == 2 || version == 3 else { return false }
      let width = version == 2 ? 2 : 4
      guard let item = bytes.big(width, at: start + 4), bytes.big(4, at: start + 6 + width) != nil
      else { return false }
      let name = bytes.all[start + 6 + width..<start + 10 + width]
      kinds[item] = String(decoding: name, as: UTF8.self)
    }
    return true
  }

  private mutating func readExtents(
    _ bytes: Bytes, _ content: Range<Int>, data: Range<Int>?
  ) -> Bool {
    var place = content.lowerBound
    func number(_ width: Int) -> Int? {
      defer { place += width }
      return width == 0 ? 0 : bytes.big(width, at: place)
    }
    guard let version = number(1), version < 3, number(3) != nil, let sizes = number(2),
      let count = number(version == 2 ? 4 : 2)
    else { return false }
    let widths = (
      offset: sizes >> 12, length: sizes >> 8 & 15, base: sizes >> 4 & 15,
      index: version == 0 ? 0 : sizes & 15
    )
    guard [widths.offset, widths.length, widths.base, widths.index].allSatisfy({ $0 <= 8 }) else {
      return false
    }
    for _ in 0..<count {
      guard let item = number(version == 2 ? 4 : 2),
        let method = version == 0 ? 0 : number(2).map({ $0 & 15 }), number(2) != nil,
        let base = number(widths.base), let parts = number(2)
      else { return false }
      let origin = method == 1 ? data?.lowerBound : method == 0 ? 0 : nil
      var found: [Range<Int>]? = []
      for _ in 0..<parts {
        guard number(widths.index) != nil, let offset = number(widths.offset),
          let length = number(widths.length)
        else { return false }
        guard let origin, base <= bytes.count, offset <= bytes.count, length > 0,
          length <= bytes.count
        else {
          found = nil
          continue
        }
        let start = origin + base + offset
        found?.append(start..<start + length)
      }
      extents[item] = found
    }
    return true
  }

  private mutating func readProperties(_ bytes: Bytes, _ content: Range<Int>) -> Bool {
    let boxes = Array(Boxes(bytes, in: content))
    guard let container = boxes.first(where: { $0.name == "ipco" }) else { return false }
    let all = Array(Boxes(bytes, in: container.content))
    for box in boxes where box.name == "ipma" {
      var place = box.content.lowerBound
      func number(_ width: Int) -> Int? {
        defer { place += width }
        return place + width <= box.content.upperBound ? bytes.big(width, at: place) : nil
      }
      guard let version = number(1), let flags = number(3), let count = number(4) else {
        return false
      }
      for _ in 0..<count {
        guard let item = number(version == 0 ? 2 : 4), let links = number(1) else { return false }
        for _ in 0..<links {
          guard let link = number(flags & 1 == 1 ? 2 : 1) else { return false }
          let index = link & (flags & 1 == 1 ? 0x7FFF : 0x7F)
          if all.indices.contains(index - 1) {
            properties[item, default: []].append(all[index - 1])
          }
        }
      }
    }
    return true
  }
}
