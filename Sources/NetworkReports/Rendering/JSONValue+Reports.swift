import NetworkFiles

extension JSONValue {
  public static func integer(_ value: Int) -> JSONValue { .number(Double(value)) }

  /// The value, or null where it is not defined.
  public static func optional(_ number: Double?) -> JSONValue { JSONValue(number) }
  public static func optional(_ number: Int?) -> JSONValue { JSONValue(number) }
  public static func optional(_ text: String?) -> JSONValue { JSONValue(text) }
}
