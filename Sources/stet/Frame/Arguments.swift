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

  /// A headline may begin with a dash: a word with a blank in it that no option waits for is one, not
  /// a handful of flags.
  private static func withHeadlineLast(_ words: [String], of command: String) -> [String] {
    guard command == "new", !words.contains("--") else { return words }
    for (index, word) in words.enumerated() where word.hasPrefix("-") && word.contains(" ") {
      let before = index > 0 ? words[index - 1] : ""
      guard !before.hasPrefix("-"), !word.contains("=") || !word.hasPrefix("--") else { continue }
      return words[..<index] + words[(index + 1)...] + ["--", word]
    }
    return words
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
    self.rest = Self.withHeadlineLast(rest, of: name)
  }
}
