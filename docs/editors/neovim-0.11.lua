-- Neovim 0.11 and later: `minutes-language-server` must be on the PATH.
vim.lsp.config('minutes', {
  cmd = { 'minutes-language-server', '--stdio' },
  filetypes = { 'markdown' },
  root_markers = { '.minutes' },
  init_options = { settings = { diagnostics = { scope = 'open' } } },
})
vim.lsp.enable('minutes')
