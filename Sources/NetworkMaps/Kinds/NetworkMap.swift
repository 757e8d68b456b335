import NetworkModel

/// Maps of a network.
public enum NetworkMap {
  /// The picture that `options` ask for.
  ///
  /// - Parameter measuring: knows how much room text takes; the fonts that will draw it unless a test says otherwise.
  /// - Throws: `MapError`, or a `GraphvizError` where a layout fails.
  public static func scene(
    of input: MapInput, options: MapOptions = MapOptions(), measuring: any TextMeasuring = GraphvizFonts()
  ) throws -> MapResult {
    var plan = try MapPlan(input, options, measuring)
    let result = try drawn(&plan)
    let notes = result.notes + plan.cutTexts(in: result.scene) + plan.uncertainSigns(in: result.scene) + plan.strangers
    return MapResult(scene: result.scene, notes: notes, positions: result.positions)
  }

  private static func drawn(_ plan: inout MapPlan) throws -> MapResult {
    var result = try draw(plan)
    // Smaller letters before names are left out.
    guard plan.options.maxLabels == nil, plan.input.partners.count <= MapPlan.shrinkLimit else { return result }
    for factor in [0.86, 0.74] where result.unnamed > 0 {
      plan.textFactor = factor
      let smaller = try draw(plan)
      if smaller.unnamed < result.unnamed { result = smaller }
    }
    return result
  }

  private static func draw(_ plan: MapPlan) throws -> MapResult {
    let (input, options) = (plan.input, plan.options)
    switch options.kind {
    case .network: return try plan.network()
    case .sectors: return try plan.sectors()
    case .wheel, .islands, .onion:
      // Beyond this no ring and no island has room for its partners.
      guard input.partners.count <= MapPlan.wheelLimit else { return try plan.sectorsInstead() }
      switch options.kind {
      case .wheel: return try plan.wheel()
      case .islands: return try plan.islands()
      default: return try plan.onion()
      }
    case .ego: return try plan.ego()
    case .projects: return try plan.twoMode(input.projects)
    case .meetings: return try plan.twoMode(input.meetings)
    case .geo: return try plan.geo()
    case .gaps: return try plan.gapMap()
    case .change: return try plan.change()
    }
  }
}

extension MapResult {
  /// Partners that are drawn without their names.
  var unnamed: Int { scene.unnamed }
}

/// What the kinds of map have in common: the input, checked, and the sizes, marks and words derived from it.
struct MapPlan {
  let input: MapInput
  let options: MapOptions
  let theme: MapTheme
  let words: MapWords
  let ruler: TextRuler
  let page: MapScene.Page
  /// The group whose colour each partner has: its sector or its community.
  let groups: [Int?]
  /// Names and marks of the groups.
  let groupNames: [String]
  let palette: MapPalette
  /// What decides how large each partner is.
  let sizes: [Double]
  let sizeName: String
  /// How much smaller letters are than the network's size asks for.
  var textFactor = 1.0

  init(_ input: MapInput, _ options: MapOptions, _ measuring: any TextMeasuring) throws {
    self.input = input
    self.options = options
    theme = options.theme
    words = MapWords(language: options.language ?? input.language)
    ruler = TextRuler(measuring)
    page = MapFrame.page(options.paper, options.orientation)
    precondition((0...1).contains(options.sectorPull), "a sector pull is 0 ... 1")
    try Self.checkTexts(input, options)
    for (id, place) in options.positions.sorted(by: { $0.key < $1.key }) where !place.isFinite {
      throw MapError.badPosition(partner: id)
    }
    if options.width == .trust, !input.ties.isEmpty, !input.ties.contains(where: { $0.trust != nil }) {
      throw MapError.noTrust
    }
    if let size = options.size {
      let values = size.values.map { $0.isNaN ? 0 : $0 }
      guard values.count == input.partners.count, values.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
        throw MapError.badSizes(size.name)
      }
      sizes = values
      sizeName = size.name
    } else {
      sizes = input.degrees
      sizeName = words.ties
    }
    if let communities = options.communities {
      guard communities.count == input.partners.count, communities.allSatisfy(input.partners.indices.contains) else {
        throw MapError.badCommunities
      }
      groups = communities.map { $0 }
      let count = (communities.max() ?? -1) + 1
      let words = words
      groupNames = (0..<count).map { "\(words.community) \($0 + 1)" }
      palette = MapPalette(
        sectors: groupNames.map { MapInput.Sector(id: $0, name: $0) }, theme: theme, choice: options.palette)
    } else {
      groups = input.partners.map(\.sector)
      groupNames = input.sectors.map(\.name)
      palette = MapPalette(
        sectors: input.sectors, theme: theme, choice: options.palette, colors: options.colors)
    }
  }

  /// A plan for part of the partners, with the marks and the words of the whole.
  ///
  /// - Parameter extra: a group behind the last.
  init(
    _ whole: MapPlan, input: MapInput, groups: [Int?], sizes: [Double],
    extra: (name: String, mark: MapPalette.Mark)? = nil, sizeName: String? = nil
  ) {
    self.input = input
    self.groups = groups
    self.sizes = sizes
    self.sizeName = sizeName ?? whole.sizeName
    options = whole.options
    textFactor = whole.textFactor
    theme = whole.theme
    words = whole.words
    ruler = whole.ruler
    page = whole.page
    groupNames = whole.groupNames + (extra.map { [$0.name] } ?? [])
    palette = extra.map { MapPalette(whole.palette, adding: $0.mark) } ?? whole.palette
  }

  /// Partners that a wheel, or islands, can show one by one.
  static let wheelLimit = 400

  /// Up to so many partners a map is drawn again with smaller letters where names found no room.
  static let shrinkLimit = 200

  /// How much smaller discs and names are where there are many.
  var crowding: Double { min(1.1, (42 / Double(max(input.partners.count, 1))).squareRoot()) }

  /// The radius of a disc whose area grows evenly with the value.
  func radius(_ value: Double) -> Double {
    let k = max(crowding, 0.12)
    let largest = 32 * k
    guard !options.isEqualSize else { return max(13 * k, 2) }
    let top = sizes.max() ?? 0
    let smallest = max(7.2 * k, 1.6)
    let share = top > 0 ? value / top : 0
    return (smallest * smallest + (largest * largest - smallest * smallest) * share).squareRoot()
  }

  /// The width of each tie, and the steps for the legend; nil where all are alike.
  func tieWidths() -> (widths: [Double], legend: LegendContent.Scale?) {
    let k = min(1, max(0.25, crowding))
    let values: [Double]
    switch options.width {
    case .none: return ([Double](repeating: 1.2 * k, count: input.ties.count), nil)
    case .strength: values = input.ties.map(\.strength)
    case .trust: values = input.ties.map { $0.trust ?? 0 }
    }
    let top = values.max() ?? 0
    let bottom = values.min() ?? 0
    guard top > 0, top > bottom else { return ([Double](repeating: 1.2 * k, count: input.ties.count), nil) }
    func width(_ value: Double) -> Double { (0.7 + 4.5 * power(value / top, 1.2)) * k }
    let steps = Self.roundSteps(low: bottom, high: top)
    let scale = LegendContent.Scale(
      title: options.width == .trust ? words.trust : words.strength,
      steps: steps.map { (words.number($0), width($0)) })
    return (values.map(width), scale)
  }

  /// The sizes in the legend.
  func sizeLegend() -> LegendContent.Scale? {
    guard !options.isEqualSize, let top = sizes.max(), top > 0, let bottom = sizes.min(), bottom < top else {
      return nil
    }
    let steps = Self.roundSteps(low: bottom, high: top)
    return LegendContent.Scale(title: sizeName, steps: steps.map { (words.number($0), radius($0)) })
  }

  /// Up to three round numbers from `low` to `high`, both near the ends.
  static func roundSteps(low: Double, high: Double) -> [Double] {
    func rounded(_ value: Double) -> Double {
      guard value > 0 else { return 0 }
      var unit = 1.0
      while unit > value { unit /= 10 }
      while unit * 10 <= value { unit *= 10 }
      for step in [10, 5, 4, 3, 2.5, 2, 1.5, 1] where step * unit <= value * 1.0001 { return step * unit }
      return value
    }
    let isWhole = low == low.rounded() && high == high.rounded() && high < 1000
    func nice(_ value: Double) -> Double { isWhole ? value.rounded() : rounded(value) }
    let bottom = low > 0 ? (isWhole ? low : rounded(low)) : isWhole ? 1 : 0
    var steps = [bottom]
    for value in [nice((low + high) / 2), nice(high)] where value > steps.last! { steps.append(value) }
    return steps
  }

  /// Sectors (or communities) that have partners, with their counts, and a line for partners without one.
  func legendEntries(showMissing: Bool = false) -> [LegendContent.Entry] {
    var counts = [Int](repeating: 0, count: groupNames.count)
    var without = 0
    for group in groups { if let group { counts[group] += 1 } else { without += 1 } }
    var entries: [LegendContent.Entry] = []
    for (group, name) in groupNames.enumerated() {
      let isMissing = self.isMissing(group) && counts[group] == 0
      guard counts[group] > 0 || (isMissing && showMissing) else { continue }
      entries.append(
        .init(
          name: isMissing ? "\(name) (\(words.missing))" : name, mark: palette.marks[group],
          count: isMissing ? nil : counts[group], isMissing: isMissing))
    }
    if without > 0 {
      entries.append(.init(name: words.withoutSector, mark: palette.unknown, count: without))
    }
    return entries
  }

  var title: String {
    if let title = options.title ?? input.title { return title }
    return input.region.map { "\(words.network) \($0)" } ?? words.network
  }

  /// Ids for the SVG: letters and digits of the partner's id, unique.
  func elementIDs() -> [String] {
    var used = Set<String>()
    return input.partners.enumerated().map { position, partner in
      var id = "partner-" + Self.slug(partner.id)
      if !used.insert(id).inserted {
        id += "-\(position)"
        used.insert(id)
      }
      return id
    }
  }

  static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars.prefix(60) {
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || scalar == "_"
      slug.unicodeScalars.append(isPlain ? scalar : "-")
    }
    return slug
  }

  /// The node of a partner at its place.
  func node(_ partner: Int, id: String, center: MapPoint, radius: Double) -> MapNode {
    let mark = palette.mark(of: groups[partner])
    let name = TextWrap.oneLine(input.partners[partner].name)
    let outline = theme.outline(of: mark.color)
    return MapNode(
      id: id, tooltip: name, center: center, radius: radius * mark.shape.cornerRadius, shape: mark.shape,
      fill: mark.color, line: outline ?? theme.rim,
      lineWidth: outline == nil ? min(2, radius * 0.2) : min(1.8, radius * 0.25),
      classes: groups[partner].map { "partner sector-\($0 + 1)" } ?? "partner no-sector")
  }

  /// Position of the partner a map looks from: the one named, else the lead, of several the most central.
  func lookout() throws(MapError) -> Int {
    if let id = options.partner {
      guard let partner = input.partners.firstIndex(where: { $0.id == id }) else { throw .unknownPartner(id) }
      return partner
    }
    let leads = input.partners.indices.filter { input.partners[$0].isLead }
    guard let lead = leads.max(by: { (sizes[$0], -$0) < (sizes[$1], -$1) }) else { throw .noCenter(options.kind) }
    return lead
  }

  /// The share of the drawing area that a point has.
  func share(of point: MapPoint, in area: MapBox) -> MapPoint {
    func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
    return MapPoint(
      x: rounded((point.x - area.left) / area.width), y: rounded((point.y - area.top) / area.height))
  }

  func point(at share: MapPoint, in area: MapBox) -> MapPoint {
    MapPoint(x: area.left + share.x * area.width, y: area.top + share.y * area.height)
  }
}
