/// What stands round a map: title, reading aid, legend, source and day.
extension MapPlan {
  /// Source, day and funding, as the last lines of the sheet.
  var footer: [String] {
    var parts: [String] = []
    if let source { parts.append("\(words.source): \(source)") }
    if let date { parts.append("\(words.asOf): \(date)") }
    return [parts.joined(separator: " · "), funding ?? ""].filter { !$0.isEmpty }
  }

  var source: String? { options.source ?? input.source }
  var date: String? { options.date ?? input.date }
  var funding: String? { options.funding ?? input.funding }

  /// - Parameters:
  ///   - subtitle: what the map shows; a subtitle of one's own takes its place.
  ///   - aid: how the map is to be read; it stays beside a subtitle of one's own.
  func frame(subtitle: String, aid: String = "", legend: LegendContent) throws -> MapFrame {
    let own = options.subtitle.flatMap { $0.isEmpty ? nil : $0 }
    return try MapFrame(
      page: page, theme: theme, title: title, subtitle: own ?? Self.sentences(subtitle, aid),
      aid: own == nil ? "" : aid,
      foot: FootContent(lines: footer, logos: options.logos, side: options.logoSide), legend: legend, ruler: ruler)
  }

  private static func sentences(_ first: String, _ second: String) -> String {
    first.isEmpty || second.isEmpty ? first + second : "\(first). \(second)"
  }

  /// An empty scene with the frame's shapes and labels.
  func emptyScene(_ frame: MapFrame, summary: String, aid: String = "") -> MapScene {
    var scene = MapScene(
      page: page, language: words.language, ground: theme.ground, title: TextWrap.oneLine(title),
      summary: TextWrap.oneLine(Self.sentences(options.subtitle ?? summary, aid)))
    scene.shapes = frame.shapes
    scene.labels = frame.labels
    scene.legend = frame.legend
    scene.logos = frame.logos
    scene.source = source.map(TextWrap.oneLine)
    scene.date = date.map(TextWrap.oneLine)
    scene.funding = funding.map(TextWrap.oneLine)
    return scene
  }
}
