import NetworkModel

/// The sector templates that come with regionet, and those in files.
public enum SectorTemplates {
  /// The built-in templates as YAML, in the order in which they are listed.
  private static let sources: [(id: String, yaml: @Sendable () -> [UInt8])] = [
    ("lernende-region", { PackageResources.lernende_region_yaml }),
    ("leader-lag", { PackageResources.leader_lag_yaml }),
    ("health-region", { PackageResources.health_region_yaml }),
    ("musterland", { PackageResources.musterland_yaml }),
  ]

  /// The ids of the built-in templates.
  public static var builtInNames: [String] { sources.map(\.id) }

  /// The YAML text of a built-in template: where a template of one's own begins. nil where there is none of this name.
  public static func yaml(named name: String) -> [UInt8]? { sources.first { $0.id == name }?.yaml() }

  /// A built-in template; nil where there is none of this name.
  public static func builtIn(named name: String) -> SectorTemplate? {
    guard let yaml = yaml(named: name) else { return nil }
    // A mistake in a file that is built in is a programmer's; the tests read them all.
    return try? TemplateReading.read(FileBytes(yaml), file: name + ".yaml")
  }

  /// Reads a template from a file.
  ///
  /// - Throws: all the mistakes in it, located and explained.
  public static func load(_ path: String) throws(UnreadableInput) -> SectorTemplate {
    try TemplateReading.read(FileBytes.read(path), file: path.fileName)
  }

  /// The template a user names: a built-in one by its id, or a file, by its path or beside the dataset.
  ///
  /// - Parameter dataset: the path of the dataset; a file of the name given, or that with `.yaml`, may lie beside it or in
  ///   it.
  public static func find(_ name: String, dataset: String? = nil) throws(UnreadableInput) -> SectorTemplate {
    if let template = builtIn(named: name) { return template }
    var paths = [name]
    if let dataset, dataset != "-" {
      for folder in [dataset + "/", dataset.folderName] { paths += [folder + name, folder + name + ".yaml"] }
    }
    for path in paths where PathKind(path) == .file { return try load(path) }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.utf8.contains(UInt8(ascii: "/")) {
      return try load(name)
    }
    throw UnreadableInput(
      .unknownTemplate, at: nil,
      Localized(
        en: "there is no template \"\(name)\"; there are \(builtInNames.joined(separator: ", ")), or give a file",
        de:
          "es gibt keine Vorlage „\(name)“; es gibt \(builtInNames.joined(separator: ", ")), oder geben Sie eine Datei an"
      ),
      suggestion: nearestWord(to: name, among: builtInNames))
  }
}
