// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nothing here is built or tested with regionet.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "regionet", path: "..")],
  targets: [
    .executableTarget(
      name: "graph-benchmark", dependencies: [.product(name: "GraphMeasures", package: "regionet")]),
    .executableTarget(
      name: "kernel-run", dependencies: [.product(name: "GraphMeasures", package: "regionet")]),
    .executableTarget(
      name: "layout-benchmark",
      dependencies: [
        .product(name: "GraphMeasures", package: "regionet"), .product(name: "RegionalNetworks", package: "regionet"),
      ]),
    .executableTarget(
      name: "read-benchmark",
      dependencies: [
        .product(name: "GraphMeasures", package: "regionet"), .product(name: "RegionalNetworks", package: "regionet"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
