import ArgumentParser

/// The words of the command line, with the common options moved behind the command, where
/// ArgumentParser looks for them.
struct Arguments {
  let words: [String]
  /// Nil where no command was named, or none of this name.
  let command: (any ParsableCommand.Type)?
  /// What the command gets.
  let rest: [String]
  /// The word that should have been a command.
  let unknown: String?
  /// The common options before it.
  let leading: [String]

  /// The options whose value is text, and so may begin with a dash; the short ones with their long
  /// names.
  private static let texts: [String: String] = {
    let long = [
      "message", "notice", "standfirst", "kicker", "dateline", "tag", "credit", "byline", "related",
      "set", "bio", "name", "title", "alt", "caption", "license",
    ]
    let names = Dictionary(uniqueKeysWithValues: long.map { ("--\($0)", "--\($0)") })
    return names.merging(["-m": "--message"]) { first, _ in first }
  }()

  /// The words with what begins with a dash and is no option where a reader of options takes it for
  /// what it is: a text behind its option, a headline at the end.
  private static func settled(_ words: [String], of command: String) -> [String] {
    var settled: [String] = []
    var headline: String?
    var index = 0
    while index < words.count, words[index] != "--" {
      let word = words[index]
      index += 1
      if let option = texts[word], index < words.count, isText(words[index]) {
        settled.append("\(option)=\(words[index])")
        index += 1
      } else if command == "new", headline == nil, isText(word) {
        headline = word
      } else {
        settled.append(word)
      }
    }
    let rest = words[index...]
    guard let headline else { return settled + rest }
    return settled + ["--", headline] + rest.dropFirst()
  }

  /// Whether a word begins with a dash and has not the form of an option.
  private static func isText(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-" else { return false }
    let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
    return word.hasPrefix("---") || name.isEmpty
      || !name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
  }

  init(_ words: [String]) {
    self.words = words
    var leading: [String] = []
    var index = 0
    while index < words.count, words[index].hasPrefix("-"), words[index] != "--" {
      let word = words[index]
      leading.append(word)
      index += 1
      if Options.withValue.contains(word), index < words.count {
        leading.append(words[index])
        index += 1
      }
    }
    self.leading = leading
    guard index < words.count else {
      (command, rest, unknown) = (nil, leading, nil)
      return
    }
    let name = words[index]
    var rest = Array(words[(index + 1)...])
    if name == "help" {
      command = rest.first.flatMap(Stet.command) ?? nil
      unknown = command == nil ? rest.first : nil
      self.rest = rest.dropFirst() + ["--help"]
      return
    }
    command = Stet.command(named: name)
    unknown = command == nil ? name : nil
    // Behind a subcommand too, but before a `--`.
    var place = 0
    if let type = command, let sub = rest.first,
      type.configuration.subcommands.contains(where: { $0.configuration.commandName == sub })
    {
      place = 1
    }
    rest.insert(contentsOf: leading, at: place)
    self.rest = Self.settled(rest, of: name)
  }
}
