/// The first `count` words of a text, with … only if there are more.
func cut(_ text: String, to count: Int) -> String {
  let words = text.words(atMost: count + 1)
  guard words.count > count else { return words.joined(separator: " ") }
  var cut = words.prefix(count).joined(separator: " ")
  while let last = cut.last, ",;:.–—-".contains(last) { cut.removeLast() }
  return cut + "…"
}

extension StringProtocol {
  /// The words between blanks; a blank that does not break lines is part of its word.
  func words(atMost count: Int = .max) -> [SubSequence] {
    var words: [SubSequence] = []
    let scalars = unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex, words.count < count {
      while index < scalars.endIndex, isBlank(scalars[index]) {
        index = scalars.index(after: index)
      }
      let start = index
      while index < scalars.endIndex, !isBlank(scalars[index]) {
        index = scalars.index(after: index)
      }
      if start < index { words.append(self[start..<index]) }
    }
    return words
  }
}

/// Whether words end here: the White_Space of Unicode without those that don't break lines.
func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x20, 0x85, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029, 0x205F,
    0x3000:
    true
  default: false
  }
}
