import NetworkModel

/// Pajek networks (`.net`) and projects (`.paj`).
///
/// - Arcs have a direction, edges have none; both may stand as pairs, as lists or as a matrix.
/// - The relation of `*Arcs :2 "name"` is the ties' kind, else a line's label is.
/// - The labels are the ids where they differ from each other, else the numbers are.
/// - A two-mode network (`*Vertices 32 18`) has partners and projects: the first mode takes part in the second.
/// - The first partition of a project gives the sectors, further partitions and vectors are attributes.
/// - Reference: A. Mrvar, V. Batagelj, “Pajek and Pajek-XXL: Reference Manual”, section “Input to Pajek”.
enum PajekFormat: WritableInterchangeFormat {
  static let mixedDirections: Localized? = Localized(
    en: "ties with and without direction are mixed: networkx reads all of them as directed, igraph as undirected",
    de:
      "gerichtete und ungerichtete Beziehungen sind gemischt: networkx liest alle als gerichtet, igraph alle als ungerichtet"
  )

  static let name = "Pajek"
  static let extensions = ["net", "paj"]

  static func recognises(_ beginning: FileBeginning) -> Bool {
    // Some files begin with a remark that is not marked as one.
    if extensions.contains(beginning.fileExtension),
      beginning.lines.contains(where: { $0.starts(with: "*vertices".utf8) })
    {
      return true
    }
    guard let line = beginning.lines.first(where: { $0.first != UInt8(ascii: "%") }) else { return false }
    return ["*vertices", "*network", "*partition", "*arcs", "*edges"].contains { line.starts(with: $0.utf8) }
  }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    var reader = PajekReader(InterchangeText.utf8(bytes), file: file, limits: limits)
    return reader.read()
  }

  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput {
    let fields = NetworkFields(network)
    var losses = InterchangeLosses(format: name)
    losses.loseTables(of: network)
    losses.loseFields(fields, ties: ["weight", "kind"])
    let names = network.distinctNames
    losses.lose(
      zip(names, network.partners).count { $0 != $1.id }, "ids that are not the name", "IDs, die nicht der Name sind")
    let labels = names.map(label)
    losses.lose(
      zip(labels, names).count { $0 != $1 }, "quotes and line breaks in names",
      "Anführungszeichen und Zeilenwechsel in Namen")
    var text = "*Network \(label(network.settings.title ?? "network"))\n*Vertices \(labels.count)\n"
    let places = Places(options.appearance, count: labels.count)
    for (position, label) in labels.enumerated() {
      text += "\(position + 1) \"\(label)\"\(places?.text(position) ?? "")\n"
    }
    for isDirected in [true, false] where network.ties.contains(where: { $0.isDirected == isDirected }) {
      text += isDirected ? "*Arcs\n" : "*Edges\n"
      for tie in network.ties where tie.isDirected == isDirected {
        text += "\(tie.source + 1) \(tie.target + 1) \(tie.strength.shortText)"
        // A label, and not a relation of its own: igraph does not read relations.
        text += tie.kind.map { " l \"\(label($0))\"\n" } ?? "\n"
      }
    }
    return InterchangeOutput(bytes: Array(text.utf8), losses: losses.sentences)
  }

  /// A text that can stand between double quotes on one line.
  private static func label(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result.append("'")
      case "\\": result.append("/")
      case "\u{0}"..." ", "\u{85}", "\u{2028}", "\u{2029}": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Positions between 0 and 1, y downwards.
  private struct Places {
    let places: [(x: Double, y: Double)]

    init?(_ appearance: [InterchangeAppearance], count: Int) {
      let known = appearance.compactMap { look in look.x.flatMap { x in look.y.map { (x: x, y: $0) } } }
      guard count > 0, known.count == count else { return nil }
      let xs = known.map(\.x)
      let ys = known.map(\.y)
      let extent = max(xs.max()! - xs.min()!, ys.max()! - ys.min()!, .leastNormalMagnitude)
      places = known.map { (0.05 + 0.9 * ($0.x - xs.min()!) / extent, 0.95 - 0.9 * ($0.y - ys.min()!) / extent) }
    }

    func text(_ position: Int) -> String {
      func short(_ value: Double) -> String { ((value * 10_000).rounded() / 10_000).description }
      return " \(short(places[position].x)) \(short(places[position].y)) 0.5"
    }
  }
}
