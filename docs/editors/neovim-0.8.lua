-- Neovim 0.8 to 0.10: `minutes-language-server` must be on the PATH.
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  callback = function(event)
    local found = vim.fs.find('.minutes', {
      path = vim.fs.dirname(vim.api.nvim_buf_get_name(event.buf)),
      type = 'directory',
      upward = true,
    })
    if #found == 0 then return end
    vim.lsp.start({
      name = 'minutes',
      cmd = { 'minutes-language-server', '--stdio' },
      root_dir = vim.fs.dirname(found[1]),
      init_options = { settings = { diagnostics = { scope = 'open' } } },
    })
  end,
})
