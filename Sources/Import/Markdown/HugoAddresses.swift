internal import Editorial

/// The addresses that Hugo or Zola gave to pages, where they can be told.
struct HugoAddresses {
  let configuration: SiteConfiguration
  let languages: HugoLanguages
  /// Whether the tree shows which folder is the content.
  let hasContent: Bool

  func of(_ story: Incoming, _ matter: Matter, _ place: HugoPlace, _ name: DatedName) -> [String] {
    if let given = matter.text("url", "path"), !given.contains("://") {
      let path = given.hasPrefix("/") ? given : "/" + given
      return [path.hasSuffix("/") || path.hasSuffix(".html") ? path : path + "/"]
    }
    let isDayApart = isNamedByDay(matter)
    let isZola = configuration.text("base_url") != nil
    let slug = urlized(matter.text("slug") ?? (isZola || isDayApart ? name.rest : place.name))
    let start = languages.prefix(place.language)
    if let section = place.folders.first, let pattern = pattern(of: section), let day = story.day {
      let title = urlized(story.headline)
      let own = matter.text("slug") ?? (isDayApart && name.day != nil ? name.rest : nil)
      let filled = Permalink.filled(
        pattern, day,
        [
          "slug": own.map(urlized) ?? title, "title": title, "section": urlized(section),
          "sections": place.folders.map(urlized).joined(separator: "/"),
          "filename": urlized(place.name), "contentbasename": urlized(place.name),
          "slugorfilename": slug, "slugorcontentbasename": slug,
        ])
      return filled.map { [start + $0] } ?? []
    }
    if !configuration.isThere, let day = name.day, !name.rest.isEmpty {
      // Nobody keeps days in names who does not show them in addresses. Hugo's have no capitals.
      let isOther = name.rest != name.rest.lowercased()
      let last = isOther ? name.rest + ".html" : urlized(name.rest) + "/"
      let slug = matter.text("slug").map { urlized($0) + "/" }
      var found: [String] = []
      for end in [last, slug].compactMap(\.self) {
        let address = start + Permalink.path(of: day) + "/" + end
        if !found.contains(address) { found.append(address) }
      }
      return found
    }
    guard hasContent || !configuration.isThere else { return [] }
    // Of a folder that is only a part of a site, nobody knows the first folders of its addresses.
    guard hasContent || !place.folders.isEmpty else { return [] }
    return [start + "/" + (place.folders.map(urlized) + [slug]).joined(separator: "/") + "/"]
  }

  private func pattern(of section: String) -> String? {
    configuration["permalinks"].flatMap { $0["page"]?[section]?.text ?? $0[section]?.text }
  }

  /// Whether a day before a name is no part of it: where that day is taken for the page's.
  private func isNamedByDay(_ matter: Matter) -> Bool {
    let order = configuration["frontmatter"]?["date"]?.texts ?? []
    guard let place = order.firstIndex(of: ":filename") else { return false }
    return order[..<place].allSatisfy { $0.hasPrefix(":") || matter[$0] == nil }
  }

  /// A text as Hugo writes it in an address (`urlize` of its templates).
  func urlized(_ text: String) -> String {
    var result = ""
    var isGap = false
    for scalar in text.lowercased().unicodeScalars {
      let isKept =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
        || "./\\_+~-@%".unicodeScalars.contains(scalar)
      if isKept {
        if isGap, scalar != "-" { result += "-" }
        isGap = false
        result.unicodeScalars.append(scalar)
      } else if scalar == "#" {
        if isGap { result += "-" }
        isGap = false
        result += "%23"
      } else if scalar.properties.isWhitespace, !result.isEmpty, !result.hasSuffix("-") {
        isGap = true
      }
    }
    return result
  }
}
