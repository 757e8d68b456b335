import GraphCore
import Testing

@Suite struct ParallelTests {
  @Test("hands the parts over in order, each once", arguments: [1, 2, 3, 8])
  func order(threads: Int) {
    var seen: [Int] = []
    Parallel.inOrder(
      100, threads: threads, workspace: { 7 },
      part: { index, space in
        // Early parts take longer, so that with several threads later ones are finished first.
        var value = UInt64(index)
        for _ in 0..<(100 - index) * 50 { value = value &* 6_364_136_223_846_793_005 &+ UInt64(space) }
        return value == 1 ? -1 : index
      },
      combine: { seen.append($0) })
    #expect(seen == Array(0..<100))
  }

  @Test("tells progress after every part, never less than before", arguments: [1, 3])
  func progress(threads: Int) async {
    await confirmation(expectedCount: 20) { told in
      let last = Last()
      Parallel.inOrder(
        20, threads: threads,
        progress: { done in
          #expect(done > last.value && done <= 1)
          last.value = done
          told()
        }, workspace: {}, part: { _, _ in }, combine: { _ in })
      #expect(last.value == 1)
    }
  }

  /// Touched by one call at a time, as the handler is promised.
  private final class Last: @unchecked Sendable { var value = 0.0 }

  @Test("makes one workspace a thread and none for no work")
  func workspaces() {
    var made: Set<Int> = []
    Parallel.inOrder(
      50, threads: 1, workspace: { [Int]() },
      part: { index, seen in
        seen.append(index)
        return seen.count
      }, combine: { made.insert($0) })
    #expect(made == Set(1...50))
    Parallel.inOrder(0, threads: 4, workspace: { fatalError("no work") }, part: { _, _ in }, combine: { _ in })
    #expect(Parallel.processorCount >= 1)
    #expect(Parallel.threads(8, forSteps: 1000) == 1)
    #expect(Parallel.threads(8, forSteps: 1e9) == 8)
  }
}
