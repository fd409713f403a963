extension CompletedShell {
  /// What the shell reads once: it asks `blues complete-words` for the words at each TAB.
  ///
  /// The first line of an answer says what follows: `:words`, `:open` for words that go on without
  /// a space, or `:files` where the shell offers files. Then come words, each with its meaning
  /// behind a tab.
  var script: String {
    switch self {
    case .bash: Self.bashScript
    case .zsh: Self.zshScript
    case .fish: Self.fishScript
    }
  }

  /// Bash splits a word at `=` and `:` and replaces only its last piece, so the pieces are put
  /// together again; where the last one begins is told, since blues quotes what is to be inserted.
  private static let bashScript = #"""
    # Completion of blues for bash, written by `blues completion bash`.
    _blues() {
      local -a words=() lines=()
      local program=blues line=$COMP_LINE blanks=$' \t\n' breaks=$'=:@<>&;|('
      local at=0 index=0 cut=0 i piece rest gap
      [[ $1 == */* ]] && program=${1/#\~\//$HOME/}
      for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
        piece=${COMP_WORDS[i]}
        rest=${line:at}
        gap=${rest%%[^$blanks]*}
        ((at += ${#gap}))
        if ((i == COMP_CWORD)); then
          rest=
          ((COMP_POINT > at)) && rest=${line:at:COMP_POINT-at}
          ((at += ${#piece}))
          piece=${rest:0:${#piece}}
        else
          ((at += ${#piece}))
        fi
        if ((i == 0)) || [[ -n $gap || -z $piece ]]; then
          words+=("$piece")
          ((i == COMP_CWORD)) && cut=0
        elif ((i <= COMP_CWORD || ${#words[@]} - 2 > index)); then
          ((i == COMP_CWORD)) && cut=${#words[-1]}
          words[-1]+=$piece
        fi
        if ((i == COMP_CWORD)); then
          index=$((${#words[@]} - 2))
          [[ -n $piece && -z ${piece//[$breaks]/} ]] && cut=${#words[-1]}
        fi
      done
      mapfile -t lines < <("$program" complete-words bash "$index" "$cut" -- "${words[@]:1}" 2> /dev/null)
      COMPREPLY=("${lines[@]:1}")
      case ${lines[0]} in
        :open) compopt -o nospace 2> /dev/null ;;
        :files) compopt -o default 2> /dev/null ;;
      esac
    }
    complete -o nosort -F _blues blues

    """#

  private static let zshScript = #"""
    #compdef blues
    # Completion of blues for zsh, written by `blues completion zsh`.
    _blues() {
      local -a typed lines values shown space
      local line
      typed=("${words[@]:1}")
      typed[CURRENT-1]=$PREFIX
      typed=("${(@Q)typed}")
      typed=("${(@)typed/#\~\//$HOME/}")
      lines=("${(@f)$(blues complete-words zsh $((CURRENT - 2)) 0 -- "${(@)typed}" 2> /dev/null)}")
      case $lines[1] in
        :files)
          [[ $PREFIX == --*=* ]] && compset -P 1 '*='
          _files
          return ;;
        :open) space=(-S '') ;;
        :words) ;;
        *) return 1 ;;
      esac
      for line in "${(@)lines[2,-1]}"; do
        values+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
      done
      compadd -l -V blues -M 'm:{a-zA-Z}={A-Za-z}' "${space[@]}" -d shown -a values
    }
    if [[ $funcstack[1] == _blues ]]; then _blues "$@"; else compdef _blues blues; fi

    """#

  private static let fishScript = #"""
    # Completion of blues for fish, written by `blues completion fish`.
    function __blues_words
        set -l before (commandline -opc)
        set -l now (commandline -ct)
        while string match -qr '^\w+=' -- "$before[1]"
            set -e before[1]
        end
        set -e before[1]
        if set -q before[1]
            set before (string replace -r '^~/' "$HOME/" -- $before)
        end
        set -l lines (blues complete-words fish (count $before) 0 -- $before "$now" 2>/dev/null)
        if test "$lines[1]" = :files
            set -l option (string match -r '^--[^=]+=' -- "$now")
            for file in (__fish_complete_path (string replace -- "$option" '' "$now"))
                echo "$option$file"
            end
        else if set -q lines[2]
            printf '%s\n' $lines[2..-1]
        end
    end
    complete -c blues -f -a '(__blues_words)'

    """#
}
