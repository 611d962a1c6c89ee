# Loads completions as a user does, and writes down every match that they add.
PROMPT=
autoload -Uz compinit; compinit -u -D
source $COMPLETIONS
compadd() {
  local -a hits
  if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
    builtin compadd -A hits "$@"
    print -rl -- $hits >>$MATCHES
  fi
  builtin compadd "$@"
}
report-the-end() { print -r -- 'all'' done'; BUFFER= }
zle -N report-the-end
bindkey '^I' complete-word
bindkey '^X' report-the-end
print 'now'' ready'
