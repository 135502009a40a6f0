extension CompletingShell {
    /// What the shell reads at its start; the program itself knows the rest.
    var script: String {
        switch self {
        case .bash: Self.bashScript
        case .zsh: Self.zshScript
        case .fish: Self.fishScript
        }
    }

    private static let bashScript = """
        # Completion of jbem for bash: put  source <(jbem completion bash)  into ~/.bashrc
        _jbem() {
            local word answer current=${COMP_WORDS[COMP_CWORD]}
            COMPREPLY=()
            answer=$("${COMP_WORDS[0]/#\\~/$HOME}" complete --line "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null) || return
            if [ "$answer" = ":files" ]; then
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -f -- "$current")
                return
            fi
            while IFS=$'\\t' read -r word _; do
                [ -n "$word" ] || continue
                case $word in *=) compopt -o nospace 2>/dev/null ;; esac
                # Inside of quotes every sign is itself.
                case $current in [\\'\\"]*) ;; *) printf -v word %q "$word"; word=${word//\\\\,/,}; word=${word//\\\\=/=} ;; esac
                COMPREPLY+=("$word")
            done <<<"$answer"
        }
        complete -F _jbem jbem

        """

    private static let zshScript = """
        #compdef jbem
        # Completion of jbem for zsh: put  source <(jbem completion zsh)  into ~/.zshrc behind compinit
        _jbem() {
            local answer line word
            local -a plain open plainTexts openTexts
            answer=$("${words[1]}" complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null) || return 1
            if [[ $answer == ":files" ]]; then
                compset -P '--*='
                _files
                return
            fi
            for line in "${(@f)answer}"; do
                [[ -n $line ]] || continue
                word=${line%%$'\\t'*}
                if [[ $word == *= ]]; then
                    open+=("$word"); openTexts+=("$word  ${line#*$'\\t'}")
                else
                    plain+=("$word"); plainTexts+=("$word  ${line#*$'\\t'}")
                fi
            done
            (( $#plain )) && compadd -l -d plainTexts -a plain
            (( $#open )) && compadd -l -S '' -d openTexts -a open
        }
        compdef _jbem jbem

        """

    private static let fishScript = """
        # Completion of jbem for fish: save as ~/.config/fish/completions/jbem.fish
        function __jbem_complete
            # The quote that is open does not belong to the word.
            set -l words (commandline -opc) (string replace -r "^['\\"]" '' -- (commandline -ct))
            set -l answer ($words[1] complete -- $words[2..-1] 2>/dev/null)
            if test "$answer" = ":files"
                __fish_complete_path (commandline -ct)
            else
                printf '%s\\n' $answer
            end
        end
        complete -c jbem -f -a '(__jbem_complete)'

        """
}
