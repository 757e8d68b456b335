import NetworkAnalysis
import NetworkModel
import NetworkReports

extension Network {
  /// Asks for a decision; where there is none, says why and names what was perhaps meant.
  func deciding<Decision>(_ decide: (Network) throws -> Decision) throws -> Decision {
    do {
      return try decide(self)
    } catch let error as DecisionError {
      throw Failure(.invalidInput, messages: error.messages(in: self))
    }
  }
}
