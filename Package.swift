// swift-tools-version: 6.2
import PackageDescription

// Data flows from left to right through the targets below; no target imports one to its right
// (ArchitectureTests checks it, and CI builds with `--explicit-target-dependency-import-check error`).

/// CI sets REGIONET_STRICT=1: warnings are errors there, and no obstacle for somebody with a newer compiler.
let strict = Context.environment["REGIONET_STRICT"] == "1"
let settings: [SwiftSetting] = strict ? [.treatAllWarnings(as: .error)] : []

func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
    swiftSettings: settings)
}

let package = Package(
  name: "regionet",
  products: [
    .library(name: "GraphMeasures", targets: ["GraphCore", "GraphMeasures"]),
    .library(
      name: "RegionalNetworks",
      targets: ["NetworkModel", "NetworkFiles", "NetworkAnalysis", "NetworkMaps", "NetworkReports"]),
    .executable(name: "regionet", targets: ["regionet"]),
  ],
  dependencies: [
    // The command line: parsing, help and completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Sector templates, columns.yaml and map.yaml.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Layout and drawing; EPL-licensed, linked, never started as a command.
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    // Streaming XML (sheets, GraphML, GEXF) with entity expansion under control.
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // The zip containers of .xlsx and .ods.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // Writing Excel workbooks.
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    library("NetworkModel"),
    library("GraphvizBinding", ["CGraphviz"]),
    library(
      "NetworkFiles",
      ["NetworkModel", "GraphvizBinding", "CExpat", "CZip", "CXlsxWriter", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("Templates")]),
    library("GraphCore"),
    library("GraphMeasures", ["GraphCore"]),
    library("NetworkAnalysis", ["NetworkModel", "GraphCore", "GraphMeasures"]),
    library("NetworkMaps", ["NetworkModel", "GraphvizBinding", "GraphCore", "GraphMeasures", "NetworkAnalysis"]),
    library("NetworkReports", ["NetworkModel", "NetworkFiles", "NetworkAnalysis", "NetworkMaps"]),
    .executableTarget(
      name: "regionet",
      dependencies: [
        "NetworkModel", "GraphvizBinding", "NetworkFiles", "GraphCore", "GraphMeasures", "NetworkAnalysis",
        "NetworkMaps", "NetworkReports", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    tests(of: "NetworkModel"),
    tests(of: "GraphvizBinding"),
    tests(of: "NetworkFiles", ["NetworkModel"]),
    tests(of: "GraphCore"),
    tests(of: "GraphMeasures", ["GraphCore"], resources: [.copy("Fixtures")]),
    tests(of: "NetworkAnalysis", ["NetworkModel", "GraphCore", "GraphMeasures"]),
    tests(
      of: "NetworkMaps", ["NetworkModel", "NetworkFiles", "GraphCore", "NetworkAnalysis", "GraphvizBinding"],
      resources: [.copy("Golden")]),
    tests(of: "NetworkReports", ["NetworkModel", "NetworkFiles", "NetworkAnalysis"]),
    .testTarget(name: "CommandTests", dependencies: ["regionet"], swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["NetworkModel", "NetworkFiles", "GraphCore", "GraphMeasures", "NetworkAnalysis"],
      exclude: ["Fixtures"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
