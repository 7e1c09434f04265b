import TestSupport
import Testing

/// History that plain git has changed: what stands then is judged again, and nothing is hidden.
@Suite struct RewriteTests {
  @Test func `an amended commit is judged anew, and live follows by hand alone`() async throws {
    let tide = try await Self.newsroom()
    let shown = try await tide.must("git rev-parse live")
    try await tide.must(
      "git -c user.name=Mei -c user.email=mei@tide.example commit -q --amend --no-edit",
      ["GIT_COMMITTER_DATE": "2026-11-24T09:00:00Z"])

    // The words and the acts are the same; the commit that live names is gone.
    let verify = try await tide.run("stet verify")
    #expect(verify.status == 1 && verify.output.contains("live"), "\(verify)")
    try await tide.story("next", in: "review")
    let publish = try await tide.run("stet publish next")
    #expect(publish.status == 2 && publish.error.contains("doctor --fix"), "\(publish)")
    let release = try await tide.run("stet release")
    #expect(release.status == 2 && release.error.contains("doctor --fix"), "\(release)")

    let fix = try await tide.run("stet doctor --fix")
    #expect(fix.status == 0, "\(fix)")
    let kept = try await tide.must("git for-each-ref --format='%(objectname)' refs/stet/was")
    #expect(kept.contains(shown), "\(kept)")
    try await tide.must("stet verify && stet publish next && stet release")
  }

  @Test func `a reset takes the acts back, and what readers had is kept aside`() async throws {
    let tide = try await Self.newsroom()
    try await tide.must("git reset -q --hard HEAD^")

    #expect(try await tide.stages()["tolls"] == "review")
    #expect(try await tide.run("stet verify").status == 1)
    let fix = try await tide.run("stet doctor --fix")
    #expect(fix.status == 0, "\(fix)")
    try await tide.must("stet verify && stet publish tolls && stet release && stet verify")
  }

  @Test func `a rebase that reorders acts is judged by what it made`() async throws {
    let tide = try await Tide()
    try await tide.story("one")
    try await tide.story("two")
    try await tide.must(
      """
      GIT_SEQUENCE_EDITOR="sed -i '1{h;d};2{G}'" git -c user.name=Mei \
      -c user.email=mei@tide.example rebase -q -i HEAD~2
      """)

    #expect(try await tide.stages() == ["one": "draft", "two": "draft"])
    #expect(try await tide.run("stet verify").status == 0)
    try await tide.must("stet submit one two", as: "ana-costa")
  }

  @Test func `a revert of a move is no move`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "edit")
    try await tide.must(
      "git -c user.name=George -c user.email=george@tide.example revert --no-edit HEAD >/dev/null")

    let verify = try await tide.run("stet verify")
    #expect(verify.status == 1 && verify.output.contains("managed"), "\(verify)")
    let approve = try await tide.run("stet approve tolls", as: "george-hall")
    #expect(approve.status == 2, "\(approve)")
    try await tide.must("stet doctor --fix", as: "george-hall")
    try await tide.must("stet approve tolls", as: "george-hall")
    #expect(try await tide.run("stet verify").status == 0)
  }

  @Test func `a merge ends the line until it is taken back`() async throws {
    let tide = try await Self.newsroom()
    let good = try await tide.must("git rev-parse HEAD")
    try await tide.must(
      """
      git switch -q -c side HEAD^
      printf 'x' > side.txt; git add side.txt
      git -c user.name=Mei -c user.email=mei@tide.example commit -qm side
      git switch -q main
      git -c user.name=Mei -c user.email=mei@tide.example merge -q --no-ff -m Merge side
      """)
    let merge = try await tide.must("git rev-parse HEAD")

    for command in [
      "new Storm", "submit draft", "edit draft --kicker X", "note draft -m Hi",
      "release", "doctor --fix", "people retire wei-lin",
    ] {
      let ran = try await tide.run("stet \(command)", as: "mei-tan")
      let expected: Int32 = command.hasPrefix("doctor") ? 1 : 2
      #expect(ran.status == expected, "\(ran)")
      #expect((ran.error + ran.output).contains(String(good.prefix(10))), "\(ran)")
    }
    for command in ["list", "show draft", "log", "why draft", "board", "releases"] {
      try await tide.must("stet \(command)")
    }
    let verify = try await tide.run("stet verify")
    #expect(verify.status == 1 && verify.output.contains(String(merge.prefix(10))), "\(verify)")
    let status = try await tide.run("stet status")
    #expect(status.output.contains(String(merge.prefix(10))), "\(status)")

    try await tide.must("git reset -q --keep \(good)")
    try await tide.must("stet verify && stet submit draft", as: "ana-costa")
  }

  @Test func `live moved by hand is refused, kept aside, and put right`() async throws {
    let tide = try await Self.newsroom()
    let right = try await tide.must("git rev-parse live")
    try await tide.must(
      """
      stet release
      git update-ref refs/heads/live $(git -c user.name=x -c user.email=x@y commit-tree \
      -p live -m 'By hand' live^{tree})
      """)
    let wrong = try await tide.must("git rev-parse live")

    try await tide.story("next", in: "review")
    for command in ["publish next", "release"] {
      let ran = try await tide.run("stet \(command)")
      #expect(ran.status == 2 && ran.error.contains("stet doctor --fix"), "\(ran)")
    }
    #expect(try await tide.run("stet verify").status == 1)

    let fix = try await tide.run("stet doctor --fix")
    #expect(fix.status == 0, "\(fix)")
    #expect(try await tide.must("git rev-parse live") == right)
    let kept = try await tide.must("git for-each-ref --format='%(objectname)' refs/stet/was")
    #expect(kept.contains(wrong), "\(kept)")
    try await tide.must("stet verify && stet publish next && stet release && stet verify")
  }

  @Test func `a side branch and a detached head are read, not changed`() async throws {
    let tide = try await Self.newsroom()
    for place in ["-c side", "--detach"] {
      try await tide.must("git switch -q \(place)")
      try await tide.must("stet list && stet show draft && stet verify")
      let ran = try await tide.run("stet submit draft", as: "ana-costa")
      #expect(ran.status == 2 && ran.error.contains("git switch main"), "\(ran)")
      try await tide.must("git switch -q main")
    }
    try await tide.must("stet submit draft", as: "ana-costa")
  }

  @Test func `git's variables don't lead stet into another repository`() async throws {
    let tide = try await Self.newsroom()
    try await tide.bench.must(
      """
      git init -q other
      git -C other -c user.name=X -c user.email=x@y.example commit -q --allow-empty -m x
      """)
    let other = "\(tide.bench.path)/other"
    let before = try await tide.bench.must("find other -type f | sort | xargs sha1sum")

    let ran = try await tide.bench.run(
      "stet -C tide submit draft",
      [
        "GIT_DIR": "\(other)/.git", "GIT_INDEX_FILE": "\(other)/.git/index",
        "GIT_WORK_TREE": other, "GIT_OBJECT_DIRECTORY": "\(other)/.git/objects",
        "GIT_CEILING_DIRECTORIES": "/", "STET_AS": "ana-costa",
      ])

    #expect(ran.status == 0, "\(ran)")
    #expect(try await tide.bench.must("find other -type f | sort | xargs sha1sum") == before)
    #expect(try await tide.must("git status --short") == "")
  }

  /// A newsroom with `draft`, and `tolls` published by the last act.
  private static func newsroom() async throws -> Tide {
    let tide = try await Tide()
    try await tide.story("draft")
    try await tide.story("tolls", in: "published")
    return tide
  }
}
