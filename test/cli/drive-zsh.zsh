# Types a line into a zsh of a terminal of its own, presses Tab, and prints what completion had to offer.
zmodload zsh/zpty
zpty pty zsh -f -i
zpty -w pty "source ${(q)SETUP}"
zpty -r pty seen $'*now ready*'
zpty -w -n pty "$1"$'\t\C-x'
zpty -r pty seen $'*all done*'
zpty -d pty
[[ ! -e $MATCHES ]] || cat $MATCHES
