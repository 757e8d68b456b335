import NetworkModel

extension MapPlan {
  /// Partners and the projects or meetings they take part in: `--kind projects`, `--kind meetings`.
  func twoMode(_ events: [MapInput.Event]) throws -> MapResult {
    let events = events.filter { !$0.partners.isEmpty }
    guard !events.isEmpty else { throw MapError.nothingToShow(options.kind) }
    let members = Set(events.flatMap(\.partners)).sorted()
    var position = [Int](repeating: 0, count: input.partners.count)
    for (new, old) in members.enumerated() { position[old] = new }

    // The events join as nodes of a sector of their own behind the last.
    let eventGroup = groupNames.count
    let kindName =
      options.kind == .meetings ? words.text("Meeting", "Sitzung") : words.text("Project", "Projekt")
    let nodes =
      members.map { input.partners[$0] }
      + events.map { MapInput.Partner(id: "event \($0.id)", name: $0.name, sector: nil) }
    let ties = events.enumerated().flatMap { number, event in
      event.partners.map { MapInput.Tie(source: position[$0], target: members.count + number) }
    }
    let counts = MapInput(sectors: [], partners: nodes.map { .init(id: $0.id, name: $0.name) }, ties: ties).degrees
    let part = MapInput(
      title: input.title, region: input.region, source: input.source, date: input.date, funding: input.funding,
      language: input.language, sectors: input.sectors,
      partners: nodes.map { .init(id: $0.id, name: $0.name, shortName: $0.shortName, sector: nil, isLead: $0.isLead) },
      ties: ties)
    let groups = members.map { self.groups[$0] } + events.map { _ in eventGroup }
    let plan = MapPlan(
      self, input: part, groups: groups, sizes: counts,
      extra: (
        // White with a rim: far from the sectors of every template in every kind of sight.
        name: kindName, mark: .init(color: MapColor(theme == .bw ? 0x344054 : 0xFFFFFF), shape: .square)
      ),
      sizeName: options.kind == .meetings
        ? words.text("Presences", "Anwesenheiten") : words.text("Participations", "Mitwirkungen"))

    var text =
      words.partners(members.count)
      + words.text(" in ", " in ")
      + (options.kind == .meetings
        ? words.text("\(events.count) meetings", "\(events.count) Sitzungen")
        : words.text("\(events.count) projects", "\(events.count) Projekten"))
    let outside = input.partners.count - members.count
    if outside > 0 {
      let none = options.kind == .meetings ? "keiner" : "keinem"
      text += words.text("; \(words.partners(outside)) in none", "; \(words.partners(outside)) in \(none)")
    }
    var drawing = try PartnerDrawing(plan)
    let frame = try plan.frame(subtitle: text, legend: drawing.legend())
    // A project lies among its partners, whatever their sectors: no hubs.
    let base = BaseLayout(layout: options.layout, seed: options.seed)
    let places = try base.places(
      radii: drawing.extents, groups: groups.map { _ in nil }, ties: drawing.pairs, gap: 14)
    drawing.arrange(
      frame, centers: fitted(places, into: frame.discArea), isFixed: places.map { _ in false },
      gap: max(1.4, 16 * min(1, plan.crowding)))
    var scene = plan.emptyScene(frame, summary: text)
    drawing.addAll(to: &scene) { tie in
      let partner = part.ties[tie].source
      let color = theme.visible(plan.palette.mark(of: groups[partner]).color)
      return .init(
        color: theme == .bw ? theme.tie : color.mixed(with: theme.ground, 0.25).opacity(0xB0),
        width: drawing.widths[tie], classes: "participation")
    }
    return MapResult(
      scene: scene, notes: drawing.notes,
      positions: plan.positions(drawing.arrangement.centers, in: frame.discArea))
  }
}
