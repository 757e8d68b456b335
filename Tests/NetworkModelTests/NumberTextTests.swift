import NetworkModel
import Testing

@Suite struct NumberTextTests {
  @Test(
    "writes numbers as the language does",
    arguments: [
      (0.1234, 2, "0,12", "0.12"), (0.005, 2, "0,01", "0.01"), (-0.001, 2, "0,00", "0.00"), (-1.5, 0, "-2", "-2"),
      (1234.5, 1, "1234,5", "1234.5"), (1_234_567.891, 2, "1.234.567,89", "1,234,567.89"), (.nan, 2, "–", "–"),
    ] as [(Double, Int, String, String)])
  func numbers(value: Double, decimals: Int, german: String, english: String) {
    #expect(NumberText.fixed(value, decimals: decimals, in: .german) == german)
    #expect(NumberText.fixed(value, decimals: decimals, in: .english) == english)
  }
}
