import Foundation
import TestSupport
import Testing

/// Pictures come in with smaller sizes where libvips is, and go out with their story alone.
@Suite struct MediaTests {
  private static let hasVips = FileManager.default.isExecutableFile(
    atPath: "/usr/bin/vipsthumbnail")

  /// A newsroom with a picture of 1600 by 800 pixels beside it.
  private func tide() async throws -> Tide {
    let tide = try await Tide()
    try await tide.must(
      """
      vips gaussnoise noise.v 1600 800 && vips cast noise.v ../quay.v uchar && rm noise.v
      for kind in jpg png webp; do vips copy ../quay.v ../quay.$kind; done
      """)
    return tide
  }

  @Test(.enabled(if: hasVips, "libvips-tools is not installed"))
  func `sizes come with the picture, in one commit, and go out with its story`() async throws {
    let tide = try await tide()
    try await tide.story("mayor", in: "draft")
    let ran = try await tide.run(
      """
      stet media add ../quay.jpg --alt Quay --credit Rui --to mayor --as ana-costa
      stet media add ../quay.png --alt Quay 2> /dev/null; stet media add ../quay.webp --alt Quay 2> /dev/null
      git show --name-only --format= HEAD~2 | sort
      for width in 640 1280; do
        for kind in jpg png webp; do
          vipsheader -f width media/2026/11/quay-${width}w.$kind
        done
      done | sort | uniq -c | tr -s ' '
      stet media add ../quay.jpg --alt Quay 2> /dev/null
      ls .git/stet | grep -c pictures
      stet submit mayor --as ana-costa > /dev/null; stet approve mayor --as george-hall > /dev/null
      stet publish mayor > /dev/null
      git ls-tree -r --name-only live media/
      stet verify > /dev/null; echo $?
      """)
    #expect(
      ran.output.split(separator: "\n").map(String.init) == [
        "Added media/2026/11/quay.jpg, on mayor.",
        "With it for smaller screens: 640 and 1280 pixels wide.",
        "Left out: what its file said besides, as where it was taken.",
        "Added media/2026/11/quay.png.", "With it for smaller screens: 640 and 1280 pixels wide.",
        "Added media/2026/11/quay.webp.", "With it for smaller screens: 640 and 1280 pixels wide.",
        "Left out: what its file said besides, as where it was taken.",
        "articles/2026/11/24/mayor.md", "media/2026/11/quay-1280w.jpg",
        "media/2026/11/quay-640w.jpg", "media/2026/11/quay.jpg", " 3 1280", " 3 640",
        "Added media/2026/11/quay.jpg.",
        "Left out: what its file said besides, as where it was taken.", "0",
        "media/2026/11/quay-1280w.jpg", "media/2026/11/quay-640w.jpg", "media/2026/11/quay.jpg",
        "0",
      ], "\(ran)")
  }

  @Test(.enabled(if: hasVips, "libvips-tools is not installed"))
  func `without libvips the picture goes in alone, and a hint says so`() async throws {
    let tide = try await tide()
    let ran = try await tide.run(
      """
      stet=$(command -v stet); mkdir ../empty
      PATH=$PWD/../empty $stet media add ../quay.jpg --alt Quay 2>&1 | head -3
      git show --name-only --format=
      """)
    #expect(
      ran.output.split(separator: "\n").map(String.init) == [
        "Added media/2026/11/quay.jpg.",
        "Left out: what its file said besides, as where it was taken.",
        "hint: readers with small screens get the picture in full: smaller sizes need vipsthumbnail "
          + "(apt install libvips-tools)", "media/2026/11/quay.jpg",
      ], "\(ran)")
  }

  @Test(arguments: SamplePicture.allCases)
  func `what a camera wrote is neither kept nor exported`(_ picture: SamplePicture) async throws {
    let tide = try await Tide()
    try tide.bench.write(picture.bytes, to: "camera.\(picture)")
    try await tide.story("mayor", in: "draft")
    // One comes in by the command, one by plain Git.
    let name = picture == .jpeg ? "jpg" : picture.rawValue
    try await tide.must(
      "stet media add ../camera.\(picture) --alt A --to mayor --as ana-costa > /dev/null")
    try await tide.commit("cp ../camera.\(picture) media/2026/11/by-hand.\(picture)")
    let ran = try await tide.run(
      """
      grep -c Canary media/2026/11/camera.\(name)
      printf 'Words.\\n\\n![By hand](media/2026/11/by-hand.\(picture))\\n' |
        stet edit mayor --body - --as ana-costa > /dev/null
      stet submit mayor --as ana-costa > /dev/null; stet approve mayor --as george-hall > /dev/null
      stet publish mayor > /dev/null; stet release > /dev/null 2>&1
      stet export site --out ../out > /dev/null
      ls ../out/media/2026/11; grep -rlE 'Canary|xmpmeta' ../out | wc -l
      """)
    #expect(
      ran.output.split(separator: "\n").map(String.init) == [
        "0", "by-hand.\(picture)", "camera.\(name)", "0",
      ], "\(ran)")
  }

  /// Wrong ones are refused with the reason, and nothing is changed.
  @Test(arguments: [
    ("printf '<html></html>' > ../a.jpg", "a.jpg is a web page, not a picture"),
    (
      "printf '<svg><script/></svg>' > ../a.svg",
      "a.svg is an SVG: opened by itself it could run scripts in a reader's browser"
    ),
    ("printf '' > ../a.jpg", "a.jpg is empty"),
    ("head -c 60 ../camera.png > ../a.png", "a.png ends early: part of the picture is missing"),
    (
      "{ head -c 16 ../camera.png; printf '\\0\\0\\352\\140\\0\\0\\352\\140'; tail -c +25 ../camera.png; } > ../a.png",
      "a.png says that it has 60000 × 60000 pixels; 100 million are the most"
    ),
    ("cp ../camera.png ../a.jpg", "a.jpg holds png, not what its name says"),
    ("cp ../camera.png ../a", "a holds png, not what its name says"),
    ("printf 'GIF89a' > ../a.gif", "a.gif is damaged: it can't be read as a picture"),
    ("mkdir ../a.jpg", "../a.jpg is no file"), ("mkfifo ../a.jpg", "../a.jpg is no file"),
    ("ln -s /dev/zero ../a.jpg", "../a.jpg is no file"),
    ("truncate -s 30M ../a.jpg", "a.jpg is larger than 20 MiB"),
    ("printf '\\0\\0\\0\\30ftypheic' > ../a.jpg", "a.jpg is a HEIC, which few browsers show"),
  ]) func `what is no picture is refused`(making: String, said: String) async throws {
    let tide = try await Tide()
    try tide.bench.write(SamplePicture.png.bytes, to: "camera.png")
    let ran = try await tide.run(
      """
      \(making); before=$(git rev-parse HEAD)
      stet media add ../a* --alt A; echo $?
      [ $before = $(git rev-parse HEAD) ] && git status --short
      """)
    #expect(ran.output == "1\n", "\(ran)")
    #expect(ran.error.hasPrefix("stet: error: \(said)\n"), "\(ran)")
  }

  @Test(arguments: [
    ("Ponte 25 de Abril à noite.png", "ponte-25-de-abril-a-noite.png"), ("AUX.png", "the-aux.png"),
    ("橋.png", "picture.png"), ("quay-640w.png", "quay-640w-2.png"),
  ]) func `any name becomes one that every machine takes`(name: String, here: String) async throws {
    let tide = try await Tide()
    try tide.bench.write(SamplePicture.png.bytes, to: name)
    let ran = try await tide.run("stet media add \"../\(name)\" --alt A | head -1")
    #expect(ran.output == "Added media/2026/11/\(here).\n", "\(ran)")
  }
}
