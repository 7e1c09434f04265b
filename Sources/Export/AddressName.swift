internal import Editorial
internal import Foundation

/// `text` as part of an address: lower-case ASCII words joined by hyphens.
///
/// Nil where nothing of it is ASCII, not even without its accents.
func addressName(_ text: String) -> String? {
  var name = ""
  var gap = false
  let plain =
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCompatibilityMapping
  for scalar in plain.unicodeScalars {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: append(String(scalar))
    case 0x41...0x5A: append(String(scalar).lowercased())
    case 0x27, 0x2019, 0x300...0x36F: continue
    case _ where letters[scalar] != nil: append(letters[scalar] ?? "")
    default: gap = true
    }
    if name.utf8.count >= 80 { break }
  }
  func append(_ part: String) {
    if gap, !name.isEmpty { name += "-" }
    gap = false
    name += part
  }
  return name.isEmpty ? nil : name
}

/// The address of a tag or section: its name, or a number that stands for what ASCII can't say.
func listName(_ text: String) -> String {
  guard let name = addressName(text) else {
    // FNV-1a, so that the same tag has the same address on every machine.
    let number = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "t-" + String(number, radix: 36)
  }
  return isDeviceName(name) ? name + "-" : name
}

/// Letters that have no accent to lose.
private let letters: [Unicode.Scalar: String] = [
  "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d",
  "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ł": "l", "Ł": "l", "ı": "i", "ħ": "h", "Ħ": "h",
]
