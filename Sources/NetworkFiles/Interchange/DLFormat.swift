import NetworkModel

/// DL, the text format of UCINET.
///
/// - `fullmatrix`, `lowerhalf`, `upperhalf`, `nodelist1`, `edgelist1`, and for two modes `nodelist2`, `edgelist2`; labels
///   in lists or embedded; several matrices, each a kind of tie.
/// - A symmetric matrix gives undirected ties; lists give directed ones unless every pair stands there in both orders.
/// - Two modes are partners and projects: rows take part in columns.
/// - Reference: S. Borgatti et al., “Ucinet for Windows”, help page “DL Language”.
enum DLFormat: WritableInterchangeFormat {
  static let name = "UCINET DL"
  static let extensions = ["dl"]

  static func recognises(_ beginning: FileBeginning) -> Bool {
    guard beginning.begins(with: "dl"), beginning.text.count > 2, beginning.text[2] <= 32 || beginning.text[2] == 44
    else { return false }
    return beginning.contains("data:") || beginning.contains("n=") || beginning.contains("n =")
      || beginning.contains("nr")
  }

  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    var reader = DLReader(InterchangeText.utf8(bytes), file: file, limits: limits)
    return reader.read()
  }

  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput {
    let fields = NetworkFields(network)
    var losses = InterchangeLosses(format: name)
    losses.loseTables(of: network)
    losses.loseFields(fields, ties: ["weight"])
    let names = network.distinctNames
    losses.lose(
      zip(names, network.partners).count { $0 != $1.id }, "ids that are not the name", "IDs, die nicht der Name sind")
    let clean = names.map { name in
      String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\"" ? "'" : $0.value < 32 ? " " : $0 }))
    }
    losses.lose(
      zip(clean, names).count { $0 != $1 }, "quotes and line breaks in names",
      "Anführungszeichen und Zeilenwechsel in Namen")
    let undirected = network.ties.count { !$0.isDirected }
    if undirected > 0, undirected < network.ties.count {
      losses.say(
        Localized(
          en: "DL has no undirected ties beside directed ones; each of the \(undirected) is written in both directions",
          de: "DL kennt neben gerichteten keine ungerichteten Beziehungen; jede der \(undirected) steht in beiden "
            + "Richtungen"))
    }
    var text = "DL n=\(names.count)\nformat = edgelist1\nlabels:\n"
    text += clean.map { "\"\($0)\"\n" }.joined()
    text += "data:\n"
    for tie in network.ties {
      text += "\(tie.source + 1) \(tie.target + 1) \(tie.strength.shortText)\n"
      if !tie.isDirected { text += "\(tie.target + 1) \(tie.source + 1) \(tie.strength.shortText)\n" }
    }
    return InterchangeOutput(bytes: Array(text.utf8), losses: losses.sentences)
  }
}
