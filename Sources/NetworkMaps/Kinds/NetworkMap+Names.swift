/// How large names are, how their lines break, and what has to be said about those that are cut.
extension MapPlan {
  /// The size of the smallest names: 6.1 points at the least.
  var smallestText: Double {
    let wanted = 11.6 * min(1.2, (50 / Double(max(input.partners.count, 1))).squareRoot())
    return max(wanted * textFactor, 6.1 / page.scale, 5)
  }

  /// The font of each partner's name: the most central are larger and bolder.
  func nameFonts() -> [MapFont] {
    let small = smallestText
    let order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    let named = min(sizes.count, options.maxLabels ?? 150)
    let top = sizes.max() ?? 0
    var fonts = [MapFont](
      repeating: MapFont(family: MapTheme.fontFamily, size: small), count: sizes.count)
    guard top > 0, sizes.min() != top else { return fonts }
    // Where letters had to shrink, those of the most central shrink first.
    let emphasis = max(0, 1 - (1 - textFactor) * 3)
    for (rank, partner) in order.enumerated() {
      let share = sizes[partner] / top
      if rank < max(2, named / 7), share > 0.42 {
        fonts[partner].weight = .bold
        fonts[partner].size = small * (1 + 0.36 * emphasis)
      } else if rank < max(4, named / 3), share > 0.2 {
        fonts[partner].weight = .semibold
        fonts[partner].size = small * (1 + 0.13 * emphasis)
      }
    }
    return fonts
  }

  /// On A3 and beyond there is room for whole names.
  private var isLargeSheet: Bool { page.scale > 0.7 }

  /// What has to be said about names that end in “…”.
  func cutNames(in scene: MapScene) -> [String] {
    let roles: Set<MapLabel.Role> = [.node, .area, .legend]
    let count = scene.labels.count { roles.contains($0.role) && $0.lines.last?.hasSuffix("…") == true }
    guard count > 0 else { return [] }
    var ways: [String] = []
    if options.labels == .short {
      ways.append("--labels full")
      if !isLargeSheet { ways.append(words.text("a larger sheet (--paper a3)", "ein größeres Blatt (--paper a3)")) }
    }
    ways.append(words.text("short names in the table of partners", "Kurznamen in der Tabelle der Partner"))
    let last = ways.removeLast()
    let list = ways.isEmpty ? last : ways.joined(separator: ", ") + words.text(" or ", " oder ") + last
    return [
      words.text(
        "\(count == 1 ? "1 long name ends" : "\(words.whole(count)) long names end") in “…”; seen whole with \(list).",
        "\(count == 1 ? "1 langer Name endet" : "\(words.whole(count)) lange Namen enden") mit „…“; ganz zu sehen durch: \(list)."
      )
    ]
  }

  private func label(of partner: MapInput.Partner) -> String {
    TextWrap.oneLine(options.labels == .short ? partner.shortName ?? partner.name : partner.name)
  }

  /// How a name may stand in a column beside the map, where there is width but little height: on one line, or on two
  /// long ones.
  func wideNameLines(_ partner: MapInput.Partner) -> [[String]] {
    let name = label(of: partner)
    guard name.count > 22 else { return [] }
    return [[name], TextWrap.wrap(name, lines: 2, limit: 44)].filter { lines in
      lines.allSatisfy { $0.count <= 46 } && lines.last?.hasSuffix("…") == false
    }
  }

  /// How a name may be broken into lines, the most liked first.
  func nameLines(_ partner: MapInput.Partner) -> [[String]] {
    let name = label(of: partner)
    let isLong = options.labels == .full || isLargeSheet
    let most = isLong ? 4 : 3
    let limit = isLong ? 30 : 20
    guard !name.isEmpty else { return [] }
    var ways: [[String]] = []
    if name.count <= 22 { ways.append([name]) }
    for lines in 2...most {
      let even = max(9, min(limit, (name.count + lines - 1) / lines + 4))
      if name.count > 12 {
        let way = TextWrap.wrap(name, lines: lines, limit: name.count > even * lines ? limit : even)
        // A cut name is worth having only where no whole one is.
        if !ways.contains(way), !(way.last?.hasSuffix("…") == true && lines < most) { ways.append(way) }
      }
    }
    if ways.isEmpty { ways.append(TextWrap.wrap(name, lines: most, limit: limit)) }
    return ways
  }
}
