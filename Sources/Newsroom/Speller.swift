import Editorial
import Subprocess

/// Looks words up with hunspell, and in the house's own list, `style/words.txt`.
struct Speller {
  private let house: Set<String>
  /// Whether the house has said something about spelling: then it is told what stands in the way.
  private let isAskedFor: Bool
  private let isOff: Bool
  private let dictionaries: [String: String]
  private let say: @Sendable (String) -> Void

  static let wordList = "style/words.txt"

  init(_ newsroom: borrowing Newsroom) throws(Failure) {
    let policy = newsroom.desk.policy
    let list = newsroom.desk.files[Self.wordList]
    let text = try list.map { id throws(Failure) in try newsroom.blob(id) } ?? []
    house = Set(
      String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
        .map { $0.trimmed }.filter { !$0.isEmpty && !$0.hasPrefix("#") })
    dictionaries = policy.style.dictionaries
    isAskedFor = list != nil || !dictionaries.isEmpty || policy.checks["spelling"] != nil
    isOff = policy.unchecked.contains("spelling")
    say = newsroom.circumstances.say
  }

  /// What no dictionary knows, story by story.
  func findings(_ sheets: [Sheet]) async -> [[Finding]] {
    var findings: [[Finding]] = sheets.map { _ in [] }
    guard !isOff else { return findings }
    let words = sheets.map { sheet in
      sheet.wordsToCheck.filter {
        !isHouse($0.word) && Self.isWritten($0.word, as: sheet.language)
      }
    }
    guard words.contains(where: { !$0.isEmpty }) else { return findings }
    guard let installed = await Self.installed() else {
      if isAskedFor { say("hint: spelling is checked by hunspell, which is not installed") }
      return findings
    }
    var byDictionary: [String: [Int]] = [:]
    for (number, sheet) in sheets.enumerated() {
      guard let name = dictionary(for: sheet.language, of: installed) else {
        if isAskedFor { say("hint: hunspell has no dictionary for \(sheet.language)") }
        continue
      }
      byDictionary[name, default: []].append(number)
    }
    for (name, numbers) in byDictionary.sorted(by: { $0.key < $1.key }) {
      let asked = Set(numbers.flatMap { words[$0].map(\.word) }).sorted()
      let unknown = await Self.unknown(asked, name)
      for number in numbers {
        findings[number] = words[number].compactMap { word in
          guard let suggestion = unknown[word.word] else { return nil }
          let more = word.offsets.count > 1 ? ", and \(word.offsets.count - 1) more times" : ""
          let near = suggestion.map { "; did you mean \($0)?" } ?? ""
          return sheets[number].finding(
            "`\(word.word)` is in no dictionary\(more)\(near)", of: .spelling,
            at: word.offsets[0])
        }
      }
    }
    return findings
  }

  /// Whether a word is in the script of a language: a quotation in another one is in no dictionary of it.
  private static func isWritten(_ word: String, as language: String) -> Bool {
    let others: Set = [
      "ar", "be", "bg", "bn", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "ko", "mk", "mn",
      "mr",
      "ru", "sr", "ta", "te", "th", "uk", "ur", "yi", "zh",
    ]
    let base = String(language.lowercased().prefix { $0 != "-" })
    // Greek follows on the letters of Latin and their marks.
    let isLatin = word.unicodeScalars.allSatisfy {
      $0.value < 0x370 || (0x1E00...0x1EFF).contains($0.value) || !$0.properties.isAlphabetic
    }
    return isLatin || others.contains(base)
  }

  private func isHouse(_ word: String) -> Bool {
    if house.contains(word) || house.contains(word.lowercased()) { return true }
    guard word.hasSuffix("'s") else { return false }
    return house.contains(String(word.dropLast(2)))
  }

  /// The dictionary of a language: the one that house style names, else its own region's, else the
  /// commonest of the language.
  private func dictionary(for language: String, of installed: [String]) -> String? {
    let tag = language.lowercased()
    let base = String(tag.prefix { $0 != "-" })
    if let named = dictionaries[tag] ?? dictionaries[base] {
      return installed.contains(named) ? named : nil
    }
    let own = tag.replacing("-", with: "_")
    let usual = ["\(base)_\(base)", base == "en" ? "en_gb" : base]
    let lower = installed.map { (name: $0, lower: $0.lowercased()) }
    return lower.first { $0.lower == own }?.name
      ?? lower.first { usual.contains($0.lower) }?.name
      ?? lower.first { $0.lower.hasPrefix(base + "_") }?.name
  }

  // MARK: hunspell

  /// The names of its dictionaries, sorted; nil where it is not installed.
  private static func installed() async -> [String]? {
    guard let said = await run(["-D"], "") else { return nil }
    let names = said.split(whereSeparator: \.isNewline).compactMap { line -> String? in
      let name = line.split(separator: "/").last.map(String.init) ?? ""
      let isPath = line.hasPrefix("/") && !name.hasPrefix("hyph") && !line.contains(":")
      return isPath ? name.hasSuffix(".aff") ? String(name.dropLast(4)) : name : nil
    }
    return Set(names).sorted()
  }

  /// How many unknown words are worth a suggestion: each costs hunspell a search.
  private static let mostSuggested = 60

  /// The words that a dictionary does not have, each with what may have been meant.
  private static func unknown(_ words: [String], _ name: String) async -> [String: String?] {
    let options = ["-i", "UTF-8", "-d", name]
    let text = words.map { "\($0)\n" }.joined()
    guard let listed = await run(["-l"] + options, text) else { return [:] }
    let parts = Set(listed.split(whereSeparator: \.isNewline).map(String.init))
    guard !parts.isEmpty else { return [:] }
    var unknown: [String: String?] = [:]
    for word in words where parts.contains(word) { unknown[word] = .some(nil) }
    let few = unknown.keys.sorted().prefix(mostSuggested)
    // A circumflex keeps a word from being taken for a command.
    guard let said = await run(["-a"] + options, few.map { "^\($0)\n" }.joined()) else {
      return unknown
    }
    for line in said.split(whereSeparator: \.isNewline) where line.hasPrefix("& ") {
      guard let colon = line.firstIndex(of: ":"),
        let word = line.split(separator: " ").dropFirst().first
      else { continue }
      let suggestion = line[colon...].dropFirst().prefix { $0 != "," }.trimmed
      if unknown.keys.contains(String(word)) { unknown[String(word)] = suggestion }
    }
    return unknown
  }

  private static func run(_ arguments: [String], _ input: String) async -> String? {
    let result = try? await Subprocess.run(
      .name("hunspell"), arguments: Arguments(arguments), input: .string(input),
      output: .data(limit: 16 << 20), error: .data(limit: 1 << 20))
    guard let result, result.terminationStatus.isSuccess else { return nil }
    // The list of dictionaries goes to standard error.
    let bytes = arguments == ["-D"] ? result.standardError : result.standardOutput
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
