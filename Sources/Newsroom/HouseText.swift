import Editorial

/// The policy files that stet writes itself.
enum HouseText {
  /// A new stet.yml, with what most newsrooms come to change explained beside it.
  static func stet(_ founding: Founding, workflows: [String], _ solo: Bool) -> String {
    func line(_ key: String, _ value: String) -> String {
      "\(key): \(Value.scalar(value).yaml())\n"
    }
    let sections =
      founding.sections.isEmpty
      ? "sections: []                              # - {id: city, label: City}\n"
      : "sections:\n"
        + founding.sections.map { "  - \(Value(["id": $0.id, "label": $0.label]).yaml())\n" }
        .joined()
    return line("title", founding.title)
      + (founding.url.map { line("url", $0) }
        ?? "# url: https://example.org/               # needed for the first release\n")
      + line("language", founding.language) + line("timezone", founding.timezone)
      + "rules: 1\n" + sections
      + "workflows: [\(workflows.joined(separator: ", "))]\n"
      + "release: by-hand\n"
      + "outlets: {web: [site, rss]}               # their folders: stet outlet web --out DIR\n"
      + "signing: optional\n"
      + (solo
        ? "four-eyes: off                            # one person: nobody else reads before publication\n"
        : "four-eyes: on\n")
        + """
        may:                                      # what acts on the publication alone
          hold: [editor, publisher]
          lift: [editor, publisher]
          retract: [editor, publisher]
          pull: [publisher]
        withdrawal:                               # what readers see when a withdrawal gives no notice
          retraction: This article has been withdrawn.
          legal: This article has been removed for legal reasons.
          privacy: This article has been removed to protect someone's privacy.
        credits:                                  # house style of attribution
          by: By {names}
          and: and
          editing: Editing by {names}
          additional-editing: "{agency}, with additional editing by {names}"
          additional-reporting: Additional reporting by {names}
          agent: Written with the help of {names}, and checked by people
        public-fields: []                         # further word fields that readers may see
        feeds: full

        """
  }

  static func person(_ person: Person) -> String {
    func line(_ key: String, _ value: Value) -> String { "\(key): \(value.yaml())\n" }
    return line("name", .scalar(person.name)) + line("email", Value(person.emails))
      + line("roles", Value(person.roles.map(\.rawValue)))
      + (person.bio.map { line("bio", .scalar($0)) } ?? "")
      + (person.links.isEmpty ? "" : line("links", Value(person.links)))
      + line("keys", Value(person.keys)) + "active: \(person.active)\n"
      + (person.agent ? "agent: true\n" : "")
  }

  /// The file with which a forge proves the record on every push.
  static func ci(_ ci: Founding.CI) -> (String, [UInt8]) {
    let steps = """
          - uses: actions/checkout@v4
            with: {fetch-depth: 0}
          - run: stet verify
      """
    switch ci {
    case .github, .forgejo:
      let folder = ci == .github ? ".github" : ".forgejo"
      let text = """
        name: The record
        on: [push]
        jobs:
          verify:
            runs-on: ubuntu-latest
            steps:
        \(steps)

        """
      return ("\(folder)/workflows/stet.yml", Array(text.utf8))
    case .gitlab:
      let text = """
        verify:
          variables: {GIT_DEPTH: 0}
          script: [git fetch origin main:main live:live --tags, stet verify]

        """
      return (".gitlab-ci.yml", Array(text.utf8))
    }
  }
}
