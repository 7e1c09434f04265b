import TestSupport
import Testing

/// A folder that went through every edition is the one that the last edition makes from nothing.
@Suite struct IncrementalExportTests {
  /// Everything that changes what an export writes, as a command or two of a newsroom; `N` is the
  /// round, `S` a story that readers have.
  static let changes: [(name: String, script: String)] = [
    ("a new story", "new"),
    (
      "a correction",
      "stet correct S --set headline='Corrected N' --notice 'It was N.' && publish S"
    ),
    ("an update", "stet update S --set standfirst='Updated N' && publish S"),
    ("another address", "stet update S --set slug=moved-N && publish S"),
    (
      "another section and tags", "stet update S --set section=city --set 'tags=[t-N]' && publish S"
    ),
    ("a retraction", "stet retract S --kind legal -m why --quiet"),
    ("a hold", "stet hold S -m why --quiet"),
    ("a pull", "stet pull S -m why --quiet"),
    ("a front", "stet front lead home S"),
    (
      "a template",
      """
      mkdir -p theme
      printf '<p class="own">N {{site}}</p>{{{content}}}' > theme/notfound.mustache
      stet save -m theme
      """
    ),
    (
      "a style",
      "mkdir -p theme && printf 'body { color: #00N }' > theme/style.css && stet save -m s"
    ),
    ("no theme", "git rm -rq --ignore-unmatch theme && rm -rf theme && stet save -m bare"),
    ("another name", "sed -i 's/^title: .*/title: The Tide N/' stet.yml && stet save -m title"),
    ("another profile", "stet people set ana-costa --bio 'Ana, N.'"),
  ]

  @Test(arguments: [1, 2])
  func `an incremental export is a full one`(seed: UInt64) async throws {
    let tide = try await Tide()
    for slug in ["one", "two", "three", "four"] { try await tide.story(slug, in: "published") }
    let formats = try await tide.must("stet export --list | awk 'NF {print $1}'")
      .split(separator: "\n").joined(separator: " ")
    try await tide.must("stet release && stet export \(formats) --out ../kept")
    var random = Seeded(seed)
    var applied = 0

    for round in 1...18 {
      let change = Self.changes.randomElement(using: &random) ?? Self.changes[0]
      let live = try await tide.must(
        "stet list --json --limit 100 | tr '{' '\\n' | grep '\"publication\":\"live\"' "
          + "| sed 's/.*\"slug\":\"\\([^\"]*\\)\".*/\\1/' | sort"
      )
      .split(separator: "\n").map(String.init)
      let story = live.randomElement(using: &random) ?? "one"
      // A refusal is no change: not each of these is allowed to every story.
      let ran = try await tide.run(Self.script(change.script, story, round), as: nil)
      applied += ran.status == 0 ? 1 : 0
      try await tide.must(
        "stet release --quiet && stet export \(formats) --out ../kept --quiet",
        at: "2026-11-2\(4 + round / 6)T1\(round % 6):00:00Z")
      try await tide.must("rm -rf ../fresh && stet export \(formats) --out ../fresh --quiet")

      let same = try await tide.bench.run("diff -r kept fresh")
      #expect(same.status == 0, "seed \(seed), round \(round), \(change.name) of \(story): \(same)")
    }

    #expect(applied > 8, "too few of the changes were made to say anything")
  }

  private static func script(_ script: String, _ story: String, _ round: Int) -> String {
    """
    publish() {
      STET_AS=ana-costa stet submit $1 --quiet; STET_AS=george-hall stet approve $1 --quiet
      stet publish $1 --quiet
    }
    new() {
      printf 'Words of \(round).\\n' | STET_AS=ana-costa stet new 'Story \(round)' \
      --section city --body - --quiet && publish story-\(round)
    }
    \(script.replacing(#/\bS\b/#, with: story).replacing("N", with: String(round)))
    """
  }
}
