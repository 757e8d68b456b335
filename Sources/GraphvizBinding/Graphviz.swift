import CGraphviz
import Synchronization

/// libgraphviz, safe to call from any thread.
///
/// The library keeps its state in globals (even making a context races), so one lock in the process holds from the
/// building of a graph to its release. Values go in and come out; no pointer leaves this target.
///
/// A call cannot be cancelled: choose the engine by the size of the graph.
public enum Graphviz {
  /// Arranges the nodes.
  ///
  /// - Parameter seed: for the engines that use random numbers; the same seed gives the same places.
  public static func layout(
    _ graph: GraphvizGraph, engine: GraphvizEngine, seed: UInt32 = 1
  ) throws(GraphvizError) -> GraphvizResult {
    try render(graph, engine: engine, formats: [], seed: seed)
  }

  /// Arranges the nodes and draws the graph in every one of `formats`.
  public static func render(
    _ graph: GraphvizGraph, engine: GraphvizEngine, formats: [GraphvizFormat], seed: UInt32 = 1
  ) throws(GraphvizError) -> GraphvizResult {
    try graph.checkForLayout()
    return try locked { (library) throws(GraphvizError) in
      let context = try library.context()
      var graph = graph
      for position in graph.nodes.indices {
        guard let picture = graph.nodes[position].picture else { continue }
        graph.nodes[position].attributes["image"] = try library.file(of: picture)
        graph.nodes[position].attributes["imagescale"] = "both"
      }
      do throws(GraphvizError) {
        return try rendering(graph, context: context, engine: engine, formats: formats, seed: seed)
      } catch {
        // A failed rendering leaves a job in the context that points at freed memory.
        library.discardContext()
        throw error
      }
    }
  }

  /// The graph as DOT text, without a layout.
  public static func dotText(of graph: GraphvizGraph) throws(GraphvizError) -> [UInt8] {
    try graph.checkNames()
    return try locked { (library) throws(GraphvizError) in
      let native = try graph.build()
      defer { agclose(native.graph) }
      var text: UnsafeMutablePointer<CChar>?
      var length = 0
      let failure = gvx_write(native.graph, &text, &length)
      defer { free(text) }
      guard failure == 0, let text else { throw .failed(stage: "writing DOT", messages: errors()) }
      return Array(UnsafeRawBufferPointer(start: text, count: length))
    }
  }

  /// The text as a label that is drawn as it stands: no escape, no entity and no markup in it is interpreted.
  public static func literal(_ text: String) -> String {
    var label = ""
    label.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": label += "\\\\"
      case "&": label += "&amp;"
      case "\n", "\u{2028}", "\u{2029}": label += "\\n"
      case "\t": label += " "
      default: if isDrawable(scalar) { label.unicodeScalars.append(scalar) }
      }
    }
    return label
  }

  /// A number as Graphviz reads it, with up to so many decimals; nil where it is not finite.
  public static func number(_ value: Double, decimals: Int = 3) -> String? {
    guard value.isFinite, abs(value) < 1e12 else { return nil }
    var unit = 1
    for _ in 0..<min(max(decimals, 0), 6) { unit *= 10 }
    let whole = Int((value * Double(unit)).rounded())
    let sign = whole < 0 ? "-" : ""
    var text = sign + String(abs(whole) / unit)
    var rest = abs(whole) % unit
    guard rest != 0 else { return text }
    text += "."
    while rest != 0 {
      unit /= 10
      text += String(rest / unit)
      rest %= unit
    }
    return text
  }

  /// Whether a character can stand in XML and in a C string: no control, no noncharacter.
  static func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && (scalar.value & 0xFFFE) != 0xFFFE
  }

  /// Pixels a picture may have a side (cairo's limit), and together.
  static let pixelsPerSide = 32_767
  static let pixelsInAll = 160_000_000

  private static func rendering(
    _ graph: GraphvizGraph, context: OpaquePointer, engine: GraphvizEngine, formats: [GraphvizFormat], seed: UInt32
  ) throws(GraphvizError) -> GraphvizResult {
    let native = try graph.build()
    defer { agclose(native.graph) }
    // The engines draw random numbers from the process's one generator.
    gvx_seed(seed)
    guard gvLayout(context, native.graph, engine.rawValue) == 0 else {
      throw .failed(stage: "layout", messages: errors())
    }
    defer { gvFreeLayout(context, native.graph) }
    var messages = GraphvizMessages.drain()
    // Many errors come with a return code of success and half a picture.
    let refused = messages.filter(\.isError)
    guard refused.isEmpty else { throw .failed(stage: "layout", messages: refused.map(\.text)) }

    var result = GraphvizResult()
    result.places = native.nodes.map { node in
      GraphvizPlace(x: gvx_x(node), y: gvx_y(node), width: gvx_width(node) * 72, height: gvx_height(node) * 72)
    }
    for (position, place) in result.places.enumerated()
    where !(place.x.isFinite && place.y.isFinite && place.width.isFinite && place.height.isFinite) {
      throw .notFinite(element: graph.nodes[position].name, attribute: "position")
    }
    if formats.contains(.png) { try checkPixels(of: native.graph, graph) }
    for format in formats {
      var data: UnsafeMutablePointer<CChar>?
      var length: UInt32 = 0
      // After a failure `data` may point at freed memory: it is not touched.
      guard gvRenderData(context, native.graph, format.rawValue, &data, &length) == 0, let data else {
        throw .failed(stage: "rendering \(format.rawValue)", messages: errors())
      }
      defer { gvFreeRenderData(data) }
      guard length > 0 else { throw .failed(stage: "rendering \(format.rawValue)", messages: ["nothing was drawn"]) }
      result.documents[format] = Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
    }
    messages += GraphvizMessages.drain()
    let failed = messages.filter(\.isError)
    guard failed.isEmpty else { throw .failed(stage: "rendering", messages: failed.map(\.text)) }
    // What the library says of pictures that it cannot draw are mere warnings.
    if graph.nodes.contains(where: { $0.picture != nil }) {
      let lost = messages.map(\.text).filter { $0.contains("image") || $0.contains("/dev/fd/") }
      guard lost.isEmpty else { throw .undrawablePicture(lost) }
    }
    // Pinned labels are as large as their text; that they have no room of their own is no news.
    result.warnings = messages.map(\.text).filter { !$0.contains("size too small for label") }
    return result
  }

  private static func checkPixels(
    of native: UnsafeMutablePointer<Agraph_t>, _ graph: GraphvizGraph
  ) throws(GraphvizError) {
    let box = gvx_box(native)
    var scale = (graph.attributes["dpi"].flatMap(Double.init) ?? 96) / 72
    // A drawing larger than its `size` (in inches) is drawn smaller.
    let sides = (graph.attributes["size"] ?? "").split(separator: ",").compactMap { Double($0) }
    if sides.count == 2 {
      scale *= min(1, sides[0] * 72 / (box.UR.x - box.LL.x), sides[1] * 72 / (box.UR.y - box.LL.y))
    }
    let width = (box.UR.x - box.LL.x) * scale
    let height = (box.UR.y - box.LL.y) * scale
    guard width.isFinite, height.isFinite else { throw .notFinite(element: "graph", attribute: "bb") }
    guard width <= Double(pixelsPerSide), height <= Double(pixelsPerSide), width * height <= Double(pixelsInAll) else {
      throw .tooLarge(
        widthPixels: Int(min(width, 1e9)), heightPixels: Int(min(height, 1e9)),
        limit: "at most \(pixelsPerSide) a side and \(pixelsInAll / 1_000_000) million in all")
    }
  }

  /// Lays out a label, so that what draws texts no longer knows the context before.
  ///
  /// pango's plugin keeps, in a global, a pointer to the name of the font last used, which is the context's own, and
  /// compares the next font with it. Only another name or size makes it forget: no map has texts of this one.
  fileprivate static func drawsLabel(in context: OpaquePointer) -> Bool {
    var graph = GraphvizGraph(name: "label")
    graph.nodes = [GraphvizGraph.Node("a", ["label": "a", "pos": "0,0", "fontsize": "1.0625"])]
    return (try? rendering(graph, context: context, engine: .pinned, formats: [], seed: 1)) != nil
  }

  static func errors() -> [String] { GraphvizMessages.drain().map(\.text) }
}

extension Graphviz {
  /// What the library needs between calls. Unchecked, because the compiler cannot see that the lock holds wherever the
  /// context is used.
  struct Library: @unchecked Sendable {
    private var handle: OpaquePointer?
    /// The names of the pictures' files.
    var pictures: [GraphvizPicture: String] = [:]

    mutating func context() throws(GraphvizError) -> OpaquePointer {
      if let handle { return handle }
      guard let made = gvContext() else { throw .failed(stage: "start", messages: Graphviz.errors()) }
      handle = made
      return made
    }

    /// Gives the context up for a new one.
    mutating func discardContext() {
      guard let old = handle else { return }
      handle = nil
      // Where nothing can be drawn any more, the old context is not worth a crash.
      guard let new = try? context(), Graphviz.drawsLabel(in: new) else { return }
      gvFreeContext(old)
    }
  }

  private static let library = Mutex(Library())

  /// A stack that the recursion of `dot` does not exhaust: half a megabyte is too little for 6000 nodes in a row.
  private static let stackBytes = 64 << 20

  private final class Work {
    var run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  /// Runs `body` alone in the process, on a thread with a large stack.
  static func locked<Value: Sendable>(
    _ body: (inout Library) throws(GraphvizError) -> Value
  ) throws(GraphvizError) -> Value {
    let outcome: Result<Value, GraphvizError> = library.withLock { shared in
      var library = shared
      var outcome: Result<Value, GraphvizError> = .failure(.failed(stage: "start", messages: ["no thread"]))
      withoutActuallyEscaping(body) { body in
        let work = Work {
          GraphvizMessages.listen()
          _ = GraphvizMessages.drain()
          agreseterrors()
          do throws(GraphvizError) { outcome = .success(try body(&library)) } catch { outcome = .failure(error) }
        }
        let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
          Unmanaged<Work>.fromOpaque(argument!).takeUnretainedValue().run()
          return nil
        }
        withExtendedLifetime(work) {
          _ = gvx_run(run, Unmanaged.passUnretained(work).toOpaque(), stackBytes)
          work.run = {}
        }
      }
      shared = library
      return outcome
    }
    return try outcome.get()
  }
}
