internal import ArgumentParser

struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Print the completion script of a shell.",
    discussion: examples(
      "blues completion bash > ~/.local/share/bash-completion/completions/blues",
      "blues completion zsh > ~/.zfunc/_blues",
      "blues completion fish > ~/.config/fish/completions/blues.fish"))

  /// The shells that completions are written for.
  enum Shell: String, OptionWord {
    case bash, zsh, fish
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    try OpenOutput.standard.write(Array("\(Blues.completionScript(for: kind))\n".utf8))
  }
}
