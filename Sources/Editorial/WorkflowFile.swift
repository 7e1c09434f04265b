/// Reads `workflows/<name>.yml`: every key known, every stage, role and check there, or an error with
/// its line.
struct WorkflowFile {
  private let path: String
  private let root: YAMLFile

  static func read(_ bytes: [UInt8], path: String) throws(PolicyFault) -> Workflow {
    try WorkflowFile(path: path, root: YAMLFile(bytes, path)).workflow()
  }

  private func workflow() throws(PolicyFault) -> Workflow {
    try root.allow(
      [
        "name", "label", "description", "start", "second-reading", "stages", "transitions",
      ], in: root.top)
    let name = try root.text("name", in: root.top)
    guard isShortName(name) else {
      throw root.fault(
        root.top, "name", "`\(name)` is not a name: use lower-case letters and hyphens")
    }
    var stages: [Workflow.Stage] = []
    for (key, node) in try root.map("stages", in: root.top) {
      try root.allow(["label", "words"], in: node)
      stages.append(
        Workflow.Stage(
          name: key, label: root.optional("label", in: node) ?? key,
          words: try parties("words", in: node)))
    }
    let names = stages.map(\.name)
    let start = try root.text("start", in: root.top)
    try known(start, names, "stage", root.top, "start")
    var transitions: [Transition] = []
    for (key, node) in try root.map("transitions", in: root.top) {
      transitions.append(try transition(key, node, names))
    }
    return Workflow(
      name: name, label: root.optional("label", in: root.top) ?? name,
      description: root.optional("description", in: root.top) ?? "", start: start, stages: stages,
      transitions: transitions,
      secondReading: try root.flag("second-reading", "true", "false", or: false, in: root.top))
  }

  private func transition(
    _ name: String, _ node: YAMLFile.Item, _ stages: [String]
  ) throws(PolicyFault) -> Transition {
    try root.allow(
      [
        "label", "from", "to", "targets", "by", "not", "unless", "requires", "note", "notice",
        "approves", "approvals", "kind", "effect", "four-eyes",
      ], in: node)
    let to = root.optional("to", in: node)
    if let to, to != "previous" { try known(to, stages, "stage", node, "to") }
    var from: [(stage: String, target: String?)] = []
    if let pairs = root.pairs("from", in: node) {
      for (stage, target) in pairs {
        try known(stage, stages, "stage", node, "from")
        try known(target, stages, "stage", node, "from")
        from.append((stage, target))
      }
    } else {
      for stage in root.list("from", in: node) {
        try known(stage, stages, "stage", node, "from")
        guard let to else {
          throw root.fault(node, "from", "`\(name)` says not where it leads (`to`)")
        }
        from.append((stage, to == "previous" ? nil : to))
      }
    }
    guard !from.isEmpty else { throw root.fault(node, nil, "`\(name)` begins nowhere (`from`)") }
    let targets = root.list("targets", in: node)
    for stage in targets { try known(stage, stages, "stage", node, "targets") }
    let by = try parties("by", in: node)
    guard !by.isEmpty else { throw root.fault(node, nil, "nobody may `\(name)` (`by`)") }
    guard !Builtin.names.contains(name) else {
      throw root.fault(node, nil, "`\(name)` is in every workflow; call this one something else")
    }
    let effect: Transition.Effect? = try choice("effect", in: node)
    if let effect, !Transition.Effect.inFiles.contains(effect) {
      throw root.unknown(
        effect.rawValue, Transition.Effect.inFiles.map(\.rawValue).sorted(), "value of `effect`",
        node, "effect")
    }
    return Transition(
      name: name, label: root.optional("label", in: node) ?? name, from: from, targets: targets,
      by: by, not: try parties("not", in: node),
      unless: try choices("unless", in: node), requires: try rules("requires", in: node),
      noteRequired: try root.flag("note", "required", "optional", or: false, in: node),
      noticeRequired: try root.flag("notice", "required", "optional", or: false, in: node),
      approves: try root.flag("approves", "true", "false", or: false, in: node),
      approvals: try approvals(in: node),
      kind: try choice("kind", in: node), effect: effect,
      exemption: try choice("four-eyes", in: node))
  }

  private func approvals(in node: YAMLFile.Item) throws(PolicyFault) -> Int {
    guard node.find("approvals") != nil else { return 0 }
    guard let number = root.optional("approvals", in: node).flatMap(Int.init),
      (0...9).contains(number)
    else { throw root.fault(node, "approvals", "`approvals` is a number") }
    return number
  }

  private func parties(_ key: String, in node: YAMLFile.Item) throws(PolicyFault) -> [Party] {
    var parties: [Party] = []
    for name in root.list(key, in: node) {
      guard let party = Party(name) else {
        let known = Role.allCases.map(\.rawValue) + ["maker", "byline"]
        throw root.unknown(name, known, "role", node, key)
      }
      parties.append(party)
    }
    return parties
  }

  private func rules(_ key: String, in node: YAMLFile.Item) throws(PolicyFault) -> [Rule] {
    var rules: [Rule] = []
    for name in root.list(key, in: node) {
      guard let rule = Rule.named(name) else {
        throw root.unknown(name, Rule.all.filter(\.isDemandable).map(\.name), "check", node, key)
      }
      guard rule.isDemandable else {
        throw root.fault(
          node, key,
          "`\(name)` asks more than the record holds, so no transition can demand it; `checks: {\(name): warning}` in stet.yml raises it"
        )
      }
      rules.append(rule)
    }
    return rules
  }

  private func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, in node: YAMLFile.Item
  ) throws(PolicyFault) -> [Choice] {
    var choices: [Choice] = []
    for name in root.list(key, in: node) {
      guard let choice = Choice(rawValue: name) else {
        throw root.unknown(name, Choice.allCases.map(\.rawValue), "check", node, key)
      }
      choices.append(choice)
    }
    return choices
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, in node: YAMLFile.Item
  ) throws(PolicyFault) -> Choice? {
    guard let name = root.optional(key, in: node) else { return nil }
    guard let choice = Choice(rawValue: name) else {
      throw root.unknown(name, Choice.allCases.map(\.rawValue), "value of `\(key)`", node, key)
    }
    return choice
  }

  private func known(
    _ name: String, _ names: [String], _ what: String, _ node: YAMLFile.Item, _ key: String
  ) throws(PolicyFault) {
    guard names.contains(name) else { throw root.unknown(name, names, what, node, key) }
  }
}

extension Workflow {
  /// Reads a workflow file; `path` is named in its errors.
  public init(_ bytes: [UInt8], path: String) throws(PolicyFault) {
    self = try WorkflowFile.read(bytes, path: path)
  }
}
