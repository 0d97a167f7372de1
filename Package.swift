// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "earshot",
    products: [.executable(name: "earshot", targets: ["earshot"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "CEarshotTables", exclude: ["tables"]),
        .target(
            name: "EarshotCore", dependencies: ["CEarshotTables", "EarshotEncoder"],
            // Tests run on the optimised build and look at some of the linker's inner steps.
            swiftSettings: strict + [.unsafeFlags(["-enable-testing"], .when(configuration: .release))]),
        .target(
            name: "CEarshotEncoder", exclude: ["encoder.bin", "LICENSE", "NOTICE"],
            // Unoptimised, its kernels are several hundred times slower, and debug builds unusable.
            cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
        .target(name: "EarshotEncoder", dependencies: ["CEarshotEncoder"], swiftSettings: strict),
        .target(
            name: "EarshotIO",
            dependencies: [
                "EarshotCore", "CLibXML2", "CLibZip",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "earshot",
            dependencies: [
                "EarshotCore", "EarshotIO",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // What the scorers see of texts, for the scripts of Models/ that learn from it; not part of the product.
        .executableTarget(
            name: "model-features", dependencies: ["EarshotCore", "EarshotEncoder"], path: "Models/Features",
            swiftSettings: strict),
        .testTarget(
            name: "EarshotCoreTests", dependencies: ["EarshotCore", "EarshotEncoder"], swiftSettings: strict),
        .testTarget(
            name: "EarshotEncoderTests", dependencies: ["EarshotEncoder"], exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "EarshotIOTests", dependencies: ["EarshotIO", "EarshotCore"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "earshotTests", dependencies: ["EarshotIO", "EarshotCore", "earshot"],
            exclude: ["sample-links.csv"], swiftSettings: strict),
    ]
)
