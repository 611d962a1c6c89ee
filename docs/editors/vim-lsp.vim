" Vim with https://github.com/prabirshrestha/vim-lsp: `minutes-language-server` must be on the PATH.
augroup minutes
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
    \ 'name': 'minutes',
    \ 'cmd': {server_info -> ['minutes-language-server', '--stdio']},
    \ 'allowlist': ['markdown'],
    \ 'root_uri': {server_info -> lsp#utils#path_to_uri(
    \   lsp#utils#find_nearest_parent_file_directory(
    \     lsp#utils#get_buffer_path(), ['.minutes/', '.git/']))},
    \ 'initialization_options': {'settings': {'diagnostics': {'scope': 'open'}}},
    \ })
augroup END
