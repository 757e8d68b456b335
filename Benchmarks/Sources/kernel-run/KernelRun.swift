import GraphCore
import GraphMeasures

/// Makes a graph and runs one kernel on it, for `Scripts/instruction-gate.py` to count the instructions.
///
///     kernel-run KERNEL TIMES
///
/// What a run once takes beyond a run of no times is the kernel's. One thread, no Foundation, nothing random but from a
/// seed: the same instructions every time.
@main struct KernelRun {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let kernel = Kernel(rawValue: arguments[1]), let times = Int(arguments[2]) else {
      return print(Kernel.allCases.map(\.rawValue).joined(separator: "\n"))
    }
    let graph = kernel.graph()
    for _ in 0..<times { print(kernel.run(on: graph)) }
  }
}
