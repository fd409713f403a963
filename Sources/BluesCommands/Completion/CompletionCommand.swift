internal import ArgumentParser

struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Print the completion script of a shell.",
    discussion: examples(
      "blues completion bash > ~/.local/share/bash-completion/completions/blues",
      "blues completion zsh > ~/.zfunc/_blues",
      "blues completion fish > ~/.config/fish/completions/blues.fish",
      note: """
        The script asks blues at each TAB, so that commands, options, fields and the ids of the \
        project are those of now. Nothing is written, and where there is no project only the ids \
        are missing.
        """))

  @Argument(help: "bash, zsh or fish.")
  var shell: CompletedShell

  func run() throws {
    try OpenOutput.standard.write(Array(shell.script.utf8))
  }
}

/// The shells that completions are written for.
enum CompletedShell: String, OptionWord {
  case bash, zsh, fish
}
