import Catalog
import Editorial

/// Slugs made from headlines: ASCII, apostrophes gone, letters transliterated.
public enum Slug {
  /// Nil where fewer than three ASCII letters or digits are left.
  public static func from(_ headline: String) -> String? {
    var slug = ""
    var gap = false
    for character in headline {
      if "'’‘ʼ`".contains(character) { continue }
      var letters = ""
      for scalar in character.unicodeScalars { letters += ascii(scalar) }
      if letters.isEmpty {
        // A mark upon a letter is part of it; anything else parts words.
        gap = gap || !slug.isEmpty && !character.isLetter
        continue
      }
      if gap { slug += "-" }
      gap = false
      slug += letters
    }
    if slug.utf8.count > 80 {
      slug = String(slug.prefix(81))
      slug = slug.lastIndex(of: "-").map { String(slug[..<$0]) } ?? String(slug.prefix(80))
    }
    guard slug.utf8.count(where: { $0 != 0x2D }) >= 3 else { return nil }
    return isShortName(slug) ? slug : isShortName("the-" + slug) ? "the-" + slug : nil
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return String(scalar)
    case 0x41...0x5A: return String(scalar).lowercased()
    case 0x80...: break
    default: return ""
    }
    let lower = scalar.properties.lowercaseMapping
    if let known = table[lower] { return known }
    // A letter of the Latin script with marks: its name says which letter it is.
    let name = scalar.properties.name ?? ""
    guard name.hasPrefix("LATIN "), let letter = name.split(separator: " ").dropFirst(3).first,
      letter.count == 1
    else { return "" }
    return letter.lowercased()
  }

  private static let table: [String: String] = {
    var table = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i",
      "ä": "a", "ö": "o", "ü": "u", "å": "a", "ñ": "n", "ŋ": "ng", "ħ": "h", "ĸ": "k", "ſ": "s",
    ]
    let cyrillic = Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ")
    let latin = [
      "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r",
      "s",
      "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "i", "i", "ie",
      "g",
    ]
    for (letter, text) in zip(cyrillic, latin) { table[String(letter)] = text }
    let greek = Array("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ")
    let plain = [
      "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s",
      "s",
      "t", "y", "f", "ch", "ps", "o", "a", "e", "i", "i", "o", "y", "o", "i", "y", "i", "y",
    ]
    for (letter, text) in zip(greek, plain) { table[String(letter)] = text }
    return table
  }()
}

extension Newsroom {
  /// The first of slug, slug-2, … that is free in the whole newsroom.
  func freeSlug(_ wanted: String, on day: Day) throws(Failure) -> String {
    let catalog = try lists()
    let taken = Set(
      try reading { () throws(Damage) in try catalog.takenSlugs(like: wanted) })
    var number = 1
    while true {
      let slug = number == 1 ? wanted : "\(wanted)-\(number)"
      let path = StoryPath(day: day, slug: slug).path
      let held = try reading { () throws(Damage) in try desk.memory.holder(ofAddress: path) }
      if !taken.contains(slug), held == nil, onDisk(path).map(Disk.exists) != true { return slug }
      number += 1
    }
  }
}
