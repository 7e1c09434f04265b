import TestSupport
import Testing

/// An edition gives the same bytes wherever it is exported, and an export is whole or not at all.
@Suite struct ExportCommandTests {
  static let formats = "site rss ninjs newsml text markdown"

  /// Where an export may run, and from what.
  static let places: [(name: String, settings: [String: String], script: String)] = [
    ("another time zone", ["TZ": "Asia/Kolkata"], "cd tide && stet export"),
    ("another locale", ["LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE"], "cd tide && stet export"),
    ("another umask", [:], "umask 077; cd tide && stet export"),
    ("another folder", [:], "mkdir -p a/b && cd a/b && stet -C ../../tide export"),
    ("a year later", ["STET_NOW": "2027-12-01T00:00:00Z"], "cd tide && stet export"),
    ("a fresh clone", [:], "git clone -q tide clone && cd clone && stet export"),
    ("a bare clone", [:], "git clone -q --bare tide bare && stet -C bare export"),
    ("no newsroom's person", ["STET_AS": "nobody"], "cd tide && stet export"),
  ]

  @Test(arguments: places.indices)
  func `the same edition gives the same bytes`(place: Int) async throws {
    let place = Self.places[place]
    let tide = try await Self.newsroom()
    let bench = tide.bench
    try await tide.must("stet export \(Self.formats) --out ../first")

    let ran = try await bench.run(
      "\(place.script) \(Self.formats) --out \(bench.path)/second", place.settings)

    #expect(ran.status == 0, "\(place.name): \(ran)")
    let same = try await bench.run("diff -r first second")
    #expect(same.status == 0, "\(place.name): \(same)")
    #expect(try await bench.must("find second -type f | wc -l") != "0")
  }

  @Test func `a second export changes nothing, a later edition only what it must`() async throws {
    let tide = try await Self.newsroom()
    try await tide.must("stet export --out ../site")
    let before = try await tide.bench.must(
      "cd site && find . -type f ! -name .stet-release | sort | xargs stat -c '%n %Y %i'")

    let second = try await tide.run("stet export --out ../site --json --fields written,removed")

    #expect(second.output == "[{\"removed\":0,\"written\":0}]\n", "\(second)")
    let after = try await tide.bench.must(
      "cd site && find . -type f ! -name .stet-release | sort | xargs stat -c '%n %Y %i'")
    #expect(before == after)
    try await tide.story("news", in: "published")
    try await tide.must("stet release && stet export --out ../site")
    try await tide.must("stet export --out ../fresh")
    #expect(try await tide.bench.run("diff -r site fresh").status == 0)
    // And back again: the first edition, as from nothing.
    try await tide.must("stet export --release 2026-11-24.1 --out ../site")
    try await tide.must("stet export --release 2026-11-24.1 --out ../old")
    #expect(try await tide.bench.run("diff -r site old").status == 0)
  }

  @Test func `an export that is killed leaves the old site or the new one`() async throws {
    let tide = try await Self.newsroom()
    try await tide.must("stet export --out ../site && cp -a ../site ../one")
    try await tide.story("news", in: "published")
    try await tide.must("stet release && stet export --out ../two")
    var random = Seeded(7)
    var killed = 0

    for round in 0..<24 {
      // To and fro between the two editions.
      let tag = round % 2 == 0 ? "2026-11-24.2" : "2026-11-24.1"
      let delay = Duration.milliseconds(Int.random(in: 2...80, using: &random))
      let ran = try await tide.run(
        "exec stet export --release \(tag) --out ../site", killedAfter: delay)
      killed += ran.status == -9 ? 1 : 0
      let whole = try await tide.bench.run("diff -r site one || diff -r site two")
      #expect(whole.status == 0, "seed 7, round \(round): \(whole)")
    }

    #expect(killed > 4, "the kills came too late to say anything")
    try await tide.must("stet export --release 2026-11-24.2 --out ../site")
    let beside = try await tide.bench.must("ls -A | grep -v -e '^\\.' | sort | tr '\\n' ' '")
    #expect(beside == "one site tide two ")
    #expect(try await tide.bench.run("diff -r site two").status == 0)
  }

  @Test func `nothing of the desk is in an edition`() async throws {
    let tide = try await Tide()
    try await tide.must(
      """
      printf 'Public words. [[a private query]]\\n\\n<!-- a private comment -->\\n' |
      stet new 'A story' --slug story --section city --body - --set secret=hush-hush \
      -m 'A private brief' --as ana-costa
      stet submit story -m 'A private note' --as ana-costa
      printf 'Public words.\\n\\n<!-- a private comment -->\\n' |
      stet edit story --body - --as george-hall
      stet approve story --as george-hall
      stet publish story -m 'Another private note'
      stet release
      stet export \(Self.formats) --out ../out
      """)
    try await tide.story("draft-of-ours")

    for secret in ["private", "hush", "@tide.example", "draft-of-ours", "NOT FOR PUBLICATION"] {
      let files = try await tide.bench.run("grep -rl '\(secret)' out")
      #expect(files.status == 1, "\(secret): \(files)")
      let live = try await tide.run("git log -p live | grep -v '^+Draft' | grep '\(secret)'")
      #expect(live.status == 1, "\(secret): \(live)")
    }
    #expect(try await tide.bench.must("grep -rl 'Public words' out | wc -l") != "0")
  }

  @Test func `what readers lose is taken from partners too, at the hour when they lost it`()
    async throws
  {
    let tide = try await Self.newsroom()
    try await tide.story("seal", in: "published")
    try await tide.must("stet release && stet export ninjs newsml --out ../wire")
    try await tide.must(
      """
      export STET_AS=mei-tan
      STET_NOW=2026-11-24T10:00:00Z stet pull tolls -m 'A private reason'
      STET_NOW=2026-11-24T11:00:00Z stet hold seal -m 'A private doubt'
      STET_NOW=2026-11-24T12:00:00Z stet retract ferry-strike -m 'Wrong' --notice 'It was made up.'
      STET_NOW=2026-11-25T09:00:00Z stet export ninjs newsml --out ../wire
      stet -C . export ninjs newsml --out ../again
      """)

    func said(_ slug: String) async throws -> [String] {
      try await tide.bench.must(
        """
        cd wire/2026/11/24 && grep -h -o -E '^  "(version|pubStatus|versionCreated)": "[^"]*"' \(slug).json
        """
      ).split(separator: "\n").map { String($0.split(separator: "\"").last ?? "") }
    }
    #expect(try await said("tolls") == ["2", "canceled", "2026-11-24T10:00:00Z"])
    #expect(try await said("seal") == ["2", "withheld", "2026-11-24T11:00:00Z"])
    #expect(try await said("ferry-strike") == ["2", "canceled", "2026-11-24T12:00:00Z"])
    let words = try await tide.bench.run("grep -rli -e 'first words' -e private wire")
    #expect(words.status == 1, "\(words)")
    #expect(try await tide.bench.must("grep -rl 'made up' wire | wc -l") == "2")
    #expect(try await tide.bench.run("diff -r wire again").status == 0)
  }

  @Test func `nothing is written where the folder can't be, and what is there stays`()
    async throws
  {
    let tide = try await Self.newsroom()
    try await tide.bench.must("mkdir locked; echo mine > locked/mine; echo file > file")

    for out in ["../file", "../locked", "", "../tide/articles"] {
      let ran = try await tide.run("stet export --out '\(out)'")
      #expect([1, 64].contains(ran.status) && ran.error.contains("hint: "), "\(ran)")
    }
    #expect(try tide.bench.text("locked/mine") == "mine\n")
    #expect(try tide.bench.text("file") == "file\n")
    #expect(try await tide.must("git status --short") == "")
  }

  /// What the commonest checkout of a CI leaves: one commit, and a tag that is no tag object.
  static let checkouts: [(name: String, fetch: String)] = [
    (
      "flat",
      "git -c protocol.version=2 fetch -q --no-tags --depth=1 origin +$commit:refs/tags/$tag"
    ),
    ("a real tag alone", "git fetch -q --depth=1 origin refs/tags/$tag:refs/tags/$tag"),
    (
      "a real tag and the newest live alone",
      "git fetch -q --depth=1 origin refs/tags/$tag:refs/tags/$tag live:refs/remotes/origin/live"
    ),
    ("tags without live", "git fetch -q origin 'refs/tags/*:refs/tags/*'"),
  ]

  @Test(arguments: checkouts.indices)
  func `a flattened checkout gives the whole edition or names the fetch that does`(
    index: Int
  ) async throws {
    let tide = try await Self.newsroom()
    try await tide.must("stet retract tolls --kind legal -m 'A letter' --quiet")
    try await tide.must("stet export --release 2026-11-24.1 --out ../whole")
    try await tide.bench.must(
      """
      tag=2026-11-24.1; commit=$(git -C tide rev-parse $tag^{commit})
      git init -q ci; cd ci; git remote add origin "file://$PWD/../tide"
      \(Self.checkouts[index].fetch)
      git checkout -q --detach refs/tags/$tag
      """)

    let first = try await tide.bench.run("stet export --release 2026-11-24.1 --out site", in: "ci")

    var hint = ""
    if Self.checkouts[index].name.hasSuffix("the newest live alone") {
      #expect(first.status == 0, "\(first)")
    } else {
      #expect(first.status == 1, "\(first)")
      hint = String(try #require(first.error.split(separator: "hint: ").last))
      #expect(hint.hasPrefix("git fetch "), "\(first)")
    }
    let again = try await tide.bench.run(
      "\(hint)\nstet export --release 2026-11-24.1 --out site && diff -r site ../whole", in: "ci")
    #expect(again.status == 0, "\(again)")
  }

  /// A newsroom with an edition of two stories.
  private static func newsroom() async throws -> Tide {
    let tide = try await Tide()
    try await tide.story("tolls", in: "published")
    try await tide.story("ferry-strike", in: "published")
    try await tide.story("draft")
    try await tide.must("stet release")
    return tide
  }
}
