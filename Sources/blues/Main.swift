internal import BluesCommands

/// Where the process begins.
@main
enum Main {
  static func main() {
    Launch.run()
  }
}
