internal import Editorial

/// The languages of a site of Hugo's, and where each has its pages.
struct HugoLanguages {
  /// The language whose addresses need not name it.
  let main: String
  /// Whether even those do.
  private let isMainNamed: Bool
  private var codes: Set<String> = []
  /// Codes by the folders of the content that hold them.
  private var folders: [String: String] = [:]

  /// Whether folders may be of languages though no configuration says it: one of them is English's.
  private let isGuessed: Bool

  init(_ configuration: SiteConfiguration, _ tree: SourceTree) {
    isGuessed =
      !configuration.isThere
      && tree.paths.contains { $0.hasPrefix("content/en/") || $0.hasPrefix("en/") }
    main = configuration.text("defaultContentLanguage", "defaultcontentlanguage") ?? "en"
    isMainNamed =
      configuration.text("defaultContentLanguageInSubdir", "defaultcontentlanguageinsubdir")
      == "true"
    guard case .map(let pairs)? = configuration["languages"] else { return }
    for pair in pairs {
      codes.insert(pair.key.lowercased())
      let folder = (pair.value["contentDir"] ?? pair.value["contentdir"])?.text
      let name = folder?.split(separator: "/").last.map(String.init) ?? pair.key
      if name != "content" { folders[name.lowercased()] = pair.key }
    }
  }

  /// The language whose pages are in a folder at the top of the content.
  func ofFolder(_ name: String) -> String? {
    if let code = folders[name.lowercased()] { return code }
    return isGuessed && Self.usual.contains(name.lowercased()) ? name : nil
  }

  /// Whether `x.fr.md` is a page in that language.
  func isEnding(_ code: String) -> Bool {
    if !codes.isEmpty { return codes.contains(code.lowercased()) }
    return code.count == 2 && code.allSatisfy { $0.isLowercase && $0.isASCII }
  }

  /// What stands before an address in a language: nothing, or `/fr`.
  func prefix(_ code: String?) -> String {
    guard let code, code.lowercased() != main.lowercased() || isMainNamed,
      !codes.isEmpty || code.lowercased() != main.lowercased()
    else { return "" }
    return "/" + code.lowercased()
  }

  /// What folders of languages are called where no configuration says it.
  private static let usual: Set = [
    "ar", "bn", "cs", "de", "el", "en", "en-us", "es", "fa", "fi", "fr", "he", "hi", "hu", "id",
    "it",
    "ja", "ko", "nl", "no", "pl", "pt", "pt-br", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
    "zh-cn", "zh-hans", "zh-hant", "zh-tw",
  ]
}
