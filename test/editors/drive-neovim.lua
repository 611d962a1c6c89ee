-- Does in a real Neovim what a person does, and writes down what came of it.
local results = {}
local refused = nil
local function wait(what, fits)
  if not vim.wait(20000, fits, 20) then error('waited in vain for ' .. what) end
end
local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n' end
-- What the server is asked while it learns of an edit is refused; a person asks again.
local function changes(what, act)
  local before = text()
  local function changed() return text() ~= before end
  for _ = 1, 4 do
    act()
    if vim.wait(5000, changed, 20) then return text() end
  end
  error('waited in vain for ' .. what .. (refused and ': ' .. refused or ''))
end
local function messages()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do table.insert(found, each.message) end
  return found
end
local function pick(title)
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      if item[2].title == title then return choose(item) end
    end
    local titles = {}
    for _, item in ipairs(items) do table.insert(titles, item[2].title) end
    refused = 'no action “' .. title .. '” among: ' .. table.concat(titles, ', ')
  end
end

local ok, failure = pcall(function()
  dofile(vim.env.MINUTES_EXAMPLE)
  vim.cmd('filetype on')
  vim.cmd('edit 2018-06-26.md')
  wait('a finding', function() return #vim.diagnostic.get(0) > 0 end)
  results.findings = messages()

  local first = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  pick(vim.env.MINUTES_QUICK_FIX)
  results.quickFix = changes('the quick fix', function() vim.lsp.buf.code_action() end)

  wait('the next findings', function() return #vim.diagnostic.get(0) == #results.findings - 1 end)
  pick(vim.env.MINUTES_FIX_ALL)
  results.fixAll = changes('all fixes', function()
    vim.lsp.buf.code_action({ only = { 'source.fixAll' }, diagnostics = {} })
  end)
  wait('no findings', function() return #vim.diagnostic.get(0) == 0 end)

  vim.fn.search('^### ')
  vim.fn.search(vim.env.MINUTES_TEAM)
  results.renamed = changes('the rename', function() vim.lsp.buf.rename(vim.env.MINUTES_NEW_TEAM) end)

  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', '## ' })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), 3 })
  vim.cmd('startinsert!')
  local params = vim.lsp.util.make_position_params()
  params.position.character = 3
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 20000)
  results.completions = {}
  for _, answer in pairs(answers or {}) do
    for _, item in ipairs(vim.lsp.util.extract_completion_items(answer.result)) do
      table.insert(results.completions, item.label)
    end
  end
end)
if not ok then results.failure = tostring(failure) end
vim.fn.writefile({ vim.fn.json_encode(results) }, vim.env.MINUTES_RESULTS)
vim.cmd('qa!')
