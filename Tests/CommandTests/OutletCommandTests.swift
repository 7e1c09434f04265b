import TestSupport
import Testing

/// Editions and outlets under the hands of several people and programs.
@Suite struct OutletCommandTests {
  @Test func `exports at the same time wait for each other`() async throws {
    let tide = try await Self.newsroom()
    try await tide.story("ferry", in: "published")
    try await tide.must("stet release", as: "mei-tan")

    async let one = tide.run("stet export --outlets")
    async let two = tide.run("stet export --outlets")
    async let three = tide.run("stet release --export", as: "mei-tan")

    for ran in try await [one, two, three] { #expect(ran.status == 0, "\(ran)") }
    // They all came to the same, which is written down once.
    #expect(try await tide.must("git rev-list --count refs/stet/outlets/web/desk") == "1")
    try await tide.must("stet export site rss --out ../fresh")
    #expect(try await tide.bench.run("diff -r web fresh").status == 0)
  }

  @Test func `who publishes with --now cuts that edition, publisher or not, and no other`()
    async throws
  {
    let tide = try await Self.newsroom()
    try await tide.must(
      """
      printf 'Fire.\\n' | stet new Fire --slug fire --section city --workflow breaking --body - \
        --as ana-costa
      stet submit fire --as ana-costa
      stet publish fire --now --as george-hall
      """)

    let verify = try await tide.run("stet verify")
    let again = try await tide.run("stet release", as: "george-hall")

    #expect(verify.status == 0, "\(verify)")
    #expect(again.status == 2, "\(again)")
    #expect(
      try await tide.must("git for-each-ref --format='%(taggername)' refs/tags") == "George Hall")
    #expect(try await tide.must("ls ../web/2026/11/24") == "fire.html")
    // A tag of somebody's who published nothing is no edition.
    try await tide.must(
      """
      git tag -a forged live -m 'forged

      Stet-Previous: 2026-11-24.1
      Stet-Made-With: stet 0.1.0'
      """, at: nil,
      ["GIT_COMMITTER_NAME": "Ana Costa", "GIT_COMMITTER_EMAIL": "ana-costa@newsroom.invalid"])
    let forged = try await tide.run("stet verify")
    #expect(forged.status == 1 && forged.output.contains("who is no publisher"), "\(forged)")
  }

  @Test func `an earlier edition is exported without what was pulled since`() async throws {
    let tide = try await Self.newsroom()
    for slug in ["ferry", "tolls"] { try await tide.story(slug, in: "published") }
    try await tide.must("stet release first", as: "mei-tan")
    try await tide.story("keeper", in: "published")
    try await tide.must("stet release second --export", as: "mei-tan")
    let made = try await tide.must(
      """
      stet release third --back-to first > /dev/null
      export GIT_INDEX_FILE="$PWD/../index"
      git read-tree live; git update-index --force-remove \(Tide.file("tolls"))
      made=$(git -c user.name=Mei -c user.email=mei@x.invalid commit-tree $(git write-tree) \
        -p live -m 'pull: tolls')
      git update-ref refs/heads/live $made; echo $made
      """, as: "mei-tan")

    let export = try await tide.run("stet export --outlets", as: "mei-tan")

    #expect(
      export.status == 0 && export.output.contains("1 story, 1 held: tolls (pulled)"), "\(export)")
    #expect(try await tide.must("ls ../web/2026/11/24") == "ferry.html")
    let stamp = try tide.bench.text("web/.stet-release").split(separator: "\n")
    #expect(stamp.count == 3 && stamp[0] == "third" && stamp[2].hasSuffix(" pulled"), "\(stamp)")
    #expect(try await tide.must("git log -1 --format=%B refs/stet/outlets/web/desk").contains(made))
  }

  @Test func `a folder that is gone is made again, and one that can't be made is named`()
    async throws
  {
    let tide = try await Self.newsroom()
    try await tide.story("ferry", in: "published")
    try await tide.must("stet release --export; rm -r ../web", as: "mei-tan")
    #expect(try await tide.run("stet export --outlets").status == 0)
    #expect(try await tide.must("ls ../web/2026/11/24") == "ferry.html")

    try await tide.must("stet outlet web --out /proc/none/web")
    let export = try await tide.run("stet export --outlets")
    #expect(export.status == 1, "\(export)")
    #expect(
      export.output.hasPrefix("web  NOT UPDATED, still 2026-11-24.1: /proc/none"), "\(export)")
    #expect(export.output.split(separator: "\n").count == 1, "\(export)")
  }

  @Test func `what the machine is called is made once, and is its own`() async throws {
    let tide = try await Tide()
    try await tide.must(
      """
      sed -i '/^outlets:/d' stet.yml; printf 'outlets: {web: [text]}\\n' >> stet.yml; stet save; cp -r . ../other
      stet outlet web --out ../web; stet -C ../other outlet web --out ../web2
      """)
    let one = try await tide.must("git config stet.machine")
    let other = try await tide.must("git -C ../other config stet.machine")
    #expect(one.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{4}/) != nil, "\(one)")
    #expect(one != other)
    try await tide.must("stet outlet web --out ../web3")
    #expect(try await tide.must("git config stet.machine") == one)
  }

  /// A newsroom whose outlet web is a folder beside it.
  private static func newsroom() async throws -> Tide {
    let tide = try await Tide()
    try await tide.must(
      """
      sed -i '/^outlets:/d' stet.yml; printf 'outlets: {web: [site, rss]}\\n' >> stet.yml; stet save
      git config stet.machine desk; stet outlet web --out ../web
      """)
    return tide
  }
}
