/// A language as BCP 47 writes it: `pt-BR` for `pt_BR`.
///
/// The form is judged (RFC 5646 §2.1: parts of one to eight letters and digits), not the list of
/// languages.
struct LanguageTag {
  let text: String

  /// Nil for what is no tag.
  init?(_ written: String?) {
    text = (written ?? "").replacing("_", with: "-")
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { index, part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy {
          isASCIILetter($0) || index > 0 && (0x30...0x39).contains($0)
        }
    }
    guard isTag else { return nil }
  }
}
