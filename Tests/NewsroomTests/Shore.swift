import TestSupport

/// Commits on `live` made by hand, as withdrawals and pulls will make them: what exports and lists make
/// of them is asked here, whoever makes them.
struct Shore {
  let tide: Tide

  /// A newsroom with an outlet `web` (site and text) whose folder is beside it.
  init() async throws {
    tide = try await Tide()
    try await tide.must(
      """
      sed -i '/^outlets:/d' stet.yml; printf 'outlets:\\n  web: [site, text]\\n' >> stet.yml; stet save
      git config stet.machine desk
      stet outlet web --out ../web
      """)
  }

  static func path(_ slug: String) -> String { "articles/2026/11/24/\(slug).md" }

  /// A story as readers see it that was withdrawn.
  func withdraw(_ slug: String) async throws {
    try await commit(
      slug, "withdraw",
      """
      { git show live:\(Self.path(slug)) | grep -e '^---' -e '^id:' -e '^version:' -e '^published:' |
          head -4
        echo 'publication: withdrawn'
        echo 'notices: [{kind: retraction, version: 1, at: 2026-11-24T09:00:00Z, text: It was wrong.}]'
        echo '---'
      } > ../file; put \(Self.path(slug)) ../file
      """)
  }

  /// A story of which readers see nothing any more.
  func pull(_ slug: String) async throws {
    try await commit(slug, "pull", "git update-index --force-remove \(Self.path(slug))")
  }

  /// A story's version on `live`, with words of its own.
  func put(_ slug: String, version: Int, kind: String? = nil) async throws {
    try await commit(
      slug, "publish",
      """
      printf -- '---\\nid: %s\\nheadline: About \(slug)\\nversion: \(version)\\n' $id > ../file
      printf 'published: 2026-11-24T08:10:00Z\\n---\\nWords of version \(version).\\n' >> ../file
      put \(Self.path(slug)) ../file
      """, kind: kind)
  }

  private func commit(
    _ slug: String, _ subject: String, _ change: String, kind: String? = nil
  ) async throws {
    let further = kind.map { "\nStet-Kind: \($0)" } ?? ""
    try await tide.must(
      """
      export GIT_INDEX_FILE="$PWD/../index" GIT_AUTHOR_NAME=Mei GIT_AUTHOR_EMAIL=mei@x.invalid
      export GIT_COMMITTER_NAME=Mei GIT_COMMITTER_EMAIL=mei@x.invalid
      put() { git update-index --add --cacheinfo 100644,$(git hash-object -w "$2"),$1; }
      id=$(sed -n 's/^id: //p' $(ls \(Self.path(slug))))
      git read-tree live
      \(change)
      made=$(git commit-tree $(git write-tree) -p live -m "\(subject): \(slug)

      Stet-Story: $id\(further)")
      git update-ref refs/heads/live $made; rm -f "$GIT_INDEX_FILE"
      """)
  }

  func page(_ slug: String) throws -> String { try tide.bench.text("web/2026/11/24/\(slug).html") }

  /// The edition that the outlet's folder says it holds, and what it says was taken down.
  func stamp() throws -> [String] {
    try tide.bench.text("web/.stet-release").split(separator: "\n").map(String.init)
  }

  func tip() async throws -> String { try await tide.must("git rev-parse live") }
}
