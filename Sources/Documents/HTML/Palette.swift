/// The colours of charts: one blue, and a colour for each tone that also prints in grey.
enum Palette {
  static let accent = "#003399"
  static let ink = "#1b2333"
  static let quiet = "#5a6478"
  static let line = "#dfe5ef"
  static let strongLine = "#b4bfd4"

  /// What a bar of a tone is filled with.
  static func fill(_ tone: Tone) -> String {
    switch tone {
    case .plain: "#4a6fc4"
    case .good: "#2f7d4d"
    case .warning: "#c47a10"
    case .bad: "#b3261e"
    case .muted: "#aab4c6"
    }
  }
}
