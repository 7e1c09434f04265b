internal import Yams

/// Reads `style/<name>.yml`: whatever a key says must be readable, with its line; keys that mean nothing
/// are kept with a warning.
struct StyleReader {
  let root: YAMLFile
  private(set) var style = HouseStyle()
  private(set) var lines: [String: Int] = [:]
  private(set) var places: [StyleFile.Place] = []
  private(set) var warnings: [PolicyFault] = []

  init(root: YAMLFile) { self.root = root }

  private static let keys = [
    "avoid", "names", "spaces", "quotes", "numbers", "lengths", "dictionaries",
  ]

  mutating func read() throws(PolicyFault) {
    warn(of: root.top, besides: Self.keys)
    for pair in root.top.pairs {
      lines[pair.key] = pair.line
      switch pair.key {
      case "avoid":
        for node in try nodes(pair) { style.avoid.append(try avoided(node, pair.line)) }
        try checkReplacements(pair.line)
      case "names":
        for node in try nodes(pair) { style.names.append(try name(node, pair.line)) }
      case "spaces":
        style.singleSpaces = try choice(pair, ["single", "any"]) == "single"
      case "quotes": try readQuotes(pair)
      case "numbers": style.numbers = try numbers(pair)
      case "lengths": try readLengths(pair)
      case "dictionaries":
        for (language, inner) in try pairs(pair.node, pair.line, pair.key) {
          style.dictionaries[language.lowercased()] = try word(inner.node, inner.line, language)
        }
      default: lines[pair.key] = nil
      }
    }
  }

  private typealias Pair = (key: String, line: Int, node: Node)

  // MARK: Words

  private mutating func avoided(_ node: Node, _ line: Int) throws(PolicyFault) -> HouseStyle.Avoided
  {
    if let text = scalar(node) {
      return HouseStyle.Avoided(word: try phrase(text, node.mark?.line ?? line), isSafe: false)
    }
    guard let item = YAMLFile.item(node) else { throw fault(line, "`avoid` lists words") }
    warn(of: item, besides: ["word", "say", "why", "fix"])
    let here = item.pairs.first?.line ?? item.line
    guard let text = root.optional("word", in: item) else { throw fault(here, "`word` is missing") }
    let isSafe = try root.flag("fix", "yes", "no", or: false, in: item)
    let say = root.optional("say", in: item)
    if isSafe, say == nil {
      throw fault(here, "`fix: yes` needs what to `say` in place of `\(text)`")
    }
    return HouseStyle.Avoided(
      word: try phrase(text, here), say: say, why: root.optional("why", in: item), isSafe: isSafe)
  }

  /// What a fix puts in must not be something to be fixed.
  private func checkReplacements(_ line: Int) throws(PolicyFault) {
    let table = PhraseTable(style.avoid.map(\.word))
    for entry in style.avoid where entry.isSafe {
      let say = Prose(text: entry.say ?? "")
      guard table.matches(in: say).isEmpty else {
        throw fault(line, "`\(entry.say ?? "")`, said for `\(entry.word)`, holds a word to avoid")
      }
    }
  }

  private mutating func name(_ node: Node, _ line: Int) throws(PolicyFault) -> HouseStyle.Name {
    if let text = scalar(node) {
      return HouseStyle.Name(name: try phrase(text, node.mark?.line ?? line), wrong: [])
    }
    guard let item = YAMLFile.item(node) else { throw fault(line, "`names` lists names") }
    warn(of: item, besides: ["name", "not"])
    let here = item.pairs.first?.line ?? item.line
    guard let text = root.optional("name", in: item) else { throw fault(here, "`name` is missing") }
    var wrong: [String] = []
    for spelling in root.list("not", in: item) { wrong.append(try phrase(spelling, here)) }
    return HouseStyle.Name(name: try phrase(text, here), wrong: wrong)
  }

  private func phrase(_ text: String, _ line: Int) throws(PolicyFault) -> String {
    guard let first = text.unicodeScalars.first, Prose.isPart(first), text.count <= 200 else {
      throw fault(line, "`\(text.prefix(40))` is no word: it begins with a letter or a digit")
    }
    return text
  }

  // MARK: Signs and numbers

  private mutating func readQuotes(_ pair: Pair) throws(PolicyFault) {
    let kinds = HouseStyle.Quotes.allCases.map(\.rawValue)
    if scalar(pair.node) != nil {
      style.quotes["default"] = HouseStyle.Quotes(rawValue: try choice(pair, kinds))
      return
    }
    for (language, inner) in try pairs(pair.node, pair.line, pair.key) {
      let kind = try choice((language, inner.line, inner.node), kinds)
      style.quotes[language.lowercased()] = HouseStyle.Quotes(rawValue: kind)
    }
  }

  private mutating func numbers(_ pair: Pair) throws(PolicyFault) -> HouseStyle.Numbers {
    var numbers = HouseStyle.Numbers()
    guard let item = YAMLFile.item(pair.node) else {
      throw fault(pair.line, "`numbers` has lines such as `spell-out-below: 10`")
    }
    warn(of: item, besides: ["spell-out-below", "thousands", "sentence-start"])
    for inner in item.pairs {
      switch inner.key {
      case "spell-out-below": numbers.spellOutBelow = try number(inner.node, inner.line, inner.key)
      case "thousands":
        let names = HouseStyle.Numbers.Thousands.allCases.map(\.rawValue)
        numbers.thousands = HouseStyle.Numbers.Thousands(rawValue: try choice(inner, names))
      case "sentence-start":
        numbers.mayStartSentence = try choice(inner, ["words", "any"]) == "any"
      default: continue
      }
    }
    return numbers
  }

  private mutating func readLengths(_ pair: Pair) throws(PolicyFault) {
    for (key, inner) in try pairs(pair.node, pair.line, pair.key) {
      switch key {
      case "sections", "workflows":
        for (name, place) in try pairs(inner.node, inner.line, key) {
          places.append(StyleFile.Place(isSection: key == "sections", name: name, line: place.line))
          var fields: [String: HouseStyle.Limits] = [:]
          for (field, limits) in try pairs(place.node, place.line, name) {
            fields[field] = try self.limits(field, limits)
          }
          if key == "sections" {
            style.lengths.sections[name] = fields
          } else {
            style.lengths.workflows[name] = fields
          }
        }
      default: style.lengths.all[key] = try limits(key, inner)
      }
    }
  }

  private mutating func limits(
    _ field: String, _ at: (line: Int, node: Node)
  ) throws(PolicyFault) -> HouseStyle.Limits {
    guard HouseStyle.Lengths.fields.contains(field) else {
      let near = HouseStyle.Lengths.fields.nearest(to: field).map { "; did you mean \($0)?" } ?? ""
      throw fault(at.line, "`\(field)` is no text that has a length\(near)")
    }
    guard let item = YAMLFile.item(at.node) else {
      throw fault(at.line, "`\(field)` has limits such as {least: 42, most: 120}")
    }
    warn(of: item, besides: ["least", "most"])
    var limits = HouseStyle.Limits()
    for pair in item.pairs {
      switch pair.key {
      case "least": limits.least = try number(pair.node, pair.line, pair.key)
      case "most": limits.most = try number(pair.node, pair.line, pair.key)
      default: continue
      }
    }
    if let least = limits.least, let most = limits.most, least > most {
      throw fault(at.line, "`\(field)` can't have at least \(least) and at most \(most)")
    }
    return limits
  }

  // MARK: YAML

  private func fault(_ line: Int, _ message: String) -> PolicyFault {
    PolicyFault(path: root.path, line: line, message)
  }

  private mutating func warn(of item: YAMLFile.Item, besides known: [String]) {
    for pair in item.pairs where !known.contains(pair.key) {
      let near = known.nearest(to: pair.key).map { "; did you mean \($0)?" } ?? ""
      warnings.append(fault(pair.line, "`\(pair.key)` means nothing here\(near)"))
    }
  }

  private func scalar(_ node: Node) -> String? {
    node.scalar.flatMap { $0.string.isEmpty ? nil : $0.string }
  }

  private func nodes(_ pair: Pair) throws(PolicyFault) -> [Node] {
    if let sequence = pair.node.sequence { return Array(sequence) }
    guard pair.node.scalar?.string.isEmpty == true else {
      throw fault(pair.line, "`\(pair.key)` is a list, an entry a line")
    }
    return []
  }

  private func pairs(
    _ node: Node, _ line: Int, _ key: String
  ) throws(PolicyFault) -> [(String, (line: Int, node: Node))] {
    guard let item = YAMLFile.item(node) else {
      throw fault(line, "`\(key)` is made of `key: value` lines")
    }
    return item.pairs.map { ($0.key, ($0.line, $0.node)) }
  }

  private func word(_ node: Node, _ line: Int, _ key: String) throws(PolicyFault) -> String {
    guard let text = scalar(node), text.utf8.count <= 40,
      text.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x5F || isLetterOrDigit($0) })
    else { throw fault(line, "`\(key)` names a dictionary, as en_GB") }
    return text
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func number(_ node: Node, _ line: Int, _ key: String) throws(PolicyFault) -> Int {
    guard let number = scalar(node).flatMap({ Int($0) }), (0...1_000_000).contains(number) else {
      throw fault(line, "`\(key)` is a number")
    }
    return number
  }

  private func choice(_ pair: Pair, _ names: [String]) throws(PolicyFault) -> String {
    guard let text = scalar(pair.node), names.contains(text) else {
      throw fault(pair.line, "`\(pair.key)` is \(prose(names, "or"))")
    }
    return text
  }
}
