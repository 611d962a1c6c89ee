-- Neovim 0.7: `minutes-language-server` must be on the PATH.
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  callback = function(event)
    local name = vim.api.nvim_buf_get_name(event.buf)
    local root = vim.fn.finddir('.minutes', vim.fn.fnamemodify(name, ':p:h') .. ';')
    if root == '' then return end
    root = vim.fn.fnamemodify(root, ':p:h:h')
    for _, client in pairs(vim.lsp.get_active_clients()) do
      if client.name == 'minutes' and client.config.root_dir == root then
        vim.lsp.buf_attach_client(event.buf, client.id)
        return
      end
    end
    local id = vim.lsp.start_client({
      name = 'minutes',
      cmd = { 'minutes-language-server', '--stdio' },
      root_dir = root,
      init_options = { settings = { diagnostics = { scope = 'open' } } },
    })
    if id then vim.lsp.buf_attach_client(event.buf, id) end
  end,
})
