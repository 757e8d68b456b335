import GraphCore
import GraphvizBinding

/// Where partners lie before the page, their discs and their names have a say.
struct BaseLayout {
  let layout: MapLayout
  let seed: UInt32
  /// How strongly groups are kept together, 0 ... 1. At 0 every tie is as long as any other and there are no hubs: what
  /// is left is plain stress. Below 1 the hubs lie farther from their members and weigh less.
  var sectorPull = 1.0

  /// Whether groups are kept together at all: less than this would be lost in the picture.
  private var pulls: Bool { sectorPull >= 0.01 }

  /// Beyond this many partners stress majorisation over all pairs takes seconds.
  static let neatoLimit = 400
  /// Up to so many partners sectors are kept together.
  static let pulledLimit = 600

  /// The engine that `layout` means for a network of this size; nil: our own stress layout.
  private func engine(_ count: Int) -> GraphvizEngine? {
    switch layout {
    case .automatic: count <= Self.neatoLimit ? .neato : nil
    case .stress: nil
    case .neato: .neato
    case .sfdp: .sfdp
    case .dot: .dot
    case .circo: .circo
    case .twopi: .twopi
    }
  }

  /// One place a node.
  ///
  /// Each group of nodes has an invisible hub that its members are tied to, which keeps a sector together; ties
  /// across groups are long and soft, those within short and firm. `sectorPull` scales all of that.
  ///
  /// - Parameter groups: the group of each node, or nil.
  func places(
    radii: [Double], groups: [Int?], ties: [(source: Int, target: Int)], gap: Double
  ) throws(GraphvizError) -> [MapPoint] {
    guard !radii.isEmpty else { return [] }
    guard let engine = engine(radii.count) else {
      // Among thousands sectors do not sit together any more: parts of the network do.
      return radii.count > Self.pulledLimit
        ? parts(count: radii.count, ties: ties) : stress(count: radii.count, groups: groups, ties: ties)
    }
    var graph = GraphvizGraph(name: "layout")
    graph.nodeDefaults = ["shape": "circle", "fixedsize": "true", "label": ""]
    switch engine {
    case .neato:
      graph.attributes = [
        "overlap": "prism", "sep": "+\(Graphviz.number(gap) ?? "10")", "start": "\(seed)", "epsilon": "0.0001",
        "maxiter": "2000",
      ]
    case .sfdp: graph.attributes = ["overlap": "true", "start": "\(seed)", "quadtree": "fast"]
    case .dot: graph.attributes = ["nslimit": "2", "nslimit1": "2", "mclimit": "0.2", "splines": "line"]
    case .circo, .twopi, .pinned: graph.attributes = ["overlap": "true"]
    }
    graph.nodes = radii.enumerated().map { position, radius in
      .init("n\(position)", ["width": Graphviz.number(radius / 36) ?? "nan"])
    }
    let isPulled = (engine == .neato || engine == .sfdp) && pulls
    func number(_ value: Double) -> String { Graphviz.number(value) ?? "nan" }
    graph.edges = ties.map { tie in
      guard engine == .neato else { return .init(tie.source, tie.target) }
      let isInside = groups[tie.source] != nil && groups[tie.source] == groups[tie.target]
      return .init(
        tie.source, tie.target,
        isInside
          ? ["len": "1", "weight": number(1 + 2 * sectorPull)]
          : ["len": number(1 + 1.6 * sectorPull), "weight": "1"])
    }
    if isPulled {
      var hubs: [Int: Int] = [:]
      for group in Set(groups.compactMap { $0 }).sorted() {
        hubs[group] = graph.nodes.count
        graph.nodes.append(.init("h\(group)", ["shape": "point", "width": "0.01"]))
      }
      for (position, group) in groups.enumerated() {
        guard let group, let hub = hubs[group] else { continue }
        graph.edges.append(
          .init(
            hub, position, engine == .neato ? ["len": number(0.9 / sectorPull), "weight": number(4 * sectorPull)] : [:])
        )
      }
    }
    let result = try Graphviz.layout(graph, engine: engine, seed: seed)
    // The last digits of neato's places depend on where its arrays lie in memory.
    func rounded(_ value: Double) -> Double { (value * 64).rounded() / 64 }
    return result.places.prefix(radii.count).map { MapPoint(x: rounded($0.x), y: -rounded($0.y)) }
  }
}

extension BaseLayout {
  /// The same graph with its hubs by our own stress layout: it begins with every group round a place of its own.
  private func stress(count: Int, groups: [Int?], ties: [(source: Int, target: Int)]) -> [MapPoint] {
    let present = Set(groups.compactMap { $0 }).sorted()
    var hubs: [Int: Int] = [:]
    for (position, group) in present.enumerated() { hubs[group] = count + position }
    let isPulled = present.count > 1 && pulls
    var edges = ties.map { tie -> (Int, Int, Double) in
      let isInside = groups[tie.source] != nil && groups[tie.source] == groups[tie.target]
      return (tie.source, tie.target, !isPulled || isInside ? 1 : 1 + 1.2 * sectorPull)
    }
    if isPulled {
      // Hubs of large groups lie farther from their members, which need room.
      var sizes: [Int: Int] = [:]
      for group in groups { if let group { sizes[group, default: 0] += 1 } }
      for (node, group) in groups.enumerated() {
        guard let group else { continue }
        edges.append((node, hubs[group]!, max(0.9, 0.35 * Double(sizes[group]!).squareRoot()) / sectorPull))
      }
    }
    let layout = StressLayout(
      graph: Graph(nodeCount: isPulled ? count + present.count : count, weightedEdges: edges), seed: UInt64(seed))
    guard pulls else { return layout.places() }
    let reach = Double(count).squareRoot()
    var random = SplitMix64(seed: UInt64(seed))
    let start = (0..<layout.graph.nodeCount).map { node -> MapPoint in
      let jitter = MapPoint(x: random.unit() - 0.5, y: random.unit() - 0.5) * (reach * 0.5)
      let group = node < count ? groups[node].flatMap { present.firstIndex(of: $0) } : node - count
      guard let group else { return jitter }
      return MapPoint(angle: 2 * .pi * Double(group) / Double(present.count), length: reach * 0.6 * sectorPull) + jitter
    }
    return Array(layout.places(from: start).prefix(count))
  }
}

/// Turns and stretches a layout so that it fills an area.
///
/// The longer axis of the drawing comes to lie along the longer side; the two directions are stretched apart by no
/// more than `stretch`.
func fitted(_ places: [MapPoint], into area: MapBox, stretch: Double = 1.7) -> [MapPoint] {
  guard places.count > 1 else { return places.map { _ in area.center } }
  let count = Double(places.count)
  let mean = places.reduce(.zero, +) * (1 / count)
  var xx = 0.0
  var xy = 0.0
  var yy = 0.0
  for place in places {
    let d = place - mean
    xx += d.x * d.x
    xy += d.x * d.y
    yy += d.y * d.y
  }
  // The principal axis of the cloud of points.
  let tilt = 0.5 * angle(of: MapPoint(x: xx - yy, y: 2 * xy))
  let turn = (area.width >= area.height ? 0 : Double.pi / 2) - tilt
  let (c, s) = (cosine(turn), sine(turn))
  let turned = places.map { place in
    let d = place - mean
    return MapPoint(x: d.x * c - d.y * s, y: d.x * s + d.y * c)
  }
  let left = turned.map(\.x).min()!
  let right = turned.map(\.x).max()!
  let top = turned.map(\.y).min()!
  let bottom = turned.map(\.y).max()!
  var scaleX = area.width / max(right - left, 1e-9)
  var scaleY = area.height / max(bottom - top, 1e-9)
  scaleX = min(scaleX, scaleY * stretch)
  scaleY = min(scaleY, scaleX * stretch)
  let middle = MapPoint(x: (left + right) / 2, y: (top + bottom) / 2)
  return turned.map {
    area.center + MapPoint(x: ($0.x - middle.x) * scaleX, y: ($0.y - middle.y) * scaleY)
  }
}
