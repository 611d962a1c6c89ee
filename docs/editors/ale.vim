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

" Ctrl-X Ctrl-O completes: on an empty line what may be there, in a word what begins so.
" ALE passes over the marks before a word and what goes elsewhere in the file, so that below `## ` nothing is offered.
autocmd FileType markdown setlocal omnifunc=ale#completion#OmniFunc
