import NetworkModel

extension MapPlan {
  /// Two states of a network in one picture: `--kind change`.
  ///
  /// What stayed is grey, ties that came are solid and ringed partners are new; what went is dashed.
  func change() throws -> MapResult {
    var drawing = try PartnerDrawing(self)
    let changes = options.changes
    let gain = theme == .bw ? theme.ink : MapColor(theme == .dark ? 0x6CB6FF : 0x0B62A4)
    let loss = theme == .bw ? theme.ink : MapColor(theme == .dark ? 0xFF8A5B : 0xC2410C)
    let kept = theme.tie.mixed(with: theme.ground, 0.4).opacity(0xB0)
    let keptTies = input.ties.count - changes.newTies.count - changes.lostTies.count

    var legend = drawing.legend()
    legend.samples = [
      .init(
        text: words.text("kept: \(words.ties(keptTies))", "geblieben: \(words.ties(keptTies))"), color: kept, width: 2,
        dash: .solid)
    ]
    if !changes.newTies.isEmpty || !changes.newPartners.isEmpty {
      legend.samples.append(
        .init(text: words.text("new (partners: ring)", "neu (Partner: Ring)"), color: gain, width: 2.6, dash: .solid))
    }
    if !changes.lostTies.isEmpty || !changes.lostPartners.isEmpty {
      legend.samples.append(
        .init(
          text: words.text("lost (partners: hollow)", "weggefallen (Partner: hohl)"), color: loss, width: 2.2,
          dash: .dashed))
    }
    let summary = changeSummary(changes)
    let frame = try frame(subtitle: summary, legend: legend)
    drawing.widen(changes.newPartners.filter { input.partners.indices.contains($0) }, by: 5)
    let (centers, isFixed) = try networkPlaces(frame, drawing)
    drawing.arrange(frame, centers: centers, isFixed: isFixed, gap: max(1.4, 18 * min(1, crowding)))

    var scene = emptyScene(frame, summary: summary)
    drawing.addAll(to: &scene) { position in
      let tie = input.ties[position]
      let pair = MapPair(tie.source, tie.target)
      if changes.newTies.contains(pair) {
        return .init(color: gain.opacity(0xD0), width: drawing.widths[position], classes: "tie new")
      }
      if changes.lostTies.contains(pair) {
        return .init(color: loss.opacity(0xD0), width: drawing.widths[position], dash: .dashed, classes: "tie lost")
      }
      return .init(color: kept, width: drawing.widths[position])
    }
    for partner in input.partners.indices {
      let center = scene.nodes[partner].center
      if changes.newPartners.contains(partner) {
        scene.nodes[partner].classes += " new"
        scene.shapes.append(
          .disc(
            center: center, radius: scene.nodes[partner].radius + 3.5, fill: nil, line: gain, width: 2.4, dash: .solid))
      } else if changes.lostPartners.contains(partner) {
        scene.nodes[partner].classes = "partner lost"
        scene.nodes[partner].fill = theme.ground
        scene.nodes[partner].line = loss
        scene.nodes[partner].lineWidth = 1.8
        scene.nodes[partner].dash = .dashed
      }
    }
    return MapResult(
      scene: scene, notes: drawing.notes, positions: positions(drawing.arrangement.centers, in: frame.discArea))
  }

  private func changeSummary(_ changes: MapChanges) -> String {
    func part(_ count: (Int) -> String, _ came: Int, _ went: Int) -> String {
      words.text("\(count(came)) new, \(count(went)) lost", "\(count(came)) neu, \(count(went)) weggefallen")
    }
    return part(words.partners, changes.newPartners.count, changes.lostPartners.count) + " · "
      + part(words.ties, changes.newTies.count, changes.lostTies.count)
  }
}
