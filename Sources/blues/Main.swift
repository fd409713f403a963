internal import BluesCommands

@main
enum Main {
  static func main() {
    Launch.run()
  }
}
