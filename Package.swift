// swift-tools-version: 6.2

// The list of targets is the architecture: read it from the top, nothing depends upward.

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// `make release` links everything statically; no other build sets the variable.
let linking: [LinkerSetting] =
  Context.environment["STET_LINK"] == "static"
  ? [.unsafeFlags(["-static-executable", "-Xlinker", "-s"])] : []

let package = Package(
  name: "stet",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
    .package(url: "https://github.com/LebJe/TOMLKit.git", from: "0.6.0"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox.git", from: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "CMarkdown", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(
      name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .target(name: "CStartup"),
    .target(name: "CXMLReader", dependencies: ["CLibxml2"]),
    .target(name: "CXMLWriter", dependencies: ["CLibxml2"]),
    .target(name: "CZip", dependencies: ["CMinizip"]),
    .target(
      name: "Workflows", path: "workflows", sources: ["Workflows.swift"],
      resources: [
        .embedInCode("standard.yml"), .embedInCode("breaking.yml"), .embedInCode("wire.yml"),
        .embedInCode("solo.yml"),
      ], swiftSettings: strict),
    .target(name: "Git", dependencies: ["CLibgit2", "CStartup"], swiftSettings: strict),
    .target(
      name: "Editorial",
      dependencies: [
        .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
    .target(
      name: "Catalog",
      dependencies: ["Editorial", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "Export",
      dependencies: [
        "Editorial", "CMarkdown", "CXMLWriter", "CZip",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ], swiftSettings: strict),
    .target(
      name: "Import",
      dependencies: [
        "Editorial", "CXMLReader", .product(name: "Yams", package: "Yams"),
        .product(name: "TOMLKit", package: "TOMLKit"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
    .target(
      name: "Newsroom",
      dependencies: [
        "Editorial", "Git", "Catalog", "Export", "Import", "Workflows",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "stet",
      dependencies: [
        "Newsroom", "Editorial", "Catalog", "Export", "Git", "Import",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict, linkerSettings: linking),
    .target(
      name: "TestSupport",
      dependencies: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "GitTests", dependencies: ["Git", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "EditorialTests", dependencies: ["Editorial", "Workflows"], swiftSettings: strict),
    .testTarget(
      name: "CatalogTests", dependencies: ["Catalog", "Editorial", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExportTests", dependencies: ["Export", "Editorial", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ImportTests",
      dependencies: ["Import", "Export", "Editorial", "Workflows", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsroomTests", dependencies: ["Newsroom", "Git", "Catalog", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["stet", "TestSupport"], exclude: ["Transcripts"],
      swiftSettings: strict),
  ]
)
