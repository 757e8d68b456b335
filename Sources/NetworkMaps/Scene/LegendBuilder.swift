import NetworkModel

/// Draws a legend with its left top corner at zero.
struct LegendBuilder {
  let theme: MapTheme
  let ruler: TextRuler
  private(set) var shapes: [MapShape] = []
  private(set) var labels: [MapLabel] = []
  private(set) var legend = MapLegend()

  private let headFont = MapFont(family: MapTheme.fontFamily, weight: .bold, size: 12.5)
  private let textFont = MapFont(family: MapTheme.fontFamily, size: 12.5)
  private let smallFont = MapFont(family: MapTheme.fontFamily, size: 11)

  init(theme: MapTheme, ruler: TextRuler) {
    self.theme = theme
    self.ruler = ruler
  }

  /// One block under the other; returns the room it took.
  mutating func column(_ content: LegendContent, height: Double) throws -> MapBox {
    var extent = MapBox(left: 0, top: 0, right: 0, bottom: 0)
    let rest = (content.sizes == nil ? 0.0 : 120) + (content.widths == nil ? 0 : 76)
    for block in try blocks(content, entryHeight: max(120, height - rest), entryColumns: 1) {
      let gap = extent.bottom > 0 ? 20.0 : 0
      extent = extent.union(append(block, at: MapPoint(x: 0, y: extent.bottom + gap)))
    }
    return extent
  }

  /// Blocks side by side, in rows where one is not enough; returns the room they took.
  mutating func row(_ content: LegendContent, width: Double) throws -> MapBox {
    var extent = MapBox(left: 0, top: 0, right: 0, bottom: 0)
    var x = 0.0
    var top = 0.0
    let columns = min(3, (content.entries.count + 4) / 5)
    for block in try blocks(content, entryHeight: 130, entryColumns: columns) {
      if x > 0, x + block.box.width > width {
        x = 0
        top = extent.bottom + 18
      }
      extent = extent.union(append(block, at: MapPoint(x: x, y: top)))
      x += block.box.width + 48
    }
    return extent
  }

  private struct Block {
    var shapes: [MapShape] = []
    var labels: [MapLabel] = []
    var box = MapBox(left: 0, top: 0, right: 0, bottom: 0)

    mutating func add(_ label: MapLabel) {
      labels.append(label)
      box = box.union(label.box)
    }
  }

  private mutating func append(_ block: Block, at corner: MapPoint) -> MapBox {
    shapes += block.shapes.map { $0.moved(by: corner) }
    labels += block.labels.map { label in
      var label = label
      label.box = label.box.moved(by: corner)
      return label
    }
    return block.box.moved(by: corner)
  }

  private mutating func blocks(_ content: LegendContent, entryHeight: Double, entryColumns: Int) throws -> [Block] {
    var blocks: [Block] = []
    if !content.entries.isEmpty {
      blocks.append(try entries(content, height: entryHeight, columns: entryColumns))
    }
    if let sizes = content.sizes { blocks.append(try sizeBlock(sizes)) }
    if let widths = content.widths { blocks.append(try widthBlock(widths)) }
    if !content.samples.isEmpty { blocks.append(try sampleBlock(content.samples)) }
    return blocks
  }

  private func text(_ text: String, _ font: MapFont, at corner: MapPoint, color: MapColor) throws -> MapLabel {
    try TextBlock([text], font, ruler).label(.legend, at: corner, color: color)
  }

  private mutating func entries(_ content: LegendContent, height: Double, columns: Int) throws -> Block {
    var block = Block()
    if !content.heading.isEmpty {
      block.add(try text(content.heading, headFont, at: .zero, color: theme.ink))
    }
    let lines = content.entries.map { TextWrap.wrap($0.name, lines: 2, limit: 26) }
    let rowCount = lines.reduce(0) { $0 + $1.count }
    let perColumn = (Double(rowCount) / Double(columns)).rounded(.up)
    // Closer lines where there are many sectors.
    let pitch = min(21, max(14.5, (height - 24) / max(perColumn, 1)))
    let start = content.heading.isEmpty ? 0.0 : 22
    var left = 0.0
    var y = start
    var used = 0
    var countLabels: [(y: Double, text: String)] = []
    var right = 0.0
    func closeColumn(_ block: inout Block) throws {
      let numbers = try countLabels.map { try TextBlock([$0.text], textFont, ruler) }
      let edge = right + 14 + (numbers.map(\.width).max() ?? 0)
      for (number, place) in zip(numbers, countLabels) {
        block.add(
          number.label(.legend, at: MapPoint(x: edge, y: place.y), alignment: .right, color: theme.muted))
      }
      countLabels = []
    }
    for (entry, lines) in zip(content.entries, lines) {
      if columns > 1, used > 0, Double(used + lines.count) > perColumn {
        try closeColumn(&block)
        left = block.box.right + 26
        right = left
        y = start
        used = 0
      }
      let name = try TextBlock(lines, textFont, ruler)
      block.add(
        name.label(
          .legend, at: MapPoint(x: left + 22, y: y), color: entry.isMissing ? theme.muted : theme.ink))
      right = max(right, left + 22 + name.width)
      let center = MapPoint(x: left + 7, y: y + name.lineHeight * TextBlock.visibleShare / 2)
      let outline = theme.outline(of: entry.mark.color)
      block.shapes.append(
        .mark(
          entry.isMissing ? .circle : entry.mark.shape, center: center,
          radius: 6.5 * (entry.isMissing ? 1 : entry.mark.shape.cornerRadius),
          fill: entry.isMissing ? nil : entry.mark.color,
          line: entry.isMissing ? theme.muted : outline, width: entry.isMissing ? 1.4 : 1.1,
          dash: entry.isMissing ? .dashed : .solid))
      if let count = entry.count { countLabels.append((y, String(count))) }
      legend.sectors.append(
        .init(name: entry.name, color: entry.mark.color, shape: entry.mark.shape, isMissing: entry.isMissing))
      let height = pitch + Double(lines.count - 1) * name.lineHeight
      y += height
      used += lines.count
    }
    try closeColumn(&block)
    return block
  }

  private mutating func sizeBlock(_ scale: LegendContent.Scale) throws -> Block {
    var block = Block()
    block.add(try text(scale.title, headFont, at: .zero, color: theme.ink))
    let tallest = 2 * (scale.steps.map(\.amount).max() ?? 0)
    let base = 24 + tallest
    var x = 0.0
    for step in scale.steps {
      let note = try TextBlock([step.text], smallFont, ruler)
      let width = max(2 * step.amount, note.width)
      let center = MapPoint(x: x + width / 2, y: base - step.amount)
      block.shapes.append(
        .disc(
          center: center, radius: step.amount, fill: theme.legendFill, line: theme.faintLine, width: 0.9, dash: .solid))
      block.box = block.box.union(MapBox(center: center, width: 2 * step.amount, height: 2 * step.amount))
      block.add(
        note.label(.legend, center: MapPoint(x: x + width / 2, y: base + 6 + note.height / 2), color: theme.muted))
      x += width + 16
    }
    if let note = scale.note {
      block.add(try text(note, smallFont, at: MapPoint(x: 0, y: base + 24), color: theme.muted))
    }
    legend.explainsSizes = true
    return block
  }

  private mutating func widthBlock(_ scale: LegendContent.Scale) throws -> Block {
    var block = Block()
    block.add(try text(scale.title, headFont, at: .zero, color: theme.ink))
    var x = 0.0
    for step in scale.steps {
      let note = try TextBlock([step.text], smallFont, ruler)
      let width = max(38, note.width)
      let middle = x + width / 2
      block.shapes.append(
        .polyline(
          [MapPoint(x: middle - 19, y: 30), MapPoint(x: middle + 19, y: 30)],
          line: theme.tie.mixed(with: theme.ink, 0.2), width: step.amount, dash: .solid))
      block.add(note.label(.legend, center: MapPoint(x: middle, y: 41 + note.height / 2), color: theme.muted))
      x += width + 18
    }
    legend.explainsWidths = true
    return block
  }

  private mutating func sampleBlock(_ samples: [LegendContent.Sample]) throws -> Block {
    var block = Block()
    var y = 0.0
    for sample in samples {
      let lines = TextWrap.wrap(sample.text, lines: 2, limit: 26)
      let note = try TextBlock(lines, textFont, ruler)
      block.add(note.label(.legend, at: MapPoint(x: 40, y: y), color: theme.ink))
      block.shapes.append(
        .polyline(
          [MapPoint(x: 0, y: y + 7), MapPoint(x: 30, y: y + 7)], line: sample.color, width: sample.width,
          dash: sample.dash))
      y += note.height + 9
    }
    legend.explainsDashes = samples.contains { $0.dash != .solid }
    return block
  }
}
