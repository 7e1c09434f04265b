/// `text` for HTML and XML, between tags and in quoted attributes alike.
public func escaped(_ text: some StringProtocol) -> String {
  var result = ""
  escape(text, into: &result)
  return result
}

/// Appends `text` escaped.
///
/// By bytes: for a `Character`, a quote with an accent on it is no quote, for a browser it is one.
/// Characters that XML 1.0 does not allow (https://www.w3.org/TR/xml/#charsets) are left out.
func escape(_ text: some StringProtocol, into result: inout String) {
  if !text.utf8.contains(where: needsCare) {
    result += text
    return
  }
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x26: result += "&amp;"
    case 0x3C: result += "&lt;"
    case 0x3E: result += "&gt;"
    case 0x22: result += "&quot;"
    case 0x27: result += "&#39;"
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0xFFFE, 0xFFFF: continue
    default: result.unicodeScalars.append(scalar)
    }
  }
}

/// Whether a byte begins something that ``escape(_:into:)`` changes.
private func needsCare(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0xEF, 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: true
  default: false
  }
}
