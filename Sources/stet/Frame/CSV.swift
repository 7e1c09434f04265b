/// Rows of text as RFC 4180 has them, safe to open in a spreadsheet.
enum CSV {
  /// The rows, each ended by CR and LF.
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A spreadsheet would run what begins so; behind an apostrophe it is text.
  static func cell(_ text: String) -> String {
    let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
    let isFormula = text.unicodeScalars.first.map(starts.contains) ?? false
    let safe = isFormula ? "'" + text : text
    let signs: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]
    guard safe.unicodeScalars.contains(where: signs.contains) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
