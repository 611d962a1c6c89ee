" Vim or Neovim with https://github.com/dense-analysis/ale: `minutes-language-server` must be on the PATH.
function! MinutesRoot(buffer) abort
  let l:found = ale#path#FindNearestDirectory(a:buffer, '.minutes')
  return empty(l:found) ? '' : fnamemodify(l:found, ':h:h')
endfunction

call ale#linter#Define('markdown', {
  \ 'name': 'minutes',
  \ 'lsp': 'stdio',
  \ 'executable': 'minutes-language-server',
  \ 'command': '%e --stdio',
  \ 'project_root': function('MinutesRoot'),
  \ 'initialization_options': {'settings': {'diagnostics': {'scope': 'open'}}},
  \ })
