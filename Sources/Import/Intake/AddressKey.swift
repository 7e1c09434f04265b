/// An old address without what differs from server to server, and without what only counts readers.
struct AddressKey: Hashable {
  private let text: String

  /// Nil for the first page.
  init?(_ address: String) {
    let whole = address.prefix { $0 != "#" }
    let path = whole.prefix { $0 != "?" }
    var plain = String(path).removingPercent.lowercased()
    for ending in ["/index.html", "/index.htm", "/index.php", ".html", ".htm"]
    where plain.hasSuffix(ending) {
      plain.removeLast(ending.count)
      break
    }
    while plain.hasSuffix("/") { plain.removeLast() }
    if !plain.isEmpty, !plain.hasPrefix("/") { plain = "/" + plain }
    // WordPress's addresses without words.
    let query = whole[path.endIndex...].dropFirst().split(separator: "&")
      .first { $0.hasPrefix("p=") || $0.hasPrefix("page_id=") }
    if let query { plain += "?" + query }
    guard !plain.isEmpty else { return nil }
    text = plain
  }
}
