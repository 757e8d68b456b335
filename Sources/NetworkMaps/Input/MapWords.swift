import NetworkModel

/// The words of maps, in both languages.
struct MapWords {
  let language: Language

  func text(_ english: String, _ german: String) -> String { language == .german ? german : english }

  var network: String { text("Network", "Netzwerk") }
  var sector: String { text("Sector", "Sektor") }
  var community: String { text("Community", "Gruppe") }
  var withoutSector: String { text("no sector", "ohne Sektor") }
  var missing: String { text("missing", "fehlt") }
  var ties: String { text("Ties", "Beziehungen") }
  var strength: String { text("Strength of the tie", "Stärke der Beziehung") }
  var trust: String { text("Trust", "Vertrauen") }
  var source: String { text("Source", "Quelle") }
  var asOf: String { text("as of", "Stand") }

  func partners(_ count: Int) -> String {
    count == 1 ? text("1 partner", "1 Partner") : text("\(whole(count)) partners", "\(whole(count)) Partner")
  }

  func sectors(_ count: Int) -> String {
    count == 1 ? text("1 sector", "1 Sektor") : text("\(count) sectors", "\(count) Sektoren")
  }

  func ties(_ count: Int) -> String {
    count == 1 ? text("1 tie", "1 Beziehung") : text("\(whole(count)) ties", "\(whole(count)) Beziehungen")
  }

  func whole(_ count: Int) -> String { NumberText.whole(count, in: language) }

  /// With at most two decimals, as the language writes it.
  func number(_ value: Double) -> String {
    let hundredths = Int((min(abs(value), 1e12) * 100).rounded())
    let sign = value < 0 && hundredths > 0 ? "−" : ""
    var text = sign + whole(hundredths / 100)
    if hundredths % 100 != 0 {
      let rest = hundredths % 100
      let decimals = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
      text += (language == .german ? "," : ".") + decimals
    }
    return text
  }
}
