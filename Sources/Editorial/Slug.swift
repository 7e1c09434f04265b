/// Slugs made from headlines: ASCII, apostrophes gone, letters transliterated.
public enum Slug {
  /// The slug of a headline; nil where fewer than three ASCII letters or digits are left.
  public static func from(_ headline: String) -> String? {
    let slug = words(headline)
    guard slug.utf8.count(where: { $0 != 0x2D }) >= 3 else { return nil }
    return isShortName(slug) ? slug : isShortName("the-" + slug) ? "the-" + slug : nil
  }

  /// Any text as lower-case ASCII words joined by hyphens, at most 80 bytes; empty where nothing of it
  /// can be said in ASCII.
  public static func words(_ text: String) -> String {
    var slug = ""
    var gap = false
    for character in text {
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
    return slug
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
