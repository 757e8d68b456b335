#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Told how much of some work is done, from 0 to 1 and never less than before; on any thread, one call at a time.
public typealias ProgressHandler = @Sendable (_ done: Double) -> Void

/// Loops on several threads whose result does not depend on how many there are.
///
/// The work is cut into numbered blocks. Threads take the next block as they become free, and what the blocks found is
/// put together in the order of their numbers, so sums of floating-point numbers have the same bits with any number of
/// threads, provided that the number of blocks does not depend on it either.
public enum Parallel {
  /// The processors this machine offers.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The threads worth starting: one for less than about five milliseconds of work.
  ///
  /// - Parameter steps: how many elementary steps (about a nanosecond each) the whole work takes.
  public static func threads(_ wanted: Int, forSteps steps: Double) -> Int {
    precondition(wanted >= 1, "work needs at least one thread")
    return steps < 5e6 ? 1 : wanted
  }

  /// Computes a part for every number below `count` and hands the parts over in ascending order.
  ///
  ///     var total = 0.0
  ///     Parallel.inOrder(
  ///       blocks, threads: 2, workspace: { Search(graph) },
  ///       part: { block, search in search.sum(over: block) },
  ///       combine: { total += $0 })
  ///
  /// - Parameters:
  ///   - count: how many parts.
  ///   - threads: at most so many threads, this one included; 1 starts none.
  ///   - progress: told after every part.
  ///   - workspace: what each thread makes once and uses for all its parts.
  ///   - part: the part of one number; runs on any thread.
  ///   - combine: takes the parts in the order of their numbers, one at a time.
  public static func inOrder<Workspace, Part>(
    _ count: Int, threads: Int, progress: ProgressHandler? = nil,
    workspace: @Sendable () -> Workspace,
    part: @Sendable (Int, inout Workspace) -> Part,
    combine: (Part) -> Void
  ) {
    precondition(threads >= 1, "work needs at least one thread")
    let workers = min(threads, count)
    if workers <= 1 {
      guard count > 0 else { return }
      var space = workspace()
      for index in 0..<count {
        combine(part(index, &space))
        progress?(Double(index + 1) / Double(count))
      }
      return
    }
    withoutActuallyEscaping(combine) { combine in
      let queue = PartQueue<Part>(count: count, combine: combine, progress: progress)
      run(threads: workers) {
        var space = workspace()
        while let index = queue.take() { queue.deliver(part(index, &space), of: index) }
      }
    }
  }

  /// Calls `body` on so many threads, this one included, and returns when all have returned.
  private static func run(threads: Int, _ body: @Sendable () -> Void) {
    withoutActuallyEscaping(body) { body in
      let job = Job(body)
      let context = Unmanaged.passRetained(job)
      var started: [pthread_t] = []
      for _ in 1..<threads {
        // Where the system grants no more threads, those there are do the work.
        if let thread = start(context.toOpaque()) { started.append(thread) }
      }
      body()
      for thread in started { pthread_join(thread, nil) }
      context.release()
    }
  }

  private static func start(_ context: UnsafeMutableRawPointer) -> pthread_t? {
    #if canImport(Glibc)
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { context in
          Unmanaged<Job>.fromOpaque(context!).takeUnretainedValue().body()
          return nil
        }, context)
      return status == 0 ? thread : nil
    #else
      var thread: pthread_t?
      let status = pthread_create(
        &thread, nil,
        { context in
          let context: UnsafeMutableRawPointer? = context
          Unmanaged<Job>.fromOpaque(context!).takeUnretainedValue().body()
          return nil
        }, context)
      return status == 0 ? thread : nil
    #endif
  }
}

private final class Job: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Deals the numbers out and hands the finished parts on in order.
///
/// Everything mutable is touched only while `lock` is held, `combine` too: hence it need not be `Sendable`.
private final class PartQueue<Part>: @unchecked Sendable {
  private let count: Int
  private let combine: (Part) -> Void
  private let progress: ProgressHandler?
  private let lock = Lock()
  private var next = 0
  private var combined = 0
  private var waiting: [Int: Part] = [:]

  init(count: Int, combine: @escaping (Part) -> Void, progress: ProgressHandler?) {
    self.count = count
    self.combine = combine
    self.progress = progress
  }

  func take() -> Int? {
    lock.withLock {
      guard next < count else { return nil }
      next += 1
      return next - 1
    }
  }

  func deliver(_ part: Part, of index: Int) {
    lock.withLock {
      waiting[index] = part
      while let part = waiting.removeValue(forKey: combined) {
        combine(part)
        combined += 1
        progress?(Double(combined) / Double(count))
      }
    }
  }
}

/// A mutex at an address of its own, as POSIX wants it.
private final class Lock: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  func withLock<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
