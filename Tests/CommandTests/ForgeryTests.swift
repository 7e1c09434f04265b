import Foundation
import TestSupport
import Testing

/// What plain Git can put beside the record reaches no reader, and fools no proof.
@Suite struct ForgeryTests {
  @Test func `a tag beside live is no edition, whatever it says of itself`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "published")
    try await tide.must("stet release", as: "mei-tan")
    try await tide.must(
      """
      git config user.email forger@example.org; git config user.name Forger
      git worktree add -q ../forge live --detach
      cd ../forge
      sed -i 's/^headline: .*/headline: FORGED/' $(git ls-files articles)
      git commit -qam "forged"
      git tag -a 2026-11-25.9 -m "2026-11-25.9: 1 new

      Stet-Previous: $(git describe --abbrev=0 HEAD~1)
      Stet-Made-With: stet 0.1.0"
      """)

    let export = try await tide.run("stet export site --out ../site")
    #expect(export.status == 0, "\(export)")
    #expect(try await tide.run("grep -rq FORGED ../site").status == 1)
    let named = try await tide.run("stet export site --release 2026-11-25.9 --out ../forged")
    #expect(named.status == 2, "\(named)")
    let verify = try await tide.run("stet verify")
    #expect(verify.status == 1 && verify.output.contains("2026-11-25.9"), "\(verify)")
  }

  @Test func `a trailer of main does not tell verify where to end`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    try await tide.must(
      """
      good=$(git rev-parse HEAD)
      sed -i 's/^stage: draft/stage: published/' $(git ls-files articles)
      git -c user.name=Ana -c user.email=ana@ellerytide.example commit -qam "x

      Stet-Source: $good"
      """)

    for name in ["", "HEAD", "main"] {
      let verify = try await tide.run("stet verify \(name)")
      #expect(verify.status == 1, "\(verify)")
    }
  }

  @Test func `an older edition is sound although a later one follows`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "published")
    try await tide.must("stet release morning", as: "mei-tan")
    try await tide.story("ferry", in: "published")
    try await tide.must("stet release evening", as: "mei-tan")

    for name in ["morning", "evening"] {
      let verify = try await tide.run("stet verify \(name)")
      #expect(verify.status == 0, "\(verify)")
    }
  }

  @Test(arguments: ["a\\b", ".git", "git~1", "a\u{1B}b", "\u{FF}"])
  func `a name that no tree may have is named, and mended`(name: String) async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "review")
    // Latin-1, so that the last of them is no UTF-8.
    let file = Data(name.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    try tide.bench.write([UInt8](file), to: "name")
    try await tide.must(
      """
      blob=$(echo hostile | git hash-object -w --stdin)
      tree() { git ls-tree -z "$1"; }
      { printf '100644 blob %s\\t' $blob; cat ../name; printf '\\0'; tree HEAD:articles; } > ../in
      articles=$(git mktree -z < ../in)
      { tree HEAD | tr '\\0' '\\n' | grep -v 'articles$' | tr '\\n' '\\0'
        printf '040000 tree %s\\tarticles\\0' $articles; } > ../in
      export GIT_AUTHOR_NAME=Ana GIT_AUTHOR_EMAIL=ana@ellerytide.example
      export GIT_COMMITTER_NAME=Ana GIT_COMMITTER_EMAIL=ana@ellerytide.example
      git update-ref refs/heads/main \
        $(git commit-tree $(git mktree -z < ../in) -p HEAD -m hostile)
      """)

    let publish = try await tide.run("stet publish tolls", as: "mei-tan")
    #expect(publish.status == 2, "\(publish)")
    #expect(try await tide.run("stet verify").status == 1)
    let doctor = try await tide.run("stet doctor --fix", as: "ana-costa")
    #expect(doctor.status == 0, "\(doctor)")
    #expect(try await tide.run("stet verify").status == 0)
    #expect(try await tide.run("stet publish tolls", as: "mei-tan").status == 0)
  }
}
