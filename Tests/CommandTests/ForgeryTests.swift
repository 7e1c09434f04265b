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
}
