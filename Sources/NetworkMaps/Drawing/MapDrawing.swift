import GraphvizBinding

/// What a map can be drawn as.
public enum MapFormat: String, Sendable, Hashable, CaseIterable {
  case svg, png, pdf, dot
}

/// Draws scenes through libgraphviz.
public enum MapDrawing {
  /// The scene as a file.
  ///
  /// - Parameter dpi: pixels an inch, for PNG alone.
  /// - Throws: `MapError` for a bad resolution or coordinate; `GraphvizError`, such as `tooLarge` for more pixels than can be drawn.
  public static func render(_ scene: MapScene, as format: MapFormat, dpi: Int = 200) throws -> [UInt8] {
    if let lost = scene.nodes.first(where: { !$0.center.isFinite || !$0.radius.isFinite }) {
      throw MapError.badPosition(partner: lost.tooltip)
    }
    // SVG gets its tooltips as titles; Graphviz would wrap every shape into a link for them.
    var graph = graph(of: scene, tooltips: format == .dot)
    if format == .pdf || format == .png { graph.nodes += pictures(of: scene) }
    switch format {
    case .dot: return try Graphviz.dotText(of: graph)
    case .svg:
      let svg = try Graphviz.render(graph, engine: .pinned, formats: [.svg]).documents[.svg] ?? []
      return try SVGFinish(scene).finish(svg)
    case .pdf:
      return withoutDate(try render(graph, of: scene, as: .pdf))
    case .png:
      guard (20...1200).contains(dpi) else { throw MapError.badResolution(dpi) }
      graph.attributes["dpi"] = String(dpi)
      return try render(graph, of: scene, as: .png)
    }
  }

  private static func render(
    _ graph: GraphvizGraph, of scene: MapScene, as format: GraphvizFormat
  ) throws -> [UInt8] {
    do throws(GraphvizError) {
      return try Graphviz.render(graph, engine: .pinned, formats: [format]).documents[format] ?? []
    } catch {
      let names = scene.logos.filter { $0.logo.format == .svg }.map(\.logo.name)
      guard case .undrawablePicture = error, !names.isEmpty else { throw error }
      throw MapError.undrawableLogos(names)
    }
  }

  static let canvasScale = 4.0

  /// The logos; in the SVG they are written by `SVGFinish`, and DOT text holds only their places.
  private static func pictures(of scene: MapScene) -> [GraphvizGraph.Node] {
    let pen = Pen(scene.page)
    return scene.logos.enumerated().map { position, placed in
      .init(
        "l\(position)",
        [
          "shape": "none", "label": "", "style": "", "pos": pen.place(placed.box.center),
          "width": pen.inches(placed.box.width), "height": pen.inches(placed.box.height),
        ], picture: GraphvizPicture(format: placed.logo.format == .png ? .png : .svg, bytes: placed.logo.bytes))
    }
  }

  /// The places of the logos, for DOT text.
  private static func places(of logos: [MapLogo], _ pen: Pen) -> [GraphvizGraph.Node] {
    logos.map { placed in
      .init(
        placed.id,
        [
          "class": "logo", "shape": "box", "style": "dotted", "pos": pen.place(placed.box.center),
          "width": pen.inches(placed.box.width), "height": pen.inches(placed.box.height),
          "tooltip": Graphviz.literal(placed.logo.name),
        ])
    }
  }

  /// The scene as a graph in which every node and every curve is pinned: `neato -n2` draws it as it stands.
  ///
  /// The canvas is `canvasScale` points a unit and drawn smaller, to the size of the paper: Graphviz rounds the width
  /// of each letter to whole pixels, which shows in small letters and is lost in large ones.
  static func graph(of scene: MapScene, tooltips: Bool = true) -> GraphvizGraph {
    let pen = Pen(scene.page)
    var graph = GraphvizGraph(name: "map")
    graph.attributes = [
      "bgcolor": scene.ground.hex, "outputorder": "edgesfirst", "pad": "0", "margin": "0", "splines": "true",
      "size": pen.paper,
    ]
    graph.nodeDefaults = ["label": "", "fixedsize": "true", "style": "filled"]
    graph.edgeDefaults = ["dir": "none"]
    graph.background = scene.shapes.flatMap(pen.background)
    for (position, node) in scene.nodes.enumerated() {
      let box = node.shape.box
      var attributes = [
        "id": node.id, "class": node.classes, "shape": node.shape.graphvizName, "pos": pen.place(node.center),
        "width": pen.inches(node.radius * box.width), "height": pen.inches(node.radius * box.height),
        "fillcolor": node.fill.hex, "color": node.line.hex, "penwidth": pen.length(node.lineWidth),
      ]
      if tooltips { attributes["tooltip"] = Graphviz.literal(node.tooltip) }
      if node.dash != .solid {
        // Drawn under it; the node itself is there for its id and its title.
        graph.background += pen.background(
          .mark(
            node.shape, center: node.center, radius: node.radius, fill: node.fill, line: node.line,
            width: node.lineWidth, dash: node.dash))
        attributes["fillcolor"] = "#00000000"
        attributes["color"] = "#00000000"
        attributes["penwidth"] = "0"
      }
      graph.nodes.append(.init("n\(position)", attributes))
    }
    for (position, label) in scene.labels.enumerated() {
      if let halo = label.halo {
        graph.nodes.append(
          .init(
            "h\(position)",
            [
              "class": "halo", "shape": "box", "style": "filled,rounded", "pos": pen.place(label.box.center),
              "width": pen.inches(label.box.width + 4), "height": pen.inches(label.box.height + 2),
              "fillcolor": halo.hex, "color": "#00000000", "penwidth": "0",
            ]))
      }
      for (line, text) in label.lines.enumerated() {
        graph.nodes.append(
          .init(
            "t\(position)_\(line)",
            [
              "class": "label \(label.role.rawValue)", "shape": "plain", "fixedsize": "false", "style": "",
              "label": Graphviz.literal(text), "fontname": label.font.name,
              "fontsize": pen.length(label.font.size), "fontcolor": label.color.hex,
              "pos": pen.place(label.center(ofLine: line)),
            ]))
      }
    }
    if tooltips { graph.nodes += places(of: scene.logos, pen) }
    // Two invisible corners: the drawing is as large as the page, whatever is on it.
    for (name, corner) in [
      ("corner0", MapPoint(x: 0, y: scene.page.height)), ("corner1", MapPoint(x: scene.page.width, y: 0)),
    ] {
      graph.nodes.append(
        .init(
          name, ["shape": "point", "style": "invis", "width": "0.0001", "height": "0.0001", "pos": pen.place(corner)]))
    }
    graph.edges = scene.ties.map { tie in
      var attributes = [
        "id": tie.id, "class": tie.classes, "color": tie.color.hex, "penwidth": pen.length(tie.width),
        "pos": pen.spline(tie, nodes: scene.nodes),
      ]
      if let arrow = tie.arrow {
        attributes["dir"] = arrow.side
        attributes["arrowsize"] = pen.length(arrow.length / 10)
      }
      if tooltips { attributes["tooltip"] = Graphviz.literal(tie.tooltip) }
      return .init(tie.ends[0], tie.ends[1], attributes)
    }
    return graph
  }

  /// The PDF with a fixed day of creation, so that the same map is the same file.
  static func withoutDate(_ pdf: [UInt8]) -> [UInt8] {
    var pdf = pdf
    let key = Array("/CreationDate (D:".utf8)
    let day = Array("20000101000000".utf8)
    guard pdf.count > key.count else { return pdf }
    var start = pdf.count - key.count
    while start > 0 {
      if pdf[start] == key[0], pdf[start..<(start + key.count)].elementsEqual(key) {
        var position = start + key.count
        var digit = 0
        while position < pdf.count, pdf[position] != UInt8(ascii: ")") {
          if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(pdf[position]) {
            pdf[position] = digit < day.count ? day[digit] : UInt8(ascii: "0")
            digit += 1
          } else if pdf[position] == UInt8(ascii: "-") {
            pdf[position] = UInt8(ascii: "+")
          }
          position += 1
        }
        return pdf
      }
      start -= 1
    }
    return pdf
  }
}

/// From units of the page, y downwards, to points and inches of the canvas, y upwards.
private struct Pen {
  let scale = MapDrawing.canvasScale
  let height: Double
  /// Width and height of the sheet in inches.
  let paper: String

  init(_ page: MapScene.Page) {
    height = page.height
    let sides = [page.width, page.height].map { Graphviz.number($0 * page.scale / 72, decimals: 4) ?? "nan" }
    paper = sides.joined(separator: ",")
  }

  /// What is not finite stays so, for the binding to refuse by name.
  func length(_ value: Double) -> String { Graphviz.number(value * scale) ?? "nan" }

  /// Four decimals: a thousandth of an inch would be seen.
  func inches(_ value: Double) -> String { Graphviz.number(value * scale / 72, decimals: 4) ?? "nan" }

  func place(_ point: MapPoint) -> String {
    "\(length(point.x)),\(length(height - point.y))"
  }

  func spline(_ tie: MapTie, nodes: [MapNode]) -> String {
    func text(_ curves: [MapCurve]) -> String {
      guard let first = curves.first else { return "" }
      var text = place(first.start)
      for curve in curves { text += " \(place(curve.control1)) \(place(curve.control2)) \(place(curve.end))" }
      return text
    }
    if let arrow = tie.arrow, tie.curves.count == 1, tie.dash == .solid {
      let ends = tie.ends.map { nodes[$0] }
      let (curve, start, end) = tie.curves[0].withArrows(arrow, from: ends[0], to: ends[1])
      return (end.map { "e,\(place($0)) " } ?? "") + (start.map { "s,\(place($0)) " } ?? "") + text([curve])
    }
    guard let pattern = tie.dash.pattern(width: tie.width) else { return text(tie.curves) }
    return tie.curves.flatMap { $0.dashes(pattern) }.map { text([$0]) }.joined(separator: ";")
  }

  private func point(_ point: MapPoint) -> GraphvizBackground.Point {
    .init(x: point.x * scale, y: (height - point.y) * scale)
  }

  func background(_ shape: MapShape) -> [GraphvizBackground] {
    switch shape {
    case .polygon(let points, let fill, let line, let width, let dash):
      guard let line, let pattern = dash.pattern(width: width), let first = points.first else {
        return [.polygon(points.map(point), fill: fill?.hex, line: line?.hex, width: width * scale, dash: .solid)]
      }
      return [.polygon(points.map(point), fill: fill?.hex, line: nil, width: 0, dash: .solid)].filter { _ in fill != nil
      }
        + dashes(points + [first], pattern, line: line, width: width)
    case .polyline(let points, let line, let width, let dash):
      guard let pattern = dash.pattern(width: width) else {
        return [.polyline(points.map(point), line: line.hex, width: width * scale, dash: .solid)]
      }
      return dashes(points, pattern, line: line, width: width)
    case .disc(let center, let radius, let fill, let line, let width, let dash):
      let whole = GraphvizBackground.ellipse(
        center: point(center), width: 2 * radius * scale, height: 2 * radius * scale, fill: fill?.hex,
        line: dash == .solid ? line?.hex : nil, lineWidth: width * scale, dash: .solid)
      guard let line, let pattern = dash.pattern(width: width) else { return [whole] }
      let rim = (0...96).map { center + MapPoint(angle: Double($0) * .pi / 48, length: radius) }
      return (fill == nil ? [] : [whole]) + dashes(rim, pattern, line: line, width: width)
    }
  }

  private func dashes(
    _ points: [MapPoint], _ pattern: (on: Double, off: Double), line: MapColor, width: Double
  ) -> [GraphvizBackground] {
    dashed(points, pattern).map {
      .polyline($0.map(point), line: line.hex, width: width * scale, dash: .solid)
    }
  }
}

extension MapLabel {
  /// The middle of a line's letters.
  func center(ofLine line: Int) -> MapPoint {
    let x =
      switch alignment {
      case .left: box.left + widths[line] / 2
      case .center: box.center.x
      case .right: box.right - widths[line] / 2
      }
    let y = box.center.y + (Double(line) - Double(lines.count - 1) / 2) * lineHeight
    return MapPoint(x: x, y: y)
  }
}
