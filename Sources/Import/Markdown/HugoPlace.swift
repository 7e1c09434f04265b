internal import Editorial

/// Where a page stands in the content of a site of Hugo's.
struct HugoPlace {
  /// The folders above it as its address has them, a bundle's own left out.
  var folders: [String]
  /// Those that sort stories by what they are about.
  var sections: [String]
  var name: String
  var language: String?

  init(_ path: String, below content: String, _ languages: HugoLanguages) {
    var parts = path.dropFirst(content.count).split(separator: "/").map(String.init)
    let file = parts.popLast() ?? path
    var name = stem(of: file)
    if let first = parts.first, let code = languages.ofFolder(first) {
      language = code
      parts.removeFirst()
    }
    if let dot = name.lastIndex(of: "."), dot > name.startIndex {
      let code = String(name[name.index(after: dot)...])
      if languages.isEnding(code) {
        language = code
        name = String(name[..<dot])
      }
    }
    if name == "index", let bundle = parts.popLast() { name = bundle }
    folders = parts
    // A folder of years and months, or one called `_posts`, is an order of files.
    sections = parts.filter { !$0.allSatisfy(\.isNumber) && !$0.hasPrefix("_") }
    self.name = name
  }
}
