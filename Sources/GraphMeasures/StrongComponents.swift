import GraphCore

extension Graph {
  /// The parts within which every node reaches every other along arcs; numbered by their smallest node.
  ///
  /// In an undirected graph these are the components.
  ///
  /// - Complexity: O(n + m).
  /// - Reference: R. Tarjan, “Depth-first search and linear graph algorithms”, 1972, doi:10.1137/0201010; without
  ///   recursion, so that a long path overflows no stack.
  public func strongComponents() -> NodePartition {
    isDirected ? NodePartition(labels: strongComponentLabels().labels) : components()
  }

  /// A label for every node, equal within a strong component, and the labels' number. Labels ascend against the
  /// arcs: an arc between two components leads to the smaller label.
  func strongComponentLabels() -> (labels: [UInt32], count: Int) {
    let n = nodeCount
    let offsets = outgoing.offsets.span
    let targets = outgoing.targets.span
    let unlabeled = UInt32.max
    var number = [UInt32](repeating: 0, count: n)
    var low = [UInt32](repeating: 0, count: n)
    var labels = [UInt32](repeating: unlabeled, count: n)
    var open: [UInt32] = []
    var path: [(node: UInt32, arc: UInt32)] = []
    var counter: UInt32 = 0
    var count: UInt32 = 0
    for root in 0..<n where number[root] == 0 {
      counter += 1
      number[root] = counter
      low[root] = counter
      open.append(UInt32(root))
      path.append((UInt32(root), offsets[root]))
      while let (node, arc) = path.last {
        let v = Int(node)
        if arc < offsets[v + 1] {
          path[path.count - 1].arc += 1
          let w = Int(targets[Int(arc)])
          if number[w] == 0 {
            counter += 1
            number[w] = counter
            low[w] = counter
            open.append(UInt32(w))
            path.append((UInt32(w), offsets[w]))
          } else if labels[w] == unlabeled {
            low[v] = min(low[v], number[w])
          }
        } else {
          path.removeLast()
          if let parent = path.last { low[Int(parent.node)] = min(low[Int(parent.node)], low[v]) }
          if low[v] == number[v] {
            while let w = open.popLast() {
              labels[Int(w)] = count
              if w == node { break }
            }
            count += 1
          }
        }
      }
    }
    return (labels, Int(count))
  }
}
